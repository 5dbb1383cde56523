import type {EngagementSession} from '../engagement/session.js';

/**
 * Runs a session until `signal` aborts, and lets it rest while the page lies in the back/forward
 * cache: a request or a lock held there would keep the page out of it.
 */
export function runWhileOnPage(session: EngagementSession, signal: AbortSignal, page: EventTarget = globalThis): void {
  let stay = new AbortController();
  const run = (): void => session.start(AbortSignal.any([signal, stay.signal]));
  const leave = (): void => stay.abort();
  const comeBack = ({persisted}: PageTransitionEvent): void => {
    if (!persisted) return;
    stay = new AbortController();
    run();
  };
  page.addEventListener('pagehide', leave, {signal});
  page.addEventListener('pageshow', comeBack as EventListener, {signal});
  run();
}
