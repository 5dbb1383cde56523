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
 * Lets one widget at a time show its invitation, on a page and in the frames of its origin in it: the outermost, and of two
 * that are equally deep the first.
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
    const claim: Claim = {depth: depthOfWindow(), host: this.#host};
    tell(claimed, claim);
    this.#hasPlace = !claim.holder;
    if (claim.holder) this.#explain(claim.holder);
    return this.#hasPlace;
  }

  /** Gives the place back, or waits for it no longer. */
  #leave(): void {
    this.#watch?.abort();
    this.#watch = undefined;
    if (!this.#hasPlace) return;
    this.#hasPlace = false;
    tell(released);
  }

  #listen(): AbortController {
    const watch = new AbortController();
    const {signal} = watch;
    addEventListener(claimed, (event) => this.#hear(event as CustomEvent<Claim>), {signal});
    addEventListener(released, () => this.#hasPlace || this.#surfaceState.open('offer'), {signal});
    // The page may take away the frame.
    addEventListener('pagehide', ({persisted}) => persisted || this.#leave(), {signal});
    return watch;
  }

  #hear({detail}: CustomEvent<Claim>): void {
    if (!this.#hasPlace || detail.host === this.#host) return;
    const {surface} = this.#surfaceState;
    // A conversation ends for nobody, and what the page has prevented holds no place.
    if (surface === 'nothing' || (surface !== 'panel' && detail.depth < depthOfWindow())) {
      this.#hasPlace = false;
      return this.#surfaceState.withdraw();
    }
    detail.holder = this.#host;
  }

  #explain({accountId}: ElementHost): void {
    const whose = accountId === this.#host.accountId ? 'the same account' : 'another account';
    this.#advise(
      `Another <web-engagement>, of ${whose}, shows its invitation on this page, so this one waits; keep one of them`,
    );
  }
}

/** Tells the widgets of the whole page and of its frames, as far as they are of this origin, from the outermost. */
function tell(type: string, detail?: Claim, page = window.top as Window): void {
  try {
    page.dispatchEvent(new CustomEvent(type, {detail}));
  } catch {
    // It is of another origin, which does not keep its frames from being of this one.
  }
  for (let index = 0; index < page.length; index++) tell(type, detail, page[index]);
}

/** How many windows this one is in. */
function depthOfWindow(): number {
  let depth = 0;
  for (let it: Window = window; it !== it.parent; it = it.parent) depth++;
  return depth;
}
