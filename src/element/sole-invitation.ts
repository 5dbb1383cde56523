import type {ElementHost} from './element-host.js';
import type {SurfaceState} from './surface-state.js';

interface Claim {
  readonly depth: number;
  readonly host: ElementHost;
  /** Who has the place. */
  holder?: ElementHost;
}

/** By these events the widgets of a page speak to each other, whichever copy of this code they come from. */
const [claimed, released] = ['web-engagement-claim', 'web-engagement-release'];

/**
 * Lets one widget at a time show its invitation, on a page and in the frames of its origin in it: the outermost, and of two in
 * one document the first.
 */
export class SoleInvitation {
  readonly #host: ElementHost;
  readonly #surfaceState: SurfaceState;
  readonly #advise: (line: string) => void;
  #hasPlace = false;
  /** Runs while it has the place, or waits for it. */
  #watch: AbortController | undefined;

  /** @param advise writes a line for the page's author */
  constructor(host: ElementHost, surfaceState: SurfaceState, advise: (line: string) => void) {
    this.#host = host;
    this.#surfaceState = surfaceState;
    this.#advise = advise;
    host.addController(this);
  }

  hostUpdated(): void {
    const {presented, surface} = this.#surfaceState;
    if (!this.#host.isConnected || (!presented && surface === 'nothing')) this.#leave();
  }

  /** Takes the place, unless somebody has it who goes before. Then it hears when the place is free. */
  take(): boolean {
    if (this.#hasPlace) return true;
    this.#watch ??= this.#listen();
    const claim: Claim = {depth: outerWindows().length, host: this.#host};
    const pages = [...outerWindows().filter(isReadable), window];
    this.#hasPlace = pages.every((page) => tell(page, claimed, claim));
    if (this.#hasPlace) for (const page of innerWindows(window)) tell(page, claimed, claim);
    else if (claim.holder) this.#explain(claim.holder);
    return this.#hasPlace;
  }

  /** Gives the place back, or waits for it no longer. */
  #leave(): void {
    this.#watch?.abort();
    this.#watch = undefined;
    if (!this.#hasPlace) return;
    this.#hasPlace = false;
    for (const page of [window, ...innerWindows(window)]) tell(page, released);
  }

  #listen(): AbortController {
    const watch = new AbortController();
    const {signal} = watch;
    addEventListener(claimed, (event) => this.#hear(event as CustomEvent<Claim>), {signal});
    addEventListener(released, () => this.#hasPlace || this.#surfaceState.open('offer'), {signal});
    return watch;
  }

  #hear(event: CustomEvent<Claim>): void {
    const {detail} = event;
    if (!this.#hasPlace || detail.host === this.#host) return;
    const {surface} = this.#surfaceState;
    // A conversation ends for nobody, and what the page has prevented holds no place.
    if (surface === 'nothing' || (surface !== 'panel' && detail.depth < outerWindows().length)) {
      this.#hasPlace = false;
      return this.#surfaceState.withdraw();
    }
    detail.holder = this.#host;
    event.preventDefault();
  }

  #explain({accountId}: ElementHost): void {
    const whose = accountId === this.#host.accountId ? 'the same account' : 'another account';
    this.#advise(
      `Another <web-engagement>, of ${whose}, shows its invitation on this page, so this one waits; keep one of them`,
    );
  }
}

/** Returns whether nobody objects. */
function tell(page: Window, type: string, detail?: Claim): boolean {
  return page.dispatchEvent(new CustomEvent(type, {cancelable: true, detail}));
}

/** The windows that this one is in, from the outermost. */
function outerWindows(): Window[] {
  const found: Window[] = [];
  for (let it: Window = window; it !== it.parent; it = it.parent) found.unshift(it.parent);
  return found;
}

/** The windows in a window, as far as they are of its origin. */
function innerWindows(page: Window): Window[] {
  const frames = Array.from({length: page.length}, (_, index) => page[index] as Window).filter(isReadable);
  return frames.flatMap((frame) => [frame, ...innerWindows(frame)]);
}

/** Whether a window is of this origin. */
function isReadable(page: Window): boolean {
  try {
    return !!page.document;
  } catch {
    return false;
  }
}
