import {createRandom} from '../../bench/storm/random.js';
import {createDatabase, type Database} from '../../src/visit/database.js';

/** Runs `open` once the request it made succeeds, and resolves with the connection. */
function connect(request: IDBOpenDBRequest): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('failed'));
  });
}

/** Removes the project's database, as a visitor who clears the site's data does. Tells whether a connection was in the way. */
export function deleteVisits(): Promise<boolean> {
  const request = indexedDB.deleteDatabase('web-engagement');
  let wasBlocked = false;
  return new Promise((resolve, reject) => {
    request.onblocked = () => (wasBlocked = true);
    request.onsuccess = () => resolve(wasBlocked);
    request.onerror = () => reject(request.error ?? new Error('failed'));
  });
}

/** Leaves a database of the project's name without its store, as Firefox has been seen to do. */
export async function createEmptyDatabase(): Promise<void> {
  (await connect(indexedDB.open('web-engagement'))).close();
}

/** A database whose first transaction waits until the gate opens, before or after it is done. */
export function createGatedDatabase(when: 'before' | 'after'): {
  database: Database;
  isUsed: () => boolean;
  open: () => void;
} {
  const database = createDatabase();
  let open = (): void => undefined;
  const gate = new Promise<void>((resolve) => (open = resolve));
  let isUsed = false;
  const use: Database['use'] = async (mode, callback) => {
    if (isUsed) return database.use(mode, callback);
    isUsed = true;
    if (when === 'before') await gate;
    const result = await database.use(mode, callback);
    await gate;
    return result;
  };
  return {database: {...database, use}, isUsed: () => isUsed, open: () => open()};
}

/** An IndexedDB whose next opens are handed to `open`; later ones work. */
export function faultyFactory(
  ...opens: readonly ((name: string, version?: number) => IDBOpenDBRequest)[]
): () => IDBFactory {
  const faults = [...opens];
  return () =>
    new Proxy(indexedDB, {
      get: (factory, property) =>
        property === 'open'
          ? (name: string, version?: number) => (faults.shift() ?? factory.open.bind(factory))(name, version)
          : (Reflect.get(factory, property) as unknown),
    });
}

/** An open that is never answered. */
export const hangingOpen = (): IDBOpenDBRequest => new EventTarget() as IDBOpenDBRequest;

/** An open that throws at once, as in a sandboxed frame. */
export const throwingOpen = (): never => {
  throw new DOMException('denied', 'SecurityError');
};

/** An open that fails a moment later. */
export const failingOpen = (): IDBOpenDBRequest => {
  const request = {
    error: new DOMException('backing store', 'UnknownError'),
    onerror: undefined as (() => void) | undefined,
  };
  setTimeout(() => request.onerror?.());
  return request as unknown as IDBOpenDBRequest;
};

/** An open that works, but is answered `delay` ms late. */
export const lateOpen =
  (delay: number) =>
  (name: string, version?: number): IDBOpenDBRequest => {
    const late = {result: undefined as IDBDatabase | undefined, onsuccess: undefined as (() => void) | undefined};
    setTimeout(() => {
      const request = indexedDB.open(name, version);
      request.onupgradeneeded = () => request.result.createObjectStore('visits');
      request.onsuccess = () => {
        late.result = request.result;
        late.onsuccess?.();
      };
    }, delay);
    return late as unknown as IDBOpenDBRequest;
  };

/** An IndexedDB whose connections are handed to `tamper` as they open. */
export const tamperedFactory =
  (tamper: (database: IDBDatabase) => void): (() => IDBFactory) =>
  () =>
    new Proxy(indexedDB, {
      get: (factory, property) =>
        property === 'open'
          ? (name: string, version?: number) => {
              const request = factory.open(name, version);
              request.addEventListener('success', () => tamper(request.result));
              return request;
            }
          : (Reflect.get(factory, property) as () => unknown).bind(factory),
    });

/** An IndexedDB whose next `times` writes are refused at once, as by a full disk. */
export function failingWrites(
  name: 'QuotaExceededError' | 'UnknownError',
  times: number,
  method: 'put' | 'delete' = 'put',
): () => IDBFactory {
  let left = times;
  const refuse = (records: IDBObjectStore): IDBObjectStore => {
    const act = records[method].bind(records) as unknown as (...parameters: unknown[]) => unknown;
    Object.defineProperty(records, method, {
      value: (...parameters: unknown[]) => {
        if (left-- > 0) throw new DOMException('refused', name);
        return act(...parameters);
      },
    });
    return records;
  };
  return tamperedFactory((database) => {
    const transaction = database.transaction.bind(database);
    database.transaction = (names, mode) => {
      const begun = transaction(names, mode);
      const objectStore = begun.objectStore.bind(begun);
      begun.objectStore = (store) => refuse(objectStore(store));
      return begun;
    };
  });
}

/** An IndexedDB whose opens, reads, writes and deletions fail at random; one seed gives one order of faults. */
export function sabotagedFactory(seed: number, failures = 0.4): () => IDBFactory {
  const random = createRandom(seed);
  const mayFail = (act: (...parameters: unknown[]) => unknown) => {
    return (...parameters: unknown[]): unknown => {
      if (random() < failures)
        throw new DOMException('sabotaged', random() < 0.5 ? 'UnknownError' : 'QuotaExceededError');
      return act(...parameters);
    };
  };
  const sabotage = (
    target: object,
    names: readonly string[],
    then: (result: never) => unknown = (result) => result,
  ) => {
    for (const name of names) {
      const act = (Reflect.get(target, name) as (...parameters: unknown[]) => unknown).bind(target);
      Object.defineProperty(target, name, {value: mayFail((...parameters) => then(act(...parameters) as never))});
    }
    return target;
  };
  const sabotageRecords = (records: IDBObjectStore): object => sabotage(records, ['get', 'put', 'delete']);
  const sabotageTransaction = (transaction: IDBTransaction): object => {
    if (random() < failures / 4) queueMicrotask(() => abort(transaction));
    return sabotage(transaction, ['objectStore'], sabotageRecords);
  };
  const factory = tamperedFactory((database) => sabotage(database, ['transaction'], sabotageTransaction));
  const opens = {throw: throwingOpen, fail: failingOpen, hang: hangingOpen} as const;
  return () =>
    new Proxy(factory(), {
      get: (good, property) => {
        const fault = Object.values(opens)[Math.floor(random() * 3)];
        if (property === 'open' && fault && random() < failures) return fault;
        const found: unknown = Reflect.get(good, property);
        return property === 'deleteDatabase' ? mayFail(found as () => unknown) : found;
      },
    });
}

/** Ends a transaction, unless it has ended. */
function abort(transaction: IDBTransaction): void {
  try {
    transaction.abort();
  } catch {
    // It has ended.
  }
}
