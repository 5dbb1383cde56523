import type {ElementHost} from '../element-host.js';
import {isPageBlocked, isReachable} from './obstacles/obstruction.js';
import {hasPageModal} from './obstacles/page-modal.js';
import {watchPage} from './page-watch.js';
import {setInTopLayer} from './top-layer.js';

/** A surface, and whether it is to be seen. */
export type Layer = readonly [surface: HTMLElement | null, isOpen: boolean];

export interface LayersOptions {
  /** Whether anything is to be shown above the page. */
  readonly isWanted: () => boolean;
  /** The rendered surfaces. The last open one is on top. */
  readonly layers: () => readonly Layer[];
}

/** After these a page that was covered may be free again. */
const occasions = ['close', 'toggle', 'fullscreenchange', 'visibilitychange', 'pointerup', 'focusin'];

/** How long a page may be free before it is looked at without an occasion, in ms. */
const patience = 1_000;

/**
 * Shows surfaces in the top layer, but none that nobody could use: it waits for the end of the page's modal dialogs and
 * fullscreen, and tests what it has shown.
 */
export class Layers {
  readonly #host: ElementHost;
  readonly #options: LayersOptions;
  #isRaised = false;
  #wait: AbortController | undefined;
  /** Whether a dialog of the page's own making came later. */
  #isSteppedBack = false;
  /** Runs while surfaces are shown. */
  #watch: AbortController | undefined;

  constructor(host: ElementHost, options: LayersOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  /** Whether the page covers what is to be shown. */
  get isHeldBack(): boolean {
    return !!this.#wait;
  }

  /** Looks, before surfaces are rendered, whether they can be shown. What is there already stays. */
  hostUpdate(): void {
    if (!this.#options.isWanted()) this.#end();
    else if (!this.#isRaised && !this.#wait && isPageBlocked(this.#host)) this.#hold();
  }

  /** Shows and hides the rendered surfaces. */
  hostUpdated(): void {
    // What a tag has shown before it was an element was tested then.
    const isKnown = this.#options.layers().some(([surface]) => surface?.hasAttribute('data-open'));
    const open = this.#settle();
    const isNew = !this.#isRaised && !isKnown && open.length > 0;
    this.#setRaised(open.length > 0);
    const top = open.at(-1);
    if (isNew && top) this.#probe(top);
  }

  /** Hides what nobody could use at once, without the motion that anything else goes with. */
  #probe(surface: HTMLElement): void {
    surface.classList.add('probed');
    if (!isReachable(this.#host, surface)) {
      this.#hold();
      this.#settle();
      this.#setRaised(false);
      this.#host.requestUpdate();
      // The class counts only for a style that is computed while it is there.
      surface.getClientRects();
    }
    surface.classList.remove('probed');
  }

  /** Returns the surfaces that are open, even while they have stepped back. */
  #settle(): readonly HTMLElement[] {
    const layers = this.#options.layers();
    const open = layers.flatMap(([surface, isOpen]) => (surface && isOpen && !this.#wait ? surface : []));
    for (const [surface] of layers) {
      if (surface) setInTopLayer(surface, open.includes(surface) && !this.#isSteppedBack);
    }
    return open;
  }

  #setRaised(isRaised: boolean): void {
    if (isRaised === this.#isRaised) return;
    this.#isRaised = isRaised;
    this.#isSteppedBack = false;
    this.#watch?.abort();
    if (!isRaised) return;
    this.#watch = new AbortController();
    watchPage(occasions, () => this.#stepBack(), this.#watch.signal);
  }

  /** Takes the surfaces out of the way of a dialog that would count a click on them as one beside it, and brings them back. */
  #stepBack(): void {
    const isInTheWay = hasPageModal(this.#host);
    if (isInTheWay === this.#isSteppedBack) return;
    this.#isSteppedBack = isInTheWay;
    this.#settle();
  }

  #hold(): void {
    this.#wait = new AbortController();
    const retry = (): void => {
      this.#end();
      this.#host.requestUpdate();
    };
    const {signal} = this.#wait;
    watchPage(occasions, retry, signal);
    // Nobody outside hears that a dialog in a shadow tree is closed by script.
    const timer = setTimeout(retry, patience);
    signal.addEventListener('abort', () => clearTimeout(timer));
  }

  #end(): void {
    this.#wait?.abort();
    this.#wait = undefined;
  }
}
