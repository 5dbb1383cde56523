import {del, promisifyRequest} from 'idb-keyval';
import {createDatabase, type Database} from './database.js';
import {StorageError} from './storage-error.js';
import {emptyVisit, type Visit} from './visit.js';
import {openVisitChannel, tellTabs, type VisitMessage} from './visit-channel.js';
import {readVisit, updateVisit} from './visit-transactions.js';

/** Where a visit is kept: across pages and tabs, or for this page only. */
export type VisitStorage = 'indexeddb' | 'memory';

/** What a visit store reports: a change in another tab, or a failure of the storage. */
export type VisitEvent =
  | {readonly type: 'changed'; readonly visit: Visit}
  | {readonly type: 'cleared'}
  | {readonly type: 'erased'}
  | {readonly type: 'storage-failed'; readonly error: StorageError};

/** Stores one visit. No method ever rejects. If the browser's storage fails, the visit is kept in memory. */
export interface VisitStore {
  /** Where the visit is stored. */
  readonly storage: VisitStorage;
  /** The visit as last read or written. Empty before the first read. */
  readonly current: Visit;
  /** Reads the visit. */
  read(): Promise<Visit>;
  /**
   * Changes the visit atomically among all tabs and resolves with the result. `change` must be pure, as it may run
   * twice.
   */
  update(change: (visit: Visit) => Visit): Promise<Visit>;
  /** Forgets everything, in all tabs. */
  clear(): Promise<void>;
  /**
   * Forgets everything, in all tabs, and deletes the database unless it holds another visit. After that no tab reads or
   * writes until it watches the visit again.
   */
  erase(): Promise<void>;
  /** Calls back when another tab changes or erases the visit, and when storage fails, until `signal` aborts. */
  watch(listener: (event: VisitEvent) => void, signal: AbortSignal): void;
}

/** Options of `createVisitStore`. */
export interface VisitStoreOptions {
  /** Key of the record, such as the account id. Visits with different keys are independent. Required. */
  readonly key: string;
  /** Connection to the database. @default one to the IndexedDB database `web-engagement` */
  readonly database?: Database | undefined;
  /** The visit, if it has been read already. */
  readonly current?: Visit | undefined;
}

/**
 * Creates a store in IndexedDB. The database is opened at the first use and closed when no listener watches any more.
 *
 * @example
 * const visits = createVisitStore({key: '12345678'});
 * const {optedOut = false} = await visits.read();
 */
export function createVisitStore(options: VisitStoreOptions): VisitStore {
  return new IndexedVisitStore(options);
}

class IndexedVisitStore implements VisitStore {
  readonly #key: string;
  readonly #database: Database;
  #current: Visit;
  #failure: StorageError | undefined;
  #channel: BroadcastChannel | undefined;
  #listener: ((event: VisitEvent) => void) | undefined;
  #isErased = false;

  constructor({key, database = createDatabase(), current = emptyVisit}: VisitStoreOptions) {
    this.#key = key;
    this.#database = database;
    this.#current = current;
  }

  get storage(): VisitStorage {
    return this.#failure ? 'memory' : 'indexeddb';
  }

  get current(): Visit {
    return this.#current;
  }

  async read(): Promise<Visit> {
    await this.#attempt(async () => {
      this.#current = await readVisit(this.#key, this.#database.use);
    });
    return this.#current;
  }

  async update(change: (visit: Visit) => Visit): Promise<Visit> {
    let changed: Visit | undefined;
    await this.#attempt(async () => {
      changed = await updateVisit(this.#key, change, this.#database.use);
    });
    this.#current = this.#failure ? change(this.#current) : (changed ?? this.#current);
    this.#tell('changed');
    return this.#current;
  }

  async clear(): Promise<void> {
    this.#current = emptyVisit;
    await this.#attempt(() => del(this.#key, this.#database.use));
    this.#tell('cleared');
  }

  async erase(): Promise<void> {
    // The other tabs are notified first. Each erases for itself, which removes what it has written in the meantime.
    this.#tell('erased');
    await this.#destroy();
  }

  watch(listener: (event: VisitEvent) => void, signal: AbortSignal): void {
    this.#isErased = false;
    const channel = openVisitChannel(this.#key);
    this.#channel = channel;
    this.#listener = listener;
    if (channel) channel.onmessage = ({data}) => void this.#hear(data);
    signal.addEventListener('abort', () => {
      channel?.close();
      if (this.#channel !== channel) return;
      this.#channel = this.#listener = undefined;
      this.#database.close();
    });
  }

  /** Uses the database until it fails once, and again if it opens late. */
  async #attempt(work: () => Promise<void>): Promise<void> {
    if (this.#failure || this.#isErased) return;
    try {
      await work();
    } catch (cause) {
      this.#fail(cause);
    } finally {
      if (!this.#listener) this.#database.close();
    }
  }

  /** Runs even after a failure, because an earlier page may have stored something. */
  async #destroy(): Promise<void> {
    this.#current = emptyVisit;
    this.#isErased = true;
    try {
      const left = await this.#database.use('readwrite', async (records) => {
        await promisifyRequest(records.delete(this.#key));
        return promisifyRequest(records.count());
      });
      if (left === 0) await this.#database.destroy();
    } catch {
      // Where nothing can be erased, nothing could be stored.
    }
    this.#database.close();
  }

  #fail(cause: unknown): void {
    // Operations that run at the same time fail together, which counts as one failure.
    if (this.#failure) return;
    const error = (this.#failure = new StorageError(cause));
    this.#listener?.({type: 'storage-failed', error});
    this.#database.lateOpening()?.then(
      () => this.#adopt(),
      () => undefined,
    );
  }

  /** The database has opened late. What this page learned in the meantime is newer than its content. */
  async #adopt(): Promise<void> {
    const learned = this.#current;
    this.#failure = undefined;
    await this.update((stored) => ({...stored, ...learned}));
  }

  async #hear(message: unknown): Promise<void> {
    if (message === 'cleared') {
      this.#current = emptyVisit;
      this.#listener?.({type: 'cleared'});
    } else if (message === 'erased') {
      this.#listener?.({type: 'erased'});
      await this.#destroy();
    } else {
      const visit = await this.read();
      this.#listener?.({type: 'changed', visit});
    }
  }

  #tell(message: VisitMessage): void {
    if (this.#isErased) return;
    tellTabs(this.#key, message, this.#channel);
  }
}
