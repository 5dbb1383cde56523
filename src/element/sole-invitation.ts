import {depthOfWindow, findHolder, hearClaims, released, tell, type Claim} from './place-claim.js';
import type {ElementHost} from './element-host.js';
import type {SurfaceState} from './surface-state.js';

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
    const holder = findHolder(this.#host);
    this.#hasPlace = !holder;
    if (holder) this.#explain(holder);
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
    hearClaims(this.#host, (claim) => this.#hear(claim), signal);
    addEventListener(released, () => this.#hasPlace || this.#surfaceState.open('offer'), {signal});
    // The page may take away the frame.
    addEventListener('pagehide', ({persisted}) => persisted || this.#leave(), {signal});
    return watch;
  }

  #hear(claim: Claim): void {
    if (!this.#hasPlace) return;
    const {surface} = this.#surfaceState;
    // A conversation ends for nobody, and what the page has prevented holds no place.
    if (surface === 'nothing' || (surface !== 'panel' && claim.depth < depthOfWindow())) {
      this.#hasPlace = false;
      return this.#surfaceState.withdraw();
    }
    claim.holder = this.#host;
  }

  #explain(holder: HTMLElement): void {
    // A tag whose card has come before its element knows its attributes only.
    const {accountId = holder.getAttribute('account-id')} = holder as Partial<ElementHost>;
    const whose = accountId === this.#host.accountId ? 'the same account' : 'another account';
    this.#advise(
      `Another <web-engagement>, of ${whose}, shows its invitation on this page, so this one waits; keep one of them`,
    );
  }
}
