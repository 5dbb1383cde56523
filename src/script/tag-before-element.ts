import {consentProblem} from '../tag/consent.js';
import {warn} from '../tag/console.js';
import {EngagementErrorEvent} from '../tag/event-classes.js';
import {FirstAsk, type FirstQuestion} from '../tag/first/first-ask.js';
import {isPrerendered, whenActivated} from '../tag/prerendering.js';
import type * as cardFile from './card-file.js';
import {isConsent, isDenial, isForgetting, isInterrupting, isListening, isSetting} from './command-kinds.js';
import type * as elementFile from './element-file.js';
import {OfferBeforeElement} from './offer-before-element.js';
import {listen} from './page-listeners.js';
import {keepOnPage} from './page-place.js';
import {accountOf, isAllowed, isShownAlone, settingOf} from './plain-tag.js';
import {TagState} from './tag-state.js';

type ElementFile = typeof elementFile;

/** Loads the files that show something, each once however often it is called. */
export interface ShowingFiles {
  readonly element: () => Promise<ElementFile>;
  readonly card: () => Promise<typeof cardFile>;
}

/**
 * The script's tag while there is nothing to show: it asks, tells the page that there is no offer, and waits. As soon as
 * there is more to do, it becomes an element, which goes on from there.
 */
export class TagBeforeElement {
  readonly #tag: HTMLElement;
  readonly #files: ShowingFiles;
  /** Whether the script made the tag, and not the page. */
  readonly #isOurs: boolean;
  /** Resolves when the tag is on the page. */
  readonly #attached: Promise<void>;
  readonly #state: TagState;
  readonly #offer: OfferBeforeElement;
  /** What the page has set, and which events it listens to, before there is an element. */
  readonly #held: (readonly unknown[])[] = [];
  /** Until there is an element, or the tag is removed. */
  #life = new AbortController();
  #ask: FirstAsk | undefined;
  #question: FirstQuestion | undefined;
  #growth: Promise<ElementFile> | undefined;
  #isGone = false;
  #letGo = (): void => undefined;

  /**
   * @param tag the page's own tag, or one that is put at the end of the body
   * @param parsed resolves when the page has its whole body
   */
  constructor(tag: HTMLElement, files: ShowingFiles, parsed: Promise<unknown>) {
    this.#tag = tag;
    this.#files = files;
    this.#isOurs = !tag.isConnected;
    this.#attached = this.#isOurs ? parsed.then(() => this.#attach()) : Promise.resolve();
    this.#state = new TagState(tag, this.#attached);
    this.#offer = new OfferBeforeElement(tag, files.card);
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
    addEventListener('pageshow', ({persisted}) => persisted && this.#ask && this.#startAsking(), {signal});
    const problem = consentProblem(this.setting('consent'));
    if (problem) {
      warn(problem);
      // The element need not tell it again.
      Reflect.set(this.#tag, 'consent', 'required');
    }
    if (isAllowed(this.#tag)) this.#begin();
  }

  /** Carries out a command of the page. */
  async call([name, ...args]: readonly unknown[]): Promise<unknown> {
    if (name === 'remove') {
      this.remove();
      return;
    }
    if (!this.#growth) {
      if (name === 'get' && args[0] === 'state') return this.#state.name;
      if (this.#isGone || (name === 'get' && args[0] === 'offer')) return undefined;
    }
    if (this.#ask && isDenial(name, args)) return this.call(['revokeConsent']);
    const isHeld = (isListening(name) || isSetting(name)) && !this.#life.signal.aborted;
    if (isHeld) this.#held.push([name, ...args]);
    if (isListening(name)) listen(this.#tag, name, args);
    if (isListening(name) && isHeld) return undefined;
    // Without the visitor's consent nothing is loaded.
    if (!this.#growth && !isAllowed(this.#tag) && !isConsent(name, args)) return undefined;
    if (isInterrupting(name)) this.#ask?.stop();
    if (name === 'revokeConsent' && this.#offer.toldAs(this.#state.name)) this.#forget('revoke');
    else if (isForgetting(name)) this.#hideOffer();
    const {carryOut} = await this.#grow();
    return isHeld ? undefined : carryOut(this.#tag, name, args);
  }

  #attach(): void {
    if (this.#isGone) return;
    // Until there is something to show, the tag must not count as an item of a grid or flex layout.
    this.#tag.hidden = true;
    this.#letGo = keepOnPage(this.#tag, {onLeave: () => this.#leave(), onReturn: () => this.#goOn()});
  }

  #heedConsent(): void {
    // What was said last counts.
    Reflect.deleteProperty(this.#tag, 'consent');
    if (this.setting('consent') === 'denied') return void this.call(['revokeConsent']).catch(() => undefined);
    if (this.#growth) return;
    if (this.#ask) this.#becomeElement();
    else if (isAllowed(this.#tag)) this.#begin();
  }

  #begin(): void {
    if (this.#tag.hasAttribute('expect-offer')) this.#preload();
    // What the page has said already may be about the visitor. The npm package's element asks for itself.
    const isTag = !customElements.get(this.#tag.localName);
    if (this.#isOurs && isTag && !this.#growth) this.#startAsking();
    else this.#becomeElement();
  }

  #preload(): void {
    // A failure shows when the file is needed.
    this.#files[this.#isShownAlone ? 'card' : 'element']().catch(() => undefined);
  }

  /** Asks where there is nothing else to do. */
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
    if (question.result === 'open') this.#becomeElement();
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
    this.#ask = this.#question = undefined;
    if (cause === 'revoke') Reflect.set(this.#tag, 'consent', 'denied');
    void this.#state.change('idle', cause);
  }

  /** The page may have set something, or have brought another element, while files were loaded. */
  get #isShownAlone(): boolean {
    const isTag = !customElements.get(this.#tag.localName);
    return isTag && !this.#isGone && isShownAlone(this.#tag) && this.#held.every(([name]) => isListening(name));
  }

  /** Shows a plain offer, whose element comes when it is painted. */
  async #showOffer(): Promise<void> {
    const [ask, question] = [this.#ask, this.#question];
    if (!question?.answer) return;
    await this.#attached;
    await this.#offer.show(question, {
      isWanted: () => ask === this.#ask && !ask?.isStopped && this.#isShownAlone,
      tell: (state) => this.#state.change(state, state),
      onAct: () => this.#becomeElement(),
    });
  }

  #hideOffer(): void {
    if (!this.#life.signal.aborted) this.#offer.hide();
  }

  #becomeElement(): void {
    this.#grow().catch(() => undefined);
  }

  /** A failure is told to the page, and the next need tries again. */
  #grow(): Promise<ElementFile> {
    this.#growth ??= this.#upgrade().catch((error: unknown) => {
      this.#growth = undefined;
      this.#question?.release();
      // Nobody could use it.
      this.#hideOffer();
      void this.#state.tell(new EngagementErrorEvent(error as Error));
      throw error;
    });
    return this.#growth;
  }

  async #upgrade(): Promise<ElementFile> {
    await this.#showOffer();
    const [file] = await Promise.all([this.#files.element(), this.#attached]);
    const question = await this.#ask?.question;
    this.#end();
    if (this.#isOurs) this.#tag.hidden = false;
    file.upgrade(this.#tag, {question, told: this.#offer.toldAs(this.#state.name), commands: this.#held});
    return file;
  }

  #end(): void {
    this.#life.abort();
    this.#ask?.stop();
  }

  /** The page has removed the tag. An element hears of it by itself. */
  #leave(): void {
    this.#isGone = true;
    this.#hideOffer();
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
