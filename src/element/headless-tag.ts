import {offerOf} from '../engagement/state.js';
import {NetworkError} from '../http/errors.js';
import {createSession} from './create-session.js';
import {register} from './register.js';
import {readTagSettings, sessionSettings} from './settings.js';
import {TagSession} from './tag-session.js';

interface ElementFile {
  readonly createElementClass: (createTagSession: (tag: HTMLElement) => TagSession) => CustomElementConstructor;
}

type Tag = HTMLElement & Record<string, unknown>;

const methods = ['refresh', 'show', 'hide', 'accept', 'dismiss', 'report', 'notify', 'reset'];

/**
 * Does an element's work for a tag that has nothing to show yet: it runs the session and tells the
 * page what happens. When there is something to show, the element takes over the tag and its session.
 */
export class HeadlessTag {
  readonly #tag: Tag;
  readonly #loadElement: () => Promise<ElementFile>;
  readonly #running: TagSession;
  readonly #early: Event[] = [];
  #isOurs = false;
  #upgrade: Promise<void> | undefined;

  /** `loadElement` loads the element's file, once however often it is called. */
  constructor(tag: HTMLElement, loadElement: () => Promise<ElementFile>) {
    this.#tag = tag as Tag;
    this.#loadElement = loadElement;
    // What happens before the tag is on the page is told when it is.
    const dispatchEvent = (event: Event): boolean =>
      tag.isConnected ? tag.dispatchEvent(event) : this.#early.push(event) > 0;
    this.#running = new TagSession({dispatchEvent}, createSession);
  }

  /** Starts a session with the tag's settings, in place of the one before. */
  start(): void {
    this.#running.start(readTagSettings(this.#tag));
    this.#running.current?.subscribe(({fact}) => (fact.type === 'hint' ? this.#preload() : this.#handOver()));
  }

  /** Puts the tag on the page, tells what happened so far, and lets go of it when the page removes it. */
  attach(parent: Element): void {
    // Until there is something to show, the tag must not count as an item of a grid or flex layout.
    this.#tag.hidden = this.#isOurs = true;
    parent.append(this.#tag);
    for (const event of this.#early.splice(0)) this.#tag.dispatchEvent(event);
    const removal = new MutationObserver(() => {
      if (this.#tag.isConnected) return;
      removal.disconnect();
      // An element sees to it itself.
      if (!this.#tag['updateComplete']) this.#running.end();
    });
    removal.observe(parent, {childList: true});
    this.#handOver();
  }

  /** Makes the tag an element. A failure is told to the page, and the next offer tries again. */
  upgrade(): Promise<void> {
    return (this.#upgrade ??= this.#becomeElement().catch((cause: unknown) => {
      this.#upgrade = undefined;
      this.#running.tell(new NetworkError("GET the element's file", {cause}));
    }));
  }

  /**
   * Carries out a command of the page.
   *
   * @throws Error, by a rejection, when there is no such command
   */
  async call(command: unknown, ...args: readonly unknown[]): Promise<unknown> {
    if (this.#upgrade) await this.#upgrade;
    const name = String(command);
    if (name === 'get') return this.#get(String(args[0]));
    if (name === 'set') {
      this.#set(String(args[0]), args[1]);
      return;
    }
    if (name === 'identify') {
      this.#set('identities', args[0]);
      return;
    }
    if (!methods.includes(name)) {
      throw new Error(
        `Expected a command, got ${JSON.stringify(command)}; use get, set, identify, ${methods.join(', ')}`,
      );
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
    if (this.#tag.isConnected && (name === 'expose' || name === 'conversation')) void this.upgrade();
  }

  async #becomeElement(): Promise<void> {
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
    if (this.#running.current && !this.#upgrade && sessionSettings.some((setting) => setting === name)) this.start();
  }
}
