import type {EngagementSession} from '../engagement/session.js';
import {isPrerendered, whenActivated} from './prerendering.js';

/**
 * Runs a session until `signal` aborts, and lets it rest while the page lies in the back/forward
 * cache: a request or a lock held there would keep the page out of it. A page that is loaded ahead waits for its visitor.
 */
export function runWhileOnPage(session: EngagementSession, signal: AbortSignal, page: EventTarget = globalThis): void {
  if (isPrerendered()) return whenActivated(() => runWhileOnPage(session, signal, page), signal);
  let stay = new AbortController();
  const run = (): void => session.start(stay.signal);
  const leave = (): void => stay.abort();
  const comeBack = ({persisted}: PageTransitionEvent): void => {
    if (!persisted) return;
    stay = new AbortController();
    run();
  };
  // `AbortSignal.any` is missing in some browsers that can do all else.
  signal.addEventListener('abort', leave);
  page.addEventListener('pagehide', leave, {signal});
  page.addEventListener('pageshow', comeBack as EventListener, {signal});
  run();
}
