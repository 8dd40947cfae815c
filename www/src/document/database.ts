// What is too much for a slot, in this browser's database: long texts, and several files.

const DATABASE = "xtension-checker";
const STORE = "files";

/** A set of records by number. Whatever the browser refuses is thrown. */
export class RecordSet<Stored> {
  readonly #set: string;

  constructor(set: string) {
    this.#set = set;
  }

  put(id: number, record: Stored): Promise<void> {
    return this.#change((store) => store.put(record, [this.#set, id]));
  }

  remove(id: number): Promise<void> {
    return this.#change((store) => store.delete([this.#set, id]));
  }

  removeAll(): Promise<void> {
    return this.#change((store) => store.delete(this.#range));
  }

  /** A record; nothing where it is not there. */
  async get(id: number): Promise<Stored | undefined> {
    return answer((await this.#open()).get([this.#set, id]));
  }

  /** All records of the set, in the order of their numbers. */
  async all(): Promise<[number, Stored][]> {
    const store = await this.#open();
    const [keys, records] = await Promise.all([answer(store.getAllKeys(this.#range)), answer(store.getAll(this.#range))]);
    return keys.flatMap((key, index) => (Array.isArray(key) && typeof key[1] === "number" ? [[key[1], records[index] as Stored]] : []));
  }

  get #range(): IDBKeyRange {
    return IDBKeyRange.bound([this.#set], [this.#set, []]);
  }

  async #open(): Promise<IDBObjectStore> {
    return (await opened()).transaction(STORE).objectStore(STORE);
  }

  async #change(change: (store: IDBObjectStore) => void): Promise<void> {
    const transaction = (await opened()).transaction(STORE, "readwrite");
    return new Promise((resolve, reject) => {
      transaction.oncomplete = () => resolve();
      transaction.onerror = () => reject(transaction.error);
      transaction.onabort = () => reject(transaction.error);
      change(transaction.objectStore(STORE));
      // A page that is about to go away has no time for what the browser would wait for.
      transaction.commit();
    });
  }
}

let database: Promise<IDBDatabase> | undefined;

/** Opens the database once, and again where that failed or it was closed. */
function opened(): Promise<IDBDatabase> {
  database ??= open().catch((error: unknown) => {
    database = undefined;
    throw error;
  });
  return database;
}

async function open(): Promise<IDBDatabase> {
  const request = indexedDB.open(DATABASE, 1);
  request.onupgradeneeded = () => request.result.createObjectStore(STORE);
  const result = await answer(request);
  result.onclose = () => (database = undefined);
  result.onversionchange = () => {
    // Else nobody could erase it as long as this page is open.
    result.close();
    database = undefined;
  };
  return result;
}

/** A name that no other set has. */
export function newName(): string {
  return `${Date.now()}-${Math.random()}`;
}

/** A page that crashed may have put something here that no slot names. What is new may be about to be named. */
const LOST_AFTER = 24 * 60 * 60 * 1000;

/** Removes the sets that are not `named`. */
export async function removeLost(named: ReadonlySet<string>): Promise<void> {
  const store = (await opened()).transaction(STORE, "readwrite").objectStore(STORE);
  for (const key of await answer(store.getAllKeys())) {
    const set = Array.isArray(key) ? String(key[0]) : "";
    if (!named.has(set) && Date.now() - Number.parseInt(set, 10) > LOST_AFTER) store.delete(key);
  }
}

function answer<Result>(request: IDBRequest<Result>): Promise<Result> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
