import {own} from '../check/own.js';
import {createDatabase, type Database} from './database.js';
import {StorageError} from './storage-error.js';
import {emptyVisit, type Visit} from './visit.js';
import {openVisitChannel, tellTabs, type VisitMessage} from './visit-channel.js';
import {eraseVisit, forgetVisit, readVisit, updateVisit} from './visit-transactions.js';

/** Where a visit is kept: across pages and tabs, or for this page only. */
export type VisitStorage = 'indexeddb' | 'memory';

/**
 * What a visit store reports: a change in another tab, or a failure of the storage. `cleared`: the visitor has logged out,
 * or another one has logged in.
 */
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
   * twice. A visit that is forgotten meanwhile is not changed any more.
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
  /** How often the visit was forgotten. What was begun before is void. */
  #epoch = 0;
  /** Who has logged in, as last read or written. */
  #subject: string | undefined;
  /** The visitor id that was written last. */
  #written: string | undefined;

  constructor(options: VisitStoreOptions) {
    const {key, database = createDatabase(), current = emptyVisit} = own(options);
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
    const epoch = this.#epoch;
    await this.#attempt(async () => {
      const visit = await readVisit(this.#key, this.#database.use);
      if (epoch === this.#epoch) this.#take(visit, visit);
    });
    return this.#current;
  }

  async update(change: (visit: Visit) => Visit): Promise<Visit> {
    const epoch = this.#epoch;
    let stored = this.#current;
    const changeOnce = (visit: Visit): Visit => {
      if (epoch !== this.#epoch) return visit;
      const changed = change((stored = visit));
      this.#written = changed.visitorId;
      return changed;
    };
    let changed: Visit | undefined;
    await this.#attempt(async () => {
      changed = await updateVisit(this.#key, changeOnce, this.#database.use);
    });
    if (epoch !== this.#epoch) return this.#current;
    const isInMemory = this.#failure && !this.#isErased;
    this.#take(stored, isInMemory ? change(this.#current) : (changed ?? this.#current));
    this.#tell('changed');
    return this.#current;
  }

  async clear(): Promise<void> {
    // The other tabs are told first. Each forgets for itself, and with it what it has written in the meantime.
    this.#tell('cleared');
    await this.#forget();
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

  /** Takes over what is stored now. Another visitor may have logged in, in another tab. */
  #take(stored: Visit, visit: Visit): void {
    const isAnothers = this.#subject !== undefined && stored.subject !== undefined && stored.subject !== this.#subject;
    this.#current = visit === emptyVisit ? visit : own(visit);
    this.#subject = visit.subject ?? this.#subject;
    if (isAnothers) this.#listener?.({type: 'cleared'});
  }

  #void(): void {
    this.#current = emptyVisit;
    this.#subject = undefined;
    this.#epoch += 1;
  }

  /**
   * Forgets even after a failure, because an earlier page may have stored something. A database that opens late forgets
   * then.
   *
   * @param visitorId the visitor to forget; whoever it is when absent
   */
  async #forget(visitorId?: string): Promise<void> {
    this.#void();
    if (this.#isErased) return;
    try {
      if (this.#listener) await forgetVisit(this.#key, this.#database.use, visitorId);
      // Where no session runs, nothing may be stored.
      else await eraseVisit(this.#key, this.#database);
    } catch (cause) {
      this.#fail(cause);
      // What can neither be changed nor deleted must not outlive the log-out.
      if (!this.#database.lateOpening()) await this.#database.destroy().catch(() => undefined);
    }
    if (!this.#listener) this.#database.close();
  }

  /** Runs even after a failure, because an earlier page may have stored something. */
  async #destroy(): Promise<void> {
    this.#void();
    this.#isErased = true;
    try {
      await eraseVisit(this.#key, this.#database);
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
    // After what has waited for the database.
    await new Promise((resolve) => setTimeout(resolve));
    const learned = this.#current;
    this.#failure = undefined;
    await this.update((stored) => ({...stored, ...learned}));
  }

  async #hear(message: unknown): Promise<void> {
    if (message === 'cleared') {
      const known = this.#current.visitorId ?? this.#written;
      this.#listener?.({type: 'cleared'});
      if (known) await this.#forget(known);
      else this.#void();
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
