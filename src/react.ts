import {createElement, forwardRef, type ForwardedRef, type HTMLAttributes, type ReactElement} from 'react';
import './element/define.js';
import type {WebEngagementElement} from './element/web-engagement.js';
import type {WebEngagementEventMap} from './tag/event-classes.js';
import {attributeOf} from './tag/settings/attribute-name.js';
import {settingNames, settings, type SettingName, type Settings} from './tag/settings/settings.js';

/** `engagement-accept` is `onEngagementAccept`, and so on. */
type Handlers = {
  [Name in keyof WebEngagementEventMap as `on${PascalCase<Name>}`]?:
    ((event: WebEngagementEventMap[Name]) => void) | undefined;
};

type PascalCase<Text extends string> = Text extends `${infer Word}-${infer Rest}`
  ? `${Capitalize<Word>}${PascalCase<Rest>}`
  : Capitalize<Text>;

/** The settings, a handler for each event, and what any element takes. Children fill the slots. */
export interface WebEngagementProps
  extends Partial<Settings>, Handlers, Omit<HTMLAttributes<WebEngagementElement>, keyof Settings | keyof Handlers> {}

const eventNames: readonly (keyof WebEngagementEventMap)[] = [
  'engagement-show',
  'engagement-accept',
  'engagement-resume',
  'engagement-dismiss',
  'engagement-statechange',
  'engagement-shown',
  'engagement-hidden',
  'engagement-retry',
  'engagement-notification',
  'engagement-error',
];

/** What was last rendered to an element. */
const rendered = new WeakMap<WebEngagementElement, WebEngagementProps>();

/**
 * `<web-engagement>` for React 18 and 19: properties of any type, typed events, StrictMode, server rendering and hydration.
 * Place it last in the page.
 *
 * @example
 * <WebEngagement accountId="12345678" appInstallationId="…" entryPoints={['sec://Sport']} openIn="event"
 *   onEngagementAccept={(event) => { event.preventDefault(); openMyChat(event.detail.offer); }} />
 */
export const WebEngagement = forwardRef(function WebEngagement(
  props: WebEngagementProps,
  ref: ForwardedRef<WebEngagementElement>,
): ReactElement {
  // Called when the element has got its place and before its first update, so that the first question knows all.
  const attach = (element: WebEngagementElement | null): void => {
    if (element) render(element, props);
    if (typeof ref === 'function') ref(element);
    else if (ref) ref.current = element;
  };
  return createElement('web-engagement', {...toAttributes(props), ref: attach});
});

/** What can be written into markup. The rest is set as properties. */
function toAttributes(props: WebEngagementProps): Record<string, unknown> {
  const attributes = Object.entries(props).map(([name, value]: [string, unknown]): [string, unknown] => {
    if (!isSetting(name)) return [name, isHandler(name) ? undefined : value];
    const isText = typeof value === 'string' || typeof value === 'number';
    return [attributeOf(name), settings[name].parse && (isText ? value : value === true ? '' : undefined)];
  });
  return Object.fromEntries(attributes.filter(([, value]) => value !== undefined));
}

function render(element: WebEngagementElement, props: WebEngagementProps): void {
  const before = rendered.get(element);
  if (!before) listen(element);
  rendered.set(element, props);
  for (const name of settingNames) {
    // A property that was never rendered belongs to others.
    if (props[name] !== undefined) Object.assign(element, {[name]: props[name]});
    else if (before?.[name] !== undefined) Object.assign(element, {[name]: settings[name].initial});
  }
}

function listen(element: WebEngagementElement): void {
  for (const name of eventNames) {
    const handler = handlerOf(name);
    element.addEventListener(name, (event) => {
      const handle = rendered.get(element)?.[handler] as ((event: Event) => void) | undefined;
      handle?.(event);
    });
  }
}

const handlers = new Set<string>(eventNames.map((name) => handlerOf(name)));
const isHandler = (name: string): boolean => handlers.has(name);
const isSetting = (name: string): name is SettingName => Object.hasOwn(settings, name);

function handlerOf(event: keyof WebEngagementEventMap): keyof Handlers {
  return `on${event.replace(/(^|-)(\w)/g, (_match, _dash, letter: string) => letter.toUpperCase())}` as keyof Handlers;
}
