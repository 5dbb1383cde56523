const databaseName = 'web-engagement';
const storeName = 'visits';

/** @returns {Promise<[IDBValidKey, unknown][]>} all keys and values that the component has stored */
export async function readRecords() {
  // Opening a missing database would create it without the component's store.
  const known = await indexedDB.databases();
  if (!known.some(({name}) => name === databaseName)) return [];
  const database = await settled(indexedDB.open(databaseName));
  try {
    if (!database.objectStoreNames.contains(storeName)) return [];
    const store = database.transaction(storeName).objectStore(storeName);
    const [keys, values] = await Promise.all([settled(store.getAllKeys()), settled(store.getAll())]);
    return keys.map((key, index) => [key, values[index]]);
  } finally {
    database.close();
  }
}

/**
 * @template Result
 * @param {IDBRequest<Result>} request
 * @returns {Promise<Result>}
 */
function settled(request) {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
