import {offerOf} from '../engagement/state.js';
import {NetworkError} from '../http/errors.js';
import {allowsSession} from '../tag/consent.js';
import {createSession} from '../tag/create-session.js';
import {register} from '../tag/register.js';
import {readTagConsent, readTagSettings, sessionSettings} from '../tag/settings.js';
import {TagSession} from '../tag/session-controller.js';

interface ElementFile {
  readonly createElementClass: (createTagSession: (tag: HTMLElement) => TagSession) => CustomElementConstructor;
}

type Tag = HTMLElement & Record<string, unknown>;

const answers: Readonly<Record<string, string>> = {grantConsent: 'granted', revokeConsent: 'denied'};

const methods = [
  ...['refresh', 'show', 'hide', 'accept', 'dismiss', 'snooze', 'optOut', 'report', 'notify', 'reset'],
  ...Object.keys(answers),
];

/**
 * Does an element's work for a tag that has nothing to show yet: it runs the session and tells the
 * page what happens. When there is something to show, the element takes over the tag and its session.
 */
export class HeadlessTag {
  readonly #tag: Tag;
  readonly #loadElement: () => Promise<ElementFile>;
  readonly #running: TagSession;
  readonly #early: Event[] = [];
  /** Whether it is not the page's own. */
  readonly #isOurs: boolean;
  #isStarted = false;
  #restart: Promise<void> | undefined;
  #upgrade: Promise<void> | undefined;

  /** `loadElement` loads the element's file, once however often it is called. */
  constructor(tag: HTMLElement, loadElement: () => Promise<ElementFile>) {
    this.#tag = tag as Tag;
    this.#loadElement = loadElement;
    this.#isOurs = !tag.isConnected;
    // What happens before the tag is on the page is told when it is.
    const dispatchEvent = (event: Event): boolean =>
      tag.isConnected ? tag.dispatchEvent(event) : this.#early.push(event) > 0;
    this.#running = new TagSession({dispatchEvent}, createSession);
    this.#running.view = {follow: (change) => (change?.fact.type === 'hint' ? this.#preload() : this.#handOver())};
    new MutationObserver(() => this.#obeyAttribute()).observe(tag, {attributeFilter: ['consent']});
  }

  /**
   * Starts a session with the tag's settings, in place of the one before; the page's own tag is made an element. Without
   * the visitor's consent neither happens. `isAnswer` says that the visitor agrees or denies at this moment.
   */
  start(isAnswer?: boolean): Promise<void> {
    this.#isStarted = true;
    const consent = readTagConsent(this.#tag);
    if (!this.#isOurs && allowsSession(consent)) return this.#becomeElement();
    return this.#running.start(readTagSettings(this.#tag), consent, isAnswer);
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
      // An element sees to it itself.
      if (!this.#tag['updateComplete']) this.#running.end();
    });
    removal.observe(parent, {childList: true});
    this.#handOver();
  }

  /**
   * Carries out a command of the page.
   *
   * @throws Error, by a rejection, when there is no such command
   */
  async call(command: unknown, ...args: readonly unknown[]): Promise<unknown> {
    if (this.#upgrade) await this.#upgrade;
    const name = String(command);
    if (name === 'set' || name === 'identify') {
      const [setting, value] = name === 'set' ? args : ['identities', ...args];
      this.#set(String(setting), value);
      return;
    }
    if (this.#restart) await this.#restart;
    if (name === 'get') return this.#get(String(args[0]));
    if (!methods.includes(name)) {
      throw new Error(
        `Expected a command, got ${JSON.stringify(command)}; use get, set, identify, ${methods.join(', ')}`,
      );
    }
    // What was called before the script had loaded comes just before the start.
    await Promise.resolve();
    if (this.#upgrade) await this.#upgrade;
    if (answers[name] && !this.#upgrade) {
      this.#tag['consent'] = answers[name];
      return this.#isStarted ? this.start(true) : undefined;
    }
    const target = (this.#upgrade ? this.#tag : (this.#running.current ?? {})) as Record<string, unknown>;
    const method = target[name];
    // Without an offer there is nothing to show or hide.
    return typeof method === 'function' ? method.apply(target, args) : undefined;
  }

  #preload(): void {
    // A failure shows when the element is needed.
    this.#loadElement().catch(() => undefined);
  }

  #handOver(): void {
    const {name} = this.#running.state;
    if (this.#tag.isConnected && (name === 'expose' || name === 'conversation')) void this.#becomeElement();
  }

  /** A failure is told to the page, and the next offer tries again. */
  #becomeElement(): Promise<void> {
    return (this.#upgrade ??= this.#register().catch((cause: unknown) => {
      this.#upgrade = undefined;
      this.#running.tell(new NetworkError("GET the element's file", {cause}));
    }));
  }

  async #register(): Promise<void> {
    const {createElementClass} = await this.#loadElement();
    register(createElementClass((tag) => (tag === this.#tag ? this.#running : new TagSession(tag, createSession))));
    if (this.#isOurs) this.#tag.hidden = false;
    await this.#tag['updateComplete'];
  }

  #get(name: string): unknown {
    const {state, current} = this.#running;
    if (this.#upgrade) return this.#tag[name];
    switch (name) {
      case 'state':
        return state.name;
      case 'offer':
        return offerOf(state);
      case 'storage':
        return current?.storage;
      default:
        return this.#tag[name];
    }
  }

  #set(name: string, value: unknown): void {
    this.#tag[name] = value;
    if (!this.#upgrade && ['consent', ...sessionSettings].includes(name)) this.#startAnew();
  }

  #obeyAttribute(): void {
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
      void this.start();
    });
  }
}
