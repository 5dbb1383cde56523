import {EngagementErrorEvent} from '../../tag/event-classes.js';
import {FirstAsk, type FirstQuestion} from '../../tag/first/first-ask.js';
import {isPrerendered, whenActivated} from '../../tag/prerendering.js';
import type * as cardFile from '../card-file.js';
import * as command from './command-kinds.js';
import type * as elementFile from '../element-file.js';
import {OfferBeforeElement} from './offer-before-element.js';
import {listen} from '../page-listeners.js';
import {PagePlace} from '../page-place.js';
import {accountOf, isAllowed, isShownAlone, requireKnownConsent, settingOf} from './plain-tag.js';
import {TagState} from './tag-state.js';

type ElementFile = typeof elementFile;

/** Loads the files that show something, each once however often it is called. */
export interface ShowingFiles {
  readonly element: () => Promise<ElementFile>;
  readonly card: () => Promise<typeof cardFile>;
}

/**
 * The script's tag while it needs no element: it asks, tells the page that there is no offer, or shows a plain one, and
 * waits. As soon as there is more to do, it becomes an element, which goes on from there.
 */
export class TagBeforeElement {
  readonly #tag: HTMLElement;
  readonly #files: ShowingFiles;
  readonly #place: PagePlace;
  readonly #state: TagState;
  readonly #offer: OfferBeforeElement;
  /** What the page has set, and which events it listens to, before there is an element. */
  readonly #held: (readonly unknown[])[] = [];
  /** Until there is an element, or the tag is removed. */
  #life = new AbortController();
  #ask: FirstAsk | undefined;
  #question: FirstQuestion | undefined;
  /** What was asked about a visitor who has logged out. */
  #cleared: FirstQuestion | undefined;
  #growth: Promise<ElementFile> | undefined;

  /**
   * @param tag the page's own tag, or one that is put at the end of the body
   * @param parsed resolves when the page has its whole body
   */
  constructor(tag: HTMLElement, files: ShowingFiles, parsed: Promise<unknown>) {
    this.#tag = tag;
    this.#files = files;
    this.#place = new PagePlace(tag, parsed, {
      onLeave: () => this.#leave(),
      onReturn: () => this.#goOn(),
      onMove: () => this.#offer.reopen(),
    });
    this.#state = new TagState(tag, this.#place.attached);
    this.#offer = new OfferBeforeElement(tag, files.card);
  }

  /** Whether the page has taken the tag away. */
  get isGone(): boolean {
    return this.#place.isGone;
  }

  remove(): void {
    this.#place.remove();
  }

  setting(name: string): string | undefined {
    return settingOf(this.#tag, name);
  }

  /** Asks, or becomes an element where there is more to do. Without the visitor's consent it waits for it. */
  start(): void {
    const {signal} = this.#life;
    if (isPrerendered()) return whenActivated(() => this.start(), signal);
    const consent = new MutationObserver(() => this.#heedConsent());
    consent.observe(this.#tag, {attributeFilter: ['consent']});
    signal.addEventListener('abort', () => consent.disconnect());
    addEventListener('pagehide', () => this.#ask?.stop(), {signal});
    addEventListener('pageshow', ({persisted}) => persisted && this.#ask && this.#askAgain(), {signal});
    requireKnownConsent(this.#tag);
    if (isAllowed(this.#tag)) this.#begin();
  }

  /** Carries out a command of the page. */
  async call([name, ...args]: readonly unknown[]): Promise<unknown> {
    if (name === 'remove') this.remove();
    const isAlone = !this.#growth || this.#offer.isAlone;
    if (isAlone && name === 'get' && args[0] === 'state') return this.#state.name;
    if (isAlone && name === 'get' && args[0] === 'offer') return this.#offer.toldAs(this.#state.name)?.offer;
    if (name === 'remove' || (isAlone && this.isGone)) return undefined;
    if (this.#ask && command.isDenial(name, args)) return this.call(['revokeConsent']);
    const isHeld = (command.isListening(name) || command.isSetting(name)) && !this.#life.signal.aborted;
    if (isHeld) this.#held.push([name, ...args]);
    if (command.isListening(name)) listen(this.#tag, name, args);
    if (isHeld && (this.#offer.isAlone ? command.hasKnownEvent(name, args) : command.isListening(name)))
      return undefined;
    // Without the visitor's consent nothing is loaded.
    if (isAlone && !isAllowed(this.#tag) && !command.isConsent(name, args)) return undefined;
    if (command.isInterrupting(name)) this.#ask?.stop();
    if (name === 'revokeConsent' && this.#offer.toldAs(this.#state.name)) this.#forget('revoke');
    else if (command.isForgetting(name)) this.#hideOffer();
    const {carryOut} = await this.#grow();
    return isHeld ? undefined : carryOut(this.#tag, name, args);
  }

  #heedConsent(): void {
    // What was said last counts.
    Reflect.deleteProperty(this.#tag, 'consent');
    if (this.setting('consent') === 'denied') return void this.call(['revokeConsent']).catch(() => undefined);
    if (this.#growth && !this.#offer.isAlone) return;
    if (this.#ask ?? this.#growth) this.#becomeElement();
    else if (isAllowed(this.#tag)) this.#begin();
  }

  #begin(): void {
    if (this.#tag.hasAttribute('expect-offer')) this.#preload();
    // What the page has said already may be about the visitor. The npm package's element asks for itself.
    const isTag = !customElements.get(this.#tag.localName);
    if (this.#place.isOurs && isTag && !this.#growth) this.#startAsking();
    else this.#becomeElement();
  }

  #preload(): void {
    // A failure shows when the file is needed.
    this.#files[this.#isShownAlone ? 'card' : 'element']().catch(() => undefined);
  }

  /** The page has come back from the back/forward cache. */
  #askAgain(): void {
    if (this.#offer.isAlone) this.#becomeElement();
    else this.#startAsking();
  }

  #startAsking(): void {
    const account = accountOf(this.#tag);
    if (!account) return this.#becomeElement();
    void this.#state.change('connecting', 'start');
    this.#ask = new FirstAsk(
      account,
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
    if (question.result === 'open') this.#growWhenNeeded().catch(() => undefined);
    else if (question.result === 'erased') this.#forget('revoke');
    else if (question.result === 'cleared') this.#forget('reset');
    else void this.#state.change('unavailable', 'unavailable');
  }

  /** The visitor has logged out in another tab, or does not agree any more. */
  #forget(cause: 'reset' | 'revoke'): void {
    if (this.#life.signal.aborted) return;
    this.#ask?.stop();
    this.#question?.release();
    this.#hideOffer();
    // A visitor who has logged out is asked about by nobody.
    this.#cleared = cause === 'reset' && this.#question ? {...this.#question, result: 'cleared'} : undefined;
    this.#ask = this.#question = undefined;
    if (cause === 'revoke') Reflect.set(this.#tag, 'consent', 'denied');
    void this.#state.change('idle', cause);
  }

  /** The page may have set something, or have brought another element, while files were loaded. */
  get #isShownAlone(): boolean {
    const isTag = !customElements.get(this.#tag.localName);
    return (
      isTag &&
      !this.isGone &&
      isShownAlone(this.#tag) &&
      this.#held.every(([name, ...args]) => command.hasKnownEvent(name, args))
    );
  }

  /** Shows a plain offer, and resolves when its element is needed. */
  async #showOffer(): Promise<void> {
    const [ask, question] = [this.#ask, this.#question];
    if (!question?.answer) return;
    await this.#place.attached;
    await this.#offer.show(question, {
      isWanted: () => ask === this.#ask && !ask?.isStopped && this.#isShownAlone,
      isVoid: () => ask !== this.#ask || this.isGone,
      tell: (state) => this.#state.change(state, state),
      call: (...args) => this.call(args),
    });
  }

  #hideOffer(): void {
    if (!this.#life.signal.aborted) this.#offer.hide();
  }

  readonly #becomeElement = (): void => void this.#grow().catch(() => undefined);

  /** Becomes an element now, and not only when one is needed. */
  #grow(): Promise<ElementFile> {
    this.#offer.hurry();
    return this.#growWhenNeeded();
  }

  /** A failure is told to the page, and the next need tries again. */
  #growWhenNeeded(): Promise<ElementFile> {
    this.#growth ??= this.#upgrade().catch((error: unknown) => {
      this.#growth = undefined;
      this.#question?.release();
      // Nobody could use it.
      this.#offer.hide();
      void this.#state.tell(new EngagementErrorEvent(error as Error));
      throw error;
    });
    return this.#growth;
  }

  async #upgrade(): Promise<ElementFile> {
    await this.#showOffer();
    const [file] = await Promise.all([this.#files.element(), this.#place.attached]);
    if (this.#offer.isAlone) await file.loadEngine();
    const asked = await this.#ask?.question;
    const shown = this.#offer.handOver();
    const question = this.#ask ? (shown ?? asked) : this.#cleared;
    this.#end();
    const told = !this.#ask && this.#cleared ? ({name: 'idle'} as const) : this.#offer.toldAs(this.#state.name);
    await file.upgrade(this.#tag, {isOurs: this.#place.isOurs, question, told, commands: this.#held});
    return file;
  }

  #end(): void {
    this.#life.abort();
    this.#ask?.stop();
  }

  /** The page has removed the tag. An element hears of it by itself. */
  #leave(): void {
    this.#hideOffer();
    this.#state.forget();
    this.#end();
    this.#question?.release();
  }

  /** The page has put the tag back. */
  #goOn(): void {
    if (this.#growth) return this.#becomeElement();
    this.#life = new AbortController();
    this.start();
  }
}
