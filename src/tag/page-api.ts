import type {Offer} from '../engagement/offer.js';
import type {EngagementStateName} from '../engagement/state.js';
import type {VisitStorage} from '../visit/visit-store.js';
import type {Commands} from './commands.js';
import type {WebEngagementEventMap} from './event-classes.js';
import type {SettingName, Settings} from './settings/settings.js';

type EventName = keyof WebEngagementEventMap extends `engagement-${infer Name}` ? Name : never;

/**
 * The script tag's one global. Every call gives a promise, which rejects when the command is not known.
 *
 * @example
 * await WebEngagement('set', 'entryPoints', ['sec://Sport']);
 * const state = await WebEngagement('get', 'state');
 */
export interface PageApi {
  /** Version of the script, as soon as it has loaded. */
  readonly version?: string;
  (command: 'get', name: 'state'): Promise<EngagementStateName>;
  (command: 'get', name: 'offer'): Promise<Offer | undefined>;
  (command: 'get', name: 'storage'): Promise<VisitStorage>;
  <Name extends SettingName>(command: 'get', name: Name): Promise<Settings[Name]>;
  <Name extends SettingName>(command: 'set', name: Name, value: Settings[Name]): Promise<void>;
  /** Listens to an event of the widget, by its name without `engagement-`, and leaves it. Nothing is loaded for it. */
  <Name extends EventName>(
    command: 'on' | 'off',
    name: Name,
    listener: (event: WebEngagementEventMap[`engagement-${Name}`]) => unknown,
  ): Promise<void>;
  (command: 'init', settings: Partial<Settings> & {readonly base?: string}): Promise<void>;
  (command: 'remove'): Promise<void>;
  <Name extends keyof Commands>(
    command: Name,
    ...args: Parameters<Commands[Name]>
  ): Promise<Awaited<ReturnType<Commands[Name]>>>;
}

declare global {
  interface Window {
    /** Commands the widget of the script tag. */
    WebEngagement?: PageApi;
  }
}
