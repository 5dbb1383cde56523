import type {EngagementSession} from '../engagement/session.js';
import {idle, offerOf} from '../engagement/state.js';
import {NetworkError} from '../http/errors.js';
import {createSession} from './create-session.js';
import {EngagementErrorEvent} from './events.js';
import {relayFacts, type EventDispatcher} from './fact-relay.js';
import {runWhileOnPage} from './session-run.js';
import {readTagSettings, sessionProperties, type SessionSettings} from './settings.js';

/** Loads the element's file, once however often it is called. */
export type ElementLoader = () => Promise<{readonly defineElement: (createSession: SessionFactory) => void}>;

type SessionFactory = (settings: SessionSettings) => EngagementSession;

type Tag = HTMLElement & Record<string, unknown>;

const methods = ['refresh', 'show', 'hide', 'accept', 'dismiss', 'report', 'reset'];

/**
 * Does an element's work for a tag that has nothing to show yet: it runs the session and tells the
 * page what happens. When there is something to show, the element takes over the tag and the session.
 */
export class HeadlessTag {
  readonly #tag: Tag;
  readonly #loadElement: ElementLoader;
  readonly #early: Event[] = [];
  readonly #dispatcher: EventDispatcher = {
    dispatchEvent: (event) => (this.#tag.isConnected ? this.#tag.dispatchEvent(event) : this.#early.push(event) > 0),
  };
  #session: EngagementSession | undefined;
  #stopRelaying: (() => void) | undefined;
  #run = new AbortController();
  #upgrade: Promise<void> | undefined;

  constructor(tag: HTMLElement, loadElement: ElementLoader) {
    this.#tag = tag as Tag;
    this.#loadElement = loadElement;
  }

  /** Starts a session with the tag's settings, in place of the one before. */
  start(): void {
    this.#run.abort();
    this.#stopRelaying?.();
    this.#run = new AbortController();
    const session = (this.#session = createSession(readTagSettings(this.#tag)));
    this.#stopRelaying = relayFacts(session, this.#dispatcher);
    session.subscribe(({fact}) => (fact.type === 'hint' ? this.#preload() : this.#handOver()));
    runWhileOnPage(session, this.#run.signal);
  }

  /** Puts the tag on the page, tells what happened so far, and lets go of it when the page removes it. */
  attach(parent: Element): void {
    parent.append(this.#tag);
    for (const event of this.#early.splice(0)) this.#tag.dispatchEvent(event);
    const removal = new MutationObserver(() => {
      if (this.#tag.isConnected) return;
      removal.disconnect();
      this.#run.abort();
    });
    removal.observe(parent, {childList: true});
    this.#handOver();
  }

  /** Makes the tag an element, which goes on with the session. A failure is told to the page, and the next offer tries again. */
  upgrade(): Promise<void> {
    return (this.#upgrade ??= this.#becomeElement().catch((cause: unknown) => {
      this.#upgrade = undefined;
      const problem = new EngagementErrorEvent(new NetworkError("GET the element's file", {cause}));
      this.#tag.dispatchEvent(problem);
    }));
  }

  /**
   * Carries out a command of the page.
   *
   * @throws Error, by a rejection, when there is no such command
   */
  async call(command: unknown, ...args: readonly unknown[]): Promise<unknown> {
    if (this.#upgrade) await this.#upgrade;
    switch (command) {
      case 'get':
        return this.#get(String(args[0]));
      case 'set': {
        this.#set(String(args[0]), args[1]);
        return;
      }
      case 'identify': {
        this.#set('identities', args[0]);
        return;
      }
    }
    if (!methods.includes(String(command))) {
      throw new Error(`Expected a command, got ${JSON.stringify(command)}; use get, set, ${methods.join(', ')}`);
    }
    const target = (this.#upgrade ? this.#tag : (this.#session ?? {})) as Record<string, unknown>;
    const method = target[String(command)];
    // Without an offer there is nothing to show or hide.
    return typeof method === 'function' ? method.apply(target, args) : undefined;
  }

  #preload(): void {
    // A failure shows when the element is needed.
    this.#loadElement().catch(() => undefined);
  }

  #handOver(): void {
    const name = this.#session?.state.name;
    if (this.#tag.isConnected && (name === 'expose' || name === 'conversation')) void this.upgrade();
  }

  async #becomeElement(): Promise<void> {
    if (this.#session) this.#tag['session'] = this.#session;
    const {defineElement} = await this.#loadElement();
    defineElement(createSession);
    this.#stopRelaying?.();
    this.#tag.hidden = false;
    await this.#tag['updateComplete'];
    this.#run.abort();
  }

  #get(name: string): unknown {
    if (this.#upgrade) return this.#tag[name];
    const state = this.#session?.state ?? idle;
    switch (name) {
      case 'state':
        return state.name;
      case 'offer':
        return offerOf(state);
      case 'storage':
        return this.#session?.storage;
      default:
        return this.#tag[name];
    }
  }

  #set(name: string, value: unknown): void {
    this.#tag[name] = value;
    if (this.#session && !this.#upgrade && sessionProperties.includes(name)) this.start();
  }
}
