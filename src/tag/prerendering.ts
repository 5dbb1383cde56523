/** A document whose type does not know yet that it may be prerendered. */
type PrerenderedDocument = Document & {readonly prerendering?: boolean};

/** Whether the browser has loaded the page ahead, and the visitor may never see it. */
export const isPrerendered = (page: PrerenderedDocument = document): boolean => !!page.prerendering;

/** Calls `act` when the visitor sees the page, unless `signal` has aborted before. */
export function whenActivated(act: () => void, signal: AbortSignal, page: EventTarget = document): void {
  page.addEventListener('prerenderingchange', act, {once: true, signal});
}
