import {emptyVisit, type Visit} from '../../../src/visit/visit.js';
import type {VisitEvent, VisitStore} from '../../../src/visit/visit-store.js';

/** A visit that several tabs share, as they share the database and its channel. */
export interface SharedVisits {
  /** What is stored. */
  readonly stored: Visit;
  /** Opens the store of one tab. */
  open(): VisitStore;
}

type Listener = (event: VisitEvent) => void;

export function createSharedVisits(): SharedVisits {
  let stored = emptyVisit;
  const tabs = new Map<VisitStore, Listener>();
  const tell = (teller: VisitStore, event: VisitEvent): void => {
    for (const [tab, listener] of [...tabs]) if (tab !== teller) queueMicrotask(() => listener(event));
  };
  const open = (): VisitStore => {
    let current = emptyVisit;
    const store: VisitStore = {
      storage: 'indexeddb',
      get current() {
        return current;
      },
      read: () => Promise.resolve((current = stored)),
      update: (change) => {
        current = stored = change(stored);
        tell(store, {type: 'changed', visit: stored});
        return Promise.resolve(current);
      },
      clear: () => forget({}, 'cleared'),
      erase: () => forget(emptyVisit, 'erased'),
      watch: (listener, signal) => {
        tabs.set(store, (event) => {
          current = stored;
          listener(event);
        });
        signal.addEventListener('abort', () => tabs.delete(store));
      },
    };
    const forget = (left: Visit, type: 'cleared' | 'erased'): Promise<void> => {
      current = stored = left;
      tell(store, {type});
      return Promise.resolve();
    };
    return store;
  };
  return {
    get stored() {
      return stored;
    },
    open,
  };
}
