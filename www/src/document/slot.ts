import type { Edit } from "../wire";
import type { LineEnd } from "./bytes";
import type { FileFacts } from "./facts";

const TEXT_KEY = "xtension-checker.document";
const SET_KEY = "xtension-checker.files";
/** Where a page keeps the name of its slot over a reload and a crash. */
const NAME_KEY = "xtension-checker.slot";
/** Where a page is reloaded, its slot is free again as soon as the old page is gone; a copy of a page waits in vain. */
const LONGEST_WAIT = 2000;

/** A text as this browser keeps it. */
export interface StoredText extends FileFacts {
  /** As the editor counts it, with one `\n` a line. */
  readonly text: string;
  /** The text as it was pasted or opened, where it was another and there was room for it. */
  readonly original?: string | undefined;
  /** What that was converted from, where it was, as `editor/converted.ts` knows it. */
  readonly madeOf?: unknown;
}

/** A long text, which stands in the database under the name `record`, and what was changed in it since. */
export interface StoredEdits extends FileFacts {
  readonly record: string;
  readonly edits: readonly Edit[];
}

/** Several files, which `database.ts` has. */
export interface KeptSet {
  /** The name of the set. */
  readonly set: string;
  /** The file that was in the editor. */
  readonly active: number;
}

/**
 * Where a page keeps its text in this browser. Each page has a slot of its own, so that none writes over the text of
 * another; what stands in a slot whose page is gone comes back with the next page that is opened.
 */
export class Slot {
  /** Until then nothing is to be written, since the slot may be that of another page. */
  readonly isOurs: Promise<void>;
  #name: string;

  private constructor(name: string, isHeld: boolean | Promise<boolean>) {
    this.#name = name;
    remember(name);
    this.isOurs = Promise.resolve(isHeld).then((held) => (held ? undefined : this.#move()));
  }

  /** The slot that this page had before it was reloaded, or one that no page has. */
  static async take(): Promise<Slot> {
    const own = remembered();
    if (own !== undefined) return new Slot(own, hold(own, LONGEST_WAIT));
    for (const name of namesOfTexts()) if (await hold(name)) return new Slot(name, true);
    return new Slot("", await hold(""));
  }

  /** The names of all that the slots of this browser have in the database. */
  static named(): ReadonlySet<string> {
    const values = keysOf(TEXT_KEY, SET_KEY).map(read);
    return new Set(values.flatMap((value) => (isEdits(value) ? [value.record] : isSet(value) ? [value.set] : [])));
  }

  /** What stands in it. */
  text(): StoredText | StoredEdits | undefined {
    const kept = read(keyOf(TEXT_KEY, this.#name));
    return isText(kept) || isEdits(kept) ? kept : undefined;
  }

  /** Keeps `text`, and nothing of an empty one; false where the browser has no room for it or forbids it. */
  keepText(text: StoredText | StoredEdits): boolean {
    return write(keyOf(TEXT_KEY, this.#name), "text" in text && text.text === "" ? undefined : text);
  }

  /** For when there is no room for the text: an older one that comes back after a reload would be worse than none. */
  forgetText(): void {
    write(keyOf(TEXT_KEY, this.#name), undefined);
  }

  set(): KeptSet | undefined {
    const kept = read(keyOf(SET_KEY, this.#name));
    return isSet(kept) ? kept : undefined;
  }

  /** Says which files come back after a reload; false where this browser cannot keep that. */
  keepSet(kept: KeptSet | undefined): boolean {
    return write(keyOf(SET_KEY, this.#name), kept);
  }

  /** Another page has the slot: this one is a copy of it, and keeps what it has under another name. */
  async #move(): Promise<void> {
    this.#name = String(Date.now());
    remember(this.#name);
    await hold(this.#name);
  }
}

const keyOf = (key: string, name: string) => (name ? `${key}.${name}` : key);

/** The slots that have a text, the newest first. */
function namesOfTexts(): string[] {
  const names = keysOf(TEXT_KEY).map((key) => key.slice(TEXT_KEY.length + 1));
  return names.sort((a, b) => Number(b) - Number(a));
}

function keysOf(...ofAll: string[]): string[] {
  try {
    return Object.keys(localStorage).filter((key) => ofAll.some((of) => key === of || key.startsWith(`${of}.`)));
  } catch {
    return [];
  }
}

/** Holds the slot as long as this page is there; false where another page has it for longer than `wait` milliseconds. */
function hold(name: string, wait?: number): Promise<boolean> {
  return new Promise((resolve) => {
    const held = (lock: Lock | null) => {
      resolve(lock !== null);
      return lock ? new Promise(() => undefined) : undefined;
    };
    const options: LockOptions = wait === undefined ? { ifAvailable: true } : { signal: AbortSignal.timeout(wait) };
    try {
      // Where a browser knows no locks, all pages have the same slot.
      navigator.locks.request(keyOf(TEXT_KEY, name), options, held).catch(({ name }) => resolve(name !== "TimeoutError"));
    } catch {
      resolve(true);
    }
  });
}

function remembered(): string | undefined {
  try {
    return sessionStorage.getItem(NAME_KEY) ?? undefined;
  } catch {
    return undefined;
  }
}

function remember(name: string): void {
  try {
    sessionStorage.setItem(NAME_KEY, name);
  } catch {
    // After a reload the page looks for a slot again.
  }
}

function read(key: string): unknown {
  try {
    return JSON.parse(localStorage.getItem(key) ?? "null");
  } catch {
    return undefined;
  }
}

function write(key: string, value: object | undefined): boolean {
  try {
    if (value) localStorage.setItem(key, JSON.stringify(value));
    else localStorage.removeItem(key);
    return true;
  } catch {
    return false;
  }
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null;

function isFile(value: unknown): value is Record<string, unknown> & FileFacts {
  const lineEnds: readonly unknown[] = ["\n", "\r\n"] satisfies LineEnd[];
  return isObject(value) && typeof value["name"] === "string" && lineEnds.includes(value["lineEnd"]);
}

function isText(value: unknown): value is StoredText {
  return isFile(value) && typeof value["text"] === "string" && ["undefined", "string"].includes(typeof value["original"]);
}

function isEdits(value: unknown): value is StoredEdits {
  const isEdit = (edit: unknown) =>
    isObject(edit) && typeof edit["from"] === "number" && typeof edit["to"] === "number" && typeof edit["insert"] === "string";
  return isFile(value) && typeof value["record"] === "string" && Array.isArray(value["edits"]) && value["edits"].every(isEdit);
}

function isSet(value: unknown): value is KeptSet {
  return isObject(value) && typeof value["set"] === "string" && typeof value["active"] === "number";
}
