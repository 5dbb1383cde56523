import {allowsSession, consentProblem} from '../tag/consent.js';
import {warn} from '../tag/console.js';
import {EngagementErrorEvent, EngagementStateChangeEvent, type StateChangeDetail} from '../tag/event-classes.js';
import {FirstAsk, type FirstQuestion} from '../tag/first/first-ask.js';
import {isPrerendered, whenActivated} from '../tag/prerendering.js';
import type * as elementFile from './element-file.js';
import {listen} from './page-listeners.js';
import {keepOnPage} from './page-place.js';

type ElementFile = typeof elementFile;

/** Loads the element's file, once however often it is called. */
export type LoadElement = () => Promise<ElementFile>;

/** Attributes for which there is more to do than to ask. */
const furtherWork = ['notifications-url', 'notifications-transport', 'visit-id', 'handoff-url', 'show-on-url', 'debug'];

/** Commands that make an answer worthless. */
const interruptions: readonly unknown[] = ['set', 'identify', 'reset', 'revokeConsent'];

/**
 * The script's tag while there is nothing to show: it asks, tells the page that there is no offer, and waits. As soon as
 * there is more to do, it becomes an element, which goes on from there.
 */
export class TagBeforeElement {
  readonly #tag: HTMLElement;
  readonly #loadElement: LoadElement;
  /** Whether the script made the tag, and not the page. */
  readonly #isOurs: boolean;
  /** Resolves when the tag is on the page. */
  readonly #attached: Promise<void>;
  /** What the page has set, and which events it listens to, before there is an element. */
  readonly #held: (readonly unknown[])[] = [];
  /** Until there is an element, or the tag is removed. */
  #life = new AbortController();
  #state: StateChangeDetail['to'] = 'idle';
  #ask: FirstAsk | undefined;
  #question: FirstQuestion | undefined;
  #growth: Promise<ElementFile> | undefined;
  #isGone = false;
  #letGo = (): void => undefined;

  /**
   * @param tag the page's own tag, or one that is put at the end of the body
   * @param parsed resolves when the page has its whole body
   */
  constructor(tag: HTMLElement, loadElement: LoadElement, parsed: Promise<unknown>) {
    this.#tag = tag;
    this.#loadElement = loadElement;
    this.#isOurs = !tag.isConnected;
    this.#attached = this.#isOurs ? parsed.then(() => this.#attach()) : Promise.resolve();
  }

  /** Whether the page has taken the tag away. */
  get isGone(): boolean {
    return this.#isGone || !(this.#isOurs || this.#tag.isConnected);
  }

  /** Takes the tag from the page for good. */
  remove(): void {
    this.#letGo();
    this.#tag.remove();
    this.#leave();
  }

  /** The attribute of the tag, if it says something. */
  setting(name: string): string | undefined {
    return this.#tag.getAttribute(name)?.trim() || undefined;
  }

  /** Asks, or becomes an element where there is more to do. Without the visitor's consent it waits for it. */
  start(): void {
    const {signal} = this.#life;
    if (isPrerendered()) return whenActivated(() => this.start(), signal);
    const consent = new MutationObserver(() => this.#heedConsent());
    consent.observe(this.#tag, {attributeFilter: ['consent']});
    signal.addEventListener('abort', () => consent.disconnect());
    addEventListener('pagehide', () => this.#ask?.stop(), {signal});
    addEventListener('pageshow', ({persisted}) => persisted && this.#ask && this.#startAsking(), {signal});
    const problem = consentProblem(this.setting('consent'));
    if (problem) {
      warn(problem);
      // The element need not tell it again.
      Reflect.set(this.#tag, 'consent', 'required');
    }
    if (this.#isAllowed) this.#begin();
  }

  /** Carries out a command of the page. */
  async call([name, ...args]: readonly unknown[]): Promise<unknown> {
    if (name === 'remove') {
      this.remove();
      return;
    }
    if (!this.#growth) {
      if (name === 'get' && args[0] === 'state') return this.#state;
      if (this.#isGone || (name === 'get' && args[0] === 'offer')) return undefined;
    }
    const isListener = name === 'on' || name === 'off';
    const isHeld = (isListener || name === 'set' || name === 'identify') && !this.#life.signal.aborted;
    if (isHeld) this.#held.push([name, ...args]);
    if (isListener) listen(this.#tag, name, args);
    if (isListener && isHeld) return undefined;
    // Without the visitor's consent nothing is loaded.
    if (!this.#growth && !this.#isAllowed && !isConsent(name, args)) return undefined;
    if (interruptions.includes(name)) this.#ask?.stop();
    const {carryOut} = await this.#grow();
    return isHeld ? undefined : carryOut(this.#tag, name, args);
  }

  #attach(): void {
    if (this.#isGone) return;
    // Until there is something to show, the tag must not count as an item of a grid or flex layout.
    this.#tag.hidden = true;
    this.#letGo = keepOnPage(this.#tag, {onLeave: () => this.#leave(), onReturn: () => this.#goOn()});
  }

  get #isAllowed(): boolean {
    // Only the tag's own property counts, because a page may have added to `Object.prototype`.
    const own: unknown = Object.getOwnPropertyDescriptor(this.#tag, 'consent')?.value;
    return allowsSession(own ?? this.setting('consent'));
  }

  /** Whether all that there is to do is to ask about a visitor of whom the page says nothing. */
  get #isPlain(): boolean {
    const hasAccount = this.setting('account-id') && this.setting('app-installation-id');
    return !!hasAccount && !furtherWork.some((name) => this.#tag.hasAttribute(name));
  }

  #heedConsent(): void {
    if (this.#growth) return;
    // What was said last counts.
    Reflect.deleteProperty(this.#tag, 'consent');
    if (this.setting('consent') === 'denied') void this.call(['revokeConsent']);
    else if (this.#ask) this.#becomeElement();
    else if (this.#isAllowed) this.#begin();
  }

  #begin(): void {
    if (this.#tag.hasAttribute('expect-offer')) this.#preload();
    // What the page has said already may be about the visitor. The npm package's element asks for itself.
    const isTag = !customElements.get(this.#tag.localName);
    if (this.#isOurs && this.#isPlain && !this.#growth && isTag) this.#startAsking();
    else this.#becomeElement();
  }

  #preload(): void {
    // A failure shows when the element is needed.
    this.#loadElement().catch(() => undefined);
  }

  #startAsking(): void {
    const settings = {
      accountId: this.setting('account-id') ?? '',
      appInstallationId: this.setting('app-installation-id') ?? '',
      apiHost: this.setting('api-host'),
      apiVersion: this.setting('api-version'),
    };
    this.#tell('connecting', 'start');
    this.#ask = new FirstAsk(
      settings,
      {
        onHint: () => this.#preload(),
        onAnswer: (question) => this.#follow(question),
        onForget: (cause) => this.#forget(cause),
      },
      this.#question,
    );
  }

  #follow(question: FirstQuestion): void {
    this.#question = question;
    if (question.result === 'open') this.#becomeElement();
    else if (question.result === 'erased') this.#forget('revoke');
    else if (question.result === 'cleared') this.#forget('reset');
    else this.#tell('unavailable', 'unavailable');
  }

  /** The visitor has logged out in another tab, or does not agree any more. */
  #forget(cause: 'reset' | 'revoke'): void {
    if (this.#growth) return;
    this.#ask?.stop();
    this.#ask = this.#question = undefined;
    if (cause === 'revoke') Reflect.set(this.#tag, 'consent', 'denied');
    this.#tell('idle', cause);
  }

  #tell(to: StateChangeDetail['to'], cause: StateChangeDetail['cause']): void {
    const from = this.#state;
    this.#state = to;
    if (from !== to) this.#dispatch(new EngagementStateChangeEvent({from, to, cause}));
  }

  /** What happens before the tag is on the page is told when it is. */
  #dispatch(event: Event): void {
    void this.#attached.then(() => this.#tag.dispatchEvent(event));
  }

  #becomeElement(): void {
    this.#grow().catch(() => undefined);
  }

  /** A failure is told to the page, and the next need tries again. */
  #grow(): Promise<ElementFile> {
    this.#growth ??= this.#upgrade().catch((error: unknown) => {
      this.#growth = undefined;
      this.#question?.release();
      this.#dispatch(new EngagementErrorEvent(error as Error));
      throw error;
    });
    return this.#growth;
  }

  async #upgrade(): Promise<ElementFile> {
    const [file] = await Promise.all([this.#loadElement(), this.#attached]);
    const question = await this.#ask?.question;
    this.#end();
    if (this.#isOurs) this.#tag.hidden = false;
    file.upgrade(this.#tag, question, this.#held);
    return file;
  }

  #end(): void {
    this.#life.abort();
    this.#ask?.stop();
  }

  /** The page has removed the tag. An element hears of it by itself. */
  #leave(): void {
    this.#isGone = true;
    this.#end();
    this.#question?.release();
  }

  /** The page has put the tag back. */
  #goOn(): void {
    this.#isGone = false;
    if (this.#growth) return;
    this.#life = new AbortController();
    this.start();
  }
}

/** Whether a command is the visitor's answer about their consent. */
function isConsent(name: unknown, [setting, value]: readonly unknown[]): boolean {
  if (name === 'set') return setting === 'consent' && allowsSession(value);
  return name === 'grantConsent' || name === 'revokeConsent';
}
