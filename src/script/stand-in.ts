import {offerOf} from '../engagement/state.js';
import {NetworkError} from '../http/errors.js';
import {allowsSession} from '../tag/consent.js';
import {connectSession} from '../tag/connect-session.js';
import {warn} from '../tag/console.js';
import {register} from '../tag/register.js';
import type {SessionController} from '../tag/session-controller.js';
import {attributeOf, settings, type SettingName} from '../tag/settings/settings.js';
import {isSetting} from '../tag/settings/unknown-words.js';
import type * as elementFile from './element-file.js';

type ElementFile = typeof elementFile;
type Tag = HTMLElement & Record<string, unknown>;

const answers: Readonly<Record<string, string>> = {grantConsent: 'granted', revokeConsent: 'denied'};

const readable = ['state', 'offer', 'storage'];

const methods = [
  ...['refresh', 'show', 'hide', 'accept', 'dismiss', 'snooze', 'optOut', 'report', 'notify', 'reset'],
  ...Object.keys(answers),
];

/**
 * Stands in for the element while there is nothing to show: it runs the session of the tag and tells the page what happens.
 * When there is something to show, the element takes over the tag and its session.
 */
export class StandIn {
  readonly #tag: Tag;
  readonly #loadElement: () => Promise<ElementFile>;
  readonly #session: SessionController;
  readonly #early: Event[] = [];
  /** Whether the script made the tag, and not the page. */
  readonly #isOurs: boolean;
  #isStarted = false;
  #restart: Promise<void> | undefined;
  #upgrade: Promise<void> | undefined;

  /** `loadElement` loads the element's file, once however often it is called. */
  constructor(tag: HTMLElement, loadElement: () => Promise<ElementFile>) {
    this.#tag = tag as Tag;
    this.#loadElement = loadElement;
    this.#isOurs = !tag.isConnected;
    this.#session = connectSession({
      tag,
      isThere: () => this.#isStarted,
      setting: (name) => readTagSetting(tag, name),
      // What happens before the tag is on the page is told when it is.
      dispatchEvent: (event) => (tag.isConnected ? tag.dispatchEvent(event) : this.#early.push(event) > 0),
      reflect: () => undefined,
      follow: (change) => (change?.fact.type === 'hint' ? this.#preload() : this.#handOver()),
    });
    new MutationObserver(() => this.#heedAttribute()).observe(tag, {attributeFilter: ['consent']});
  }

  /**
   * Starts a session with the tag's settings, in place of the one before. A tag of the page's own is made an element.
   * Without the visitor's consent neither happens.
   */
  start(): void {
    this.#isStarted = true;
    if (!this.#isOurs && allowsSession(readTagSetting(this.#tag, 'consent'))) void this.#becomeElement();
    else this.#session.hostUpdate();
  }

  /** Puts the tag on the page, tells what happened so far, and lets go of it when the page removes it. */
  attach(parent: Element): void {
    // Until there is something to show, the tag must not count as an item of a grid or flex layout.
    this.#tag.hidden = true;
    parent.append(this.#tag);
    for (const event of this.#early.splice(0)) this.#tag.dispatchEvent(event);
    const removal = new MutationObserver(() => {
      if (this.#tag.isConnected) return;
      removal.disconnect();
      this.#isStarted = false;
      // An element sees to its own end.
      if (!this.#upgrade) this.#session.hostDisconnected();
    });
    removal.observe(parent, {childList: true});
    this.#handOver();
  }

  /**
   * Carries out a command of the page.
   *
   * @throws Error, by a rejection, when there is no such command
   */
  call(...command: readonly unknown[]): Promise<unknown> {
    const result = this.#carryOut(...command);
    // A page that does not wait for the result has nothing to handle: it reads the line in the console.
    result.catch(() => undefined);
    return result;
  }

  async #carryOut(command?: unknown, ...args: readonly unknown[]): Promise<unknown> {
    if (this.#upgrade) await this.#upgrade;
    const name = String(command);
    if (name === 'set' || name === 'identify') {
      this.#set(...((name === 'set' ? args : ['identities', ...args]) as [string, unknown]));
      return undefined;
    }
    if (this.#restart) await this.#restart;
    if (name === 'get') return this.#get(String(args[0]));
    if (methods.includes(name)) return this.#run(name, args);
    const problem = `Expected a command, got ${JSON.stringify(command)}; use get, set, identify, ${methods.join(', ')}`;
    warn(problem);
    throw new Error(problem);
  }

  async #run(name: string, args: readonly unknown[]): Promise<unknown> {
    // What was called before the script had loaded comes just before the start.
    await Promise.resolve();
    if (this.#upgrade) await this.#upgrade;
    if (answers[name] && !this.#upgrade) return this.#answer(answers[name]);
    const target = (this.#upgrade ? this.#tag : (this.#session.session ?? {})) as Record<string, unknown>;
    const method = target[name];
    // Without an offer there is nothing to show or hide.
    return typeof method === 'function' ? method.apply(target, args) : undefined;
  }

  /** The visitor agrees or denies. */
  async #answer(consent: string): Promise<void> {
    this.#tag['consent'] = consent;
    if (!this.#isStarted) return;
    if (!this.#isOurs && allowsSession(consent)) await this.#becomeElement();
    else await this.#session.heedConsent();
  }

  #preload(): void {
    // A failure shows when the element is needed.
    this.#loadElement().catch(() => undefined);
  }

  #handOver(): void {
    const {name} = this.#session.state;
    if (this.#tag.isConnected && (name === 'expose' || name === 'conversation')) void this.#becomeElement();
  }

  /** A failure is told to the page, and the next offer tries again. */
  #becomeElement(): Promise<void> {
    return (this.#upgrade ??= this.#register().catch((cause: unknown) => {
      this.#upgrade = undefined;
      this.#session.tell(new NetworkError("GET the element's file", {cause}));
    }));
  }

  async #register(): Promise<void> {
    const {provideSessions, WebEngagementElement} = await this.#loadElement();
    provideSessions((host) => (host.tag === this.#tag ? this.#session.moveTo(host) : connectSession(host)));
    register(WebEngagementElement);
    if (this.#isOurs) this.#tag.hidden = false;
    await this.#tag['updateComplete'];
  }

  #get(name: string): unknown {
    if (!readable.includes(name) && !isSetting(name)) return undefined;
    if (this.#upgrade) return this.#tag[name];
    const {state, session} = this.#session;
    if (name === 'state') return state.name;
    if (name === 'offer') return offerOf(state);
    return name === 'storage' ? session?.storage : isSetting(name) && readTagSetting(this.#tag, name);
  }

  #set(name: string, value: unknown): void {
    if (!isSetting(name)) return;
    this.#tag[name] = value;
    if (!this.#upgrade && (name === 'consent' || settings[name].restarts)) this.#startAnew();
  }

  #heedAttribute(): void {
    if (this.#upgrade) return;
    // What was said last counts.
    delete this.#tag['consent'];
    this.#startAnew();
  }

  /** Once, however many settings change in one go. */
  #startAnew(): void {
    if (!this.#isStarted) return;
    this.#restart ??= Promise.resolve().then(() => {
      this.#restart = undefined;
      this.start();
    });
  }
}

/**
 * Reads a setting of a tag that is not upgraded yet: the property that the page has set on it, or else its attribute.
 *
 * Only the tag's own properties count, because a page may have added to `Object.prototype`.
 */
function readTagSetting(tag: HTMLElement, name: SettingName): unknown {
  const own: unknown = Object.getOwnPropertyDescriptor(tag, name)?.value;
  return own ?? settings[name].parse?.(tag.getAttribute(attributeOf(name))) ?? settings[name].initial;
}
