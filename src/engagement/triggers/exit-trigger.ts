import type {Trigger} from './trigger.js';

/** What it sees of the page. */
export interface LeavablePage {
  readonly document: {readonly documentElement: Pick<EventTarget, 'addEventListener'>};
  matchMedia(query: string): {readonly matches: boolean};
}

/** Waits until the pointer leaves the page at its top, where the browser's own controls are. Fingers do not leave a page. */
export function createExitTrigger(page: LeavablePage = window): Trigger {
  return {
    name: 'showOnExit',
    start(tell, signal) {
      const heed = (event: Event): void => {
        if ((event as MouseEvent).clientY <= 0 && page.matchMedia('(hover: hover) and (pointer: fine)').matches)
          tell(true);
      };
      page.document.documentElement.addEventListener('mouseleave', heed, {signal});
    },
  };
}
