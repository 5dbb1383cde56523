/** What a widget says that wants to show its invitation. */
export interface Claim {
  readonly depth: number;
  readonly host: HTMLElement;
  /** Who has the place. */
  holder?: HTMLElement;
}

/** By these events the widgets of a page speak to each other, whichever copy of this code they come from. */
const claimed = 'web-engagement-claim';
export const released = 'web-engagement-release';

/** Claims the one place for an invitation, and returns who has it, if it is somebody who goes before. */
export function findHolder(host: HTMLElement): HTMLElement | undefined {
  const claim: Claim = {depth: depthOfWindow(), host};
  tell(claimed, claim);
  return claim.holder;
}

/** Hears the claims of others until `signal` aborts. */
export function hearClaims(own: HTMLElement, onClaim: (claim: Claim) => unknown, signal: AbortSignal): void {
  const hear = ({detail}: CustomEvent<Claim>): void => {
    if (detail.host !== own) onClaim(detail);
  };
  addEventListener(claimed, (event) => hear(event as CustomEvent<Claim>), {signal});
}

/** Tells the widgets of the whole page and of its frames, as far as they are of this origin, from the outermost. */
export function tell(type: string, detail?: Claim, page = window.top as Window): void {
  try {
    page.dispatchEvent(new CustomEvent(type, {detail}));
  } catch {
    // It is of another origin, which does not keep its frames from being of this one.
  }
  for (let index = 0; index < page.length; index++) tell(type, detail, page[index]);
}

/** How many windows this one is in. */
export function depthOfWindow(): number {
  let depth = 0;
  for (let it: Window = window; it !== it.parent; it = it.parent) depth++;
  return depth;
}
