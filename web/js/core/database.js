/** A database of the browser: stores of records, opened at first use. */
export class Database {
  #name;
  #stores;
  /** @type {Promise<IDBDatabase> | null} */
  #opening = null;

  /**
   * @param {string} name
   * @param {Record<string, IDBObjectStoreParameters>} stores
   */
  constructor(name, stores) {
    this.#name = name;
    this.#stores = stores;
  }

  /**
   * Asks one store for something.
   * @param {string} name
   * @param {(store: IDBObjectStore) => IDBRequest} ask
   * @returns {Promise<any>}
   */
  async read(name, ask) {
    return (await this.#within([name], "readonly", ([store]) => store && ask(store)))?.result;
  }

  /**
   * Changes stores, all of it or nothing. Resolves when it is written.
   * @param {string[]} names
   * @param {(...stores: IDBObjectStore[]) => void} change
   */
  async write(names, change) {
    await this.#within(names, "readwrite", (stores) => change(...stores));
  }

  /**
   * @template Value
   * @param {string[]} names
   * @param {IDBTransactionMode} mode
   * @param {(stores: IDBObjectStore[]) => Value} work
   * @returns {Promise<Value>}
   */
  async #within(names, mode, work) {
    this.#opening ??= open(this.#name, this.#stores);
    const database = await this.#opening;
    return new Promise((resolve, reject) => {
      const transaction = database.transaction(names, mode);
      const value = work(names.map((name) => transaction.objectStore(name)));
      if (mode === "readwrite") transaction.commit(); // also where the page is being left
      transaction.oncomplete = () => resolve(value);
      transaction.onabort = () => reject(transaction.error);
    });
  }
}

/**
 * @param {string} name
 * @param {Record<string, IDBObjectStoreParameters>} stores
 * @returns {Promise<IDBDatabase>}
 */
function open(name, stores) {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name, 1);
    request.onupgradeneeded = () => {
      for (const [store, options] of Object.entries(stores)) request.result.createObjectStore(store, options);
    };
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

/** All keys that begin with a part. @param {string} part */
export const startingWith = (part) => IDBKeyRange.bound([part], [part, []]);
