import {own} from '../check/own.js';
import {createDatabase, type Database} from './database.js';
import {StorageError} from './storage-error.js';
import {KnownVisit} from './known-visit.js';
import type {Visit} from './visit.js';
import type {VisitMessage} from './visit-channel.js';
import {eraseVisit, forgetVisit, readVisit, updateVisit} from './visit-transactions.js';
import {VisitTabs, type ToldWishes} from './visit-tabs.js';
import {changedWishes, withWishes} from './wishes.js';

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
  readonly #known: KnownVisit;
  readonly #tabs: VisitTabs;
  #failure: StorageError | undefined;
  #listener: ((event: VisitEvent) => void) | undefined;
  #isErased = false;

  constructor(options: VisitStoreOptions) {
    const {key, database = createDatabase(), current} = own(options);
    this.#key = key;
    this.#database = database;
    this.#known = new KnownVisit(current);
    this.#tabs = new VisitTabs(key);
  }

  get storage(): VisitStorage {
    return this.#failure ? 'memory' : 'indexeddb';
  }

  get current(): Visit {
    return this.#known.current;
  }

  async read(): Promise<Visit> {
    const {epoch} = this.#known;
    await this.#attempt(async () => {
      const visit = await readVisit(this.#key, this.#database.use);
      if (epoch === this.#known.epoch) this.#take(visit, visit);
    });
    return this.#known.current;
  }

  async update(change: (visit: Visit) => Visit): Promise<Visit> {
    const known = this.#known;
    const {epoch} = known;
    let stored = known.current;
    const changeOnce = (visit: Visit): Visit => {
      if (epoch !== known.epoch) return visit;
      const changed = change((stored = visit));
      known.noteWritten(changed);
      return changed;
    };
    let changed: Visit | undefined;
    await this.#attempt(async () => {
      changed = await updateVisit(this.#key, changeOnce, this.#database.use);
    });
    if (epoch !== known.epoch) return known.current;
    const isInMemory = this.#failure && !this.#isErased;
    this.#take(stored, isInMemory ? change(known.current) : (changed ?? known.current));
    this.#tell('changed');
    if (!this.#isErased) this.#tabs.tellWishes(changedWishes(stored, known.current), !this.#failure, known.current);
    return known.current;
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
    this.#listener = listener;
    this.#tabs.open(
      {onMessage: (message) => void this.#hear(message), onWishes: (told) => void this.#hearWishes(told)},
      signal,
    );
    signal.addEventListener('abort', () => {
      if (this.#listener !== listener) return;
      this.#listener = undefined;
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

  #take(stored: Visit, visit: Visit): void {
    if (this.#known.take(stored, visit)) this.#listener?.({type: 'cleared'});
  }

  /**
   * Forgets even after a failure, because an earlier page may have stored something. A database that opens late forgets
   * then.
   *
   * @param visitorId the visitor to forget; whoever it is when absent
   */
  async #forget(visitorId?: string): Promise<void> {
    this.#known.void();
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
    this.#known.void();
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
    const learned = this.#known.current;
    this.#failure = undefined;
    await this.update((stored) => ({...stored, ...learned}));
  }

  async #hear(message: unknown): Promise<void> {
    if (message === 'cleared') {
      const {visitorId} = this.#known;
      this.#listener?.({type: 'cleared'});
      if (visitorId) await this.#forget(visitorId);
      else this.#known.void();
    } else if (message === 'erased') {
      this.#listener?.({type: 'erased'});
      await this.#destroy();
    } else {
      const visit = await this.read();
      this.#listener?.({type: 'changed', visit});
    }
  }

  /** Takes over what the storage of this tab or of the other one does not hold. */
  async #hearWishes({wishes, isStored, subject}: ToldWishes): Promise<void> {
    const known = this.#known;
    const isAnothers =
      subject !== undefined && known.current.subject !== undefined && subject !== known.current.subject;
    if (isAnothers || (isStored && !this.#failure)) return;
    if (this.#failure) this.#take(known.current, withWishes(known.current, wishes));
    else await this.update((visit) => withWishes(visit, wishes));
    this.#listener?.({type: 'changed', visit: known.current});
  }

  #tell(message: VisitMessage): void {
    if (this.#isErased) return;
    this.#tabs.tell(message);
  }
}
