import {own} from '../check/own.js';
import {promisifyRequest, type UseStore} from 'idb-keyval';

const databaseName = 'web-engagement';
const storeName = 'visits';

export interface Database {
  /** Runs a transaction. idb-keyval reads and writes through it. */
  readonly use: UseStore;
  /** The pending request to open the database, if there is one. */
  readonly lateOpening: () => Promise<unknown> | undefined;
  /** Closes the connection. The next use opens it again. */
  readonly close: () => void;
  /** Deletes the whole database. The other tabs close their connections at once. */
  readonly destroy: () => Promise<unknown>;
}

export interface DatabaseOptions {
  /** Looked up at each open, because the getter itself throws in some sandboxes. @default the page's */
  readonly factory?: () => IDBFactory;
  /** How long an operation may take, in ms. Some engines never answer a request to open. @default 1_000 */
  readonly patience?: number;
}

/**
 * The connection to IndexedDB. It copes with a request to open that hangs, throws or fails, a connection closed by the
 * browser, a database without its store, and another tab that deletes the database. A failed operation is repeated
 * once.
 */
export function createDatabase(options: DatabaseOptions = {}): Database {
  const {factory = () => indexedDB, patience = 1_000} = own(options);
  const {connect, lateOpening, close} = createConnection(factory);
  return {
    use: (mode, callback) => {
      const attempt = async (): Promise<Awaited<ReturnType<typeof callback>>> =>
        await callback((await connect()).transaction(storeName, mode).objectStore(storeName));
      const healed = attempt().catch(() => {
        close();
        return attempt();
      });
      return within(patience, healed);
    },
    lateOpening,
    close,
    destroy: async () => {
      close();
      return within(patience, promisifyRequest(factory().deleteDatabase(databaseName)));
    },
  };
}

interface Connection extends Pick<Database, 'lateOpening' | 'close'> {
  readonly connect: () => Promise<IDBDatabase>;
}

/** Holds at most one connection, which is opened when it is needed. */
function createConnection(factory: () => IDBFactory): Connection {
  let connection: Promise<IDBDatabase> | undefined;
  let isOpening = false;
  const forget = (): void => {
    connection = undefined;
  };
  const follow = (database: IDBDatabase): void => {
    database.onclose = forget;
    // At once, because a connection that closes later blocks the other tab.
    database.onversionchange = () => {
      database.close();
      forget();
    };
  };
  return {
    connect: () => {
      if (connection) return connection;
      isOpening = true;
      connection = open(factory).finally(() => (isOpening = false));
      connection.then(follow, forget);
      return connection;
    },
    lateOpening: () => (isOpening ? connection : undefined),
    close: () => {
      connection?.then(
        (database) => database.close(),
        () => undefined,
      );
      forget();
    },
  };
}

/** Opens the database, and opens it again with a higher version if its store is missing. */
async function open(factory: () => IDBFactory, version?: number): Promise<IDBDatabase> {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = factory().open(databaseName, version);
    request.onupgradeneeded = () => {
      if (!request.result.objectStoreNames.contains(storeName)) request.result.createObjectStore(storeName);
    };
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('open failed'));
  });
  if (database.objectStoreNames.contains(storeName)) return database;
  database.close();
  return open(factory, database.version + 1);
}

/** A timer that fires late, because a script of the page kept the thread busy, uses up only its own slice. */
const patienceSlices = 4;

async function within<T>(patience: number, work: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const expired = new Promise<never>((_, reject) => {
    const wait = (slices: number): void => {
      if (slices === 0) reject(new DOMException('The database does not answer', 'TimeoutError'));
      else timer = setTimeout(() => wait(slices - 1), patience / patienceSlices);
    };
    wait(patienceSlices);
  });
  return Promise.race([work, expired]).finally(() => clearTimeout(timer));
}
