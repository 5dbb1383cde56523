import {sleep as realSleep, type Sleep} from '../../../http/sleep.js';
import type {ElementHost} from '../../element-host.js';
import {topOfFixed} from './fixed-boxes.js';
import {watchPage} from '../page-watch.js';
import {areaOf, mostOfWindow} from './surface-area.js';

export interface AvoidingOptions {
  /** Whether the card or the panel can be seen. */
  readonly isOpen: () => boolean;
  readonly sleep?: Sleep | undefined;
}

/** After these something else may be in the corner. Not every browser tells when scrolling has ended. */
const occasions = [
  'resize',
  'toggle',
  'transitionend',
  'animationend',
  'onscrollend' in globalThis ? 'scrollend' : 'scroll',
];

/** How often the corner is looked at while the card or the panel is open, in ms. */
const interval = 1_000;

/** Lifts the surfaces above what the page keeps fixed or sticky in their corner. */
export class Avoiding {
  readonly #host: ElementHost;
  readonly #options: AvoidingOptions;
  /** Of a rule, because a page may forbid inline styles. */
  #style: CSSStyleDeclaration | undefined;
  #lift = 0;
  #watch: AbortController | undefined;

  constructor(host: ElementHost, options: AvoidingOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  /** Looks at the corner now, and from then on as long as there is something in it. */
  hostUpdated(): void {
    const isWanted = this.#host.isConnected && this.#host.avoid !== 'none' && this.#surfaces.length > 0;
    if (isWanted !== !!this.#watch) this.#follow(isWanted);
    if (isWanted) this.#look();
  }

  /** The surfaces that lie above the page. */
  get #surfaces(): HTMLElement[] {
    const surfaces = this.#host.shadowRoot?.querySelectorAll<HTMLElement>('[data-open]:not(.inline)') ?? [];
    return [...surfaces].filter(({offsetHeight}) => offsetHeight);
  }

  #follow(isWanted: boolean): void {
    this.#watch?.abort();
    this.#watch = isWanted ? new AbortController() : undefined;
    if (!this.#watch) return this.#setLift(0);
    const {signal} = this.#watch;
    watchPage(occasions, () => this.#look(), signal);
    this.#lookWhileOpen(signal).catch(() => undefined);
  }

  async #lookWhileOpen(signal: AbortSignal): Promise<void> {
    const {sleep = realSleep, isOpen} = this.#options;
    for (;;) {
      await sleep(interval, signal);
      if (isOpen() && !document.hidden) this.#look();
    }
  }

  /** Lifts the surfaces until nothing is in their way. */
  #look(): void {
    const highest = innerHeight * mostOfWindow;
    let lift = 0;
    while (lift < highest) {
      const next = this.#findLift(lift);
      if (next <= lift) break;
      lift = next;
    }
    this.#setLift(Math.min(lift, highest));
  }

  /** How far the surfaces have to be lifted above what would be in their way if they were lifted so far. */
  #findLift(lift: number): number {
    const tops = this.#surfaces.map((surface) => topOfFixed(areaOf(surface, lift - this.#lift), this.#host));
    return innerHeight - Math.min(...tops);
  }

  #setLift(lift: number): void {
    if (lift === this.#lift) return;
    this.#lift = lift;
    this.#style ??= addRule(this.#host.shadowRoot)?.style;
    this.#style?.setProperty('--_lift', `${lift}px`);
  }
}

/** Adds a rule for the surfaces, where the browser has style sheets without an element. */
function addRule(root: Partial<ShadowRoot> | null): CSSStyleRule | undefined {
  if (!root?.adoptedStyleSheets) return undefined;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync('.surface {}');
  root.adoptedStyleSheets.push(sheet);
  return sheet.cssRules[0] as CSSStyleRule;
}
