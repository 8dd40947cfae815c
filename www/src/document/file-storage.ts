// Several files in this browser's database, for the next visit: the storage of `storage.ts` has room for one.

const DATABASE = "xtension-checker";
const STORE = "files";

/** A set of records by number. Whatever the browser refuses is thrown. */
export class FileStorage<Stored> {
  readonly #set: string;
  readonly #database = open();

  constructor(set: string) {
    this.#set = set;
    // Whoever uses it learns of the failure then.
    this.#database.catch(() => undefined);
  }

  put(id: number, record: Stored): Promise<void> {
    return this.#change((store) => store.put(record, [this.#set, id]));
  }

  remove(id: number): Promise<void> {
    return this.#change((store) => store.delete([this.#set, id]));
  }

  /** Removes all sets but this one. */
  removeOthers(): Promise<void> {
    return this.#change((store) => {
      store.delete(IDBKeyRange.upperBound([this.#set], true));
      store.delete(IDBKeyRange.lowerBound([this.#set, []], true));
    });
  }

  removeAll(): Promise<void> {
    return this.#change((store) => store.clear());
  }

  /** All records of the set, in the order of their numbers. */
  async all(): Promise<[number, Stored][]> {
    const store = (await this.#database).transaction(STORE).objectStore(STORE);
    const range = IDBKeyRange.bound([this.#set], [this.#set, []]);
    const [keys, records] = await Promise.all([answer(store.getAllKeys(range)), answer(store.getAll(range))]);
    return keys.flatMap((key, index) => (Array.isArray(key) && typeof key[1] === "number" ? [[key[1], records[index] as Stored]] : []));
  }

  async #change(change: (store: IDBObjectStore) => void): Promise<void> {
    const transaction = (await this.#database).transaction(STORE, "readwrite");
    return new Promise((resolve, reject) => {
      transaction.oncomplete = () => resolve();
      transaction.onerror = () => reject(transaction.error);
      transaction.onabort = () => reject(transaction.error);
      change(transaction.objectStore(STORE));
    });
  }
}

async function open(): Promise<IDBDatabase> {
  const request = indexedDB.open(DATABASE, 1);
  request.onupgradeneeded = () => request.result.createObjectStore(STORE);
  return answer(request);
}

function answer<Result>(request: IDBRequest<Result>): Promise<Result> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
