import type { LineEnd } from "./bytes";
import type { FileFacts } from "./facts";

const KEY = "xtension-checker.document";
// What browsers have room for; trying with more would only take time.
const ROOM = 5_000_000;

export interface Stored extends FileFacts {
  /** As the editor counts it, with one `\n` a line. */
  readonly text: string;
  /** The text as it was pasted or opened, where it was another and there was room for it. */
  readonly original?: string | undefined;
}

/** What this browser kept of the last visit. */
export function load(): Stored | undefined {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(KEY) ?? "null");
    return isStored(stored) ? stored : undefined;
  } catch {
    return undefined;
  }
}

/** Keeps the document in this browser, with its original where there is room; false where it has none or forbids it. */
export function save({ original, ...stored }: Stored): boolean {
  const whole = { ...stored, original };
  const isRoomy = original !== undefined && stored.text.length + original.length <= ROOM;
  return (isRoomy && put(whole)) || put(stored);
}

function put(stored: Stored): boolean {
  if (stored.text.length > ROOM) {
    forget();
    return false;
  }
  try {
    if (stored.text === "") localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, JSON.stringify(stored));
    return true;
  } catch {
    forget();
    return false;
  }
}

/** An older text that comes back after a reload would be worse than none. */
function forget(): void {
  try {
    localStorage.removeItem(KEY);
  } catch {
    // Storage that cannot be written holds nothing of ours.
  }
}

function isStored(value: unknown): value is Stored {
  if (typeof value !== "object" || value === null) return false;
  const { name, text, lineEnd, original } = value as Record<string, unknown>;
  const lineEnds: readonly unknown[] = ["\n", "\r\n"] satisfies LineEnd[];
  return typeof name === "string" && typeof text === "string" && lineEnds.includes(lineEnd) && ["undefined", "string"].includes(typeof original);
}

const SET_KEY = "xtension-checker.files";

/** Several files of the last visit, which `file-storage.ts` has. */
export interface KeptSet {
  /** The name of the set; another page that keeps several files has taken the place of this one under another name. */
  readonly set: string;
  /** The file that was in the editor. */
  readonly active: number;
}

export function keptSet(): KeptSet | undefined {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(SET_KEY) ?? "null");
    if (typeof stored !== "object" || stored === null) return undefined;
    const { set, active } = stored as Record<string, unknown>;
    return typeof set === "string" && typeof active === "number" ? { set, active } : undefined;
  } catch {
    return undefined;
  }
}

/** Says which files come back after a reload; false where this browser cannot keep that. */
export function keepSet(kept: KeptSet | undefined): boolean {
  try {
    if (kept) localStorage.setItem(SET_KEY, JSON.stringify(kept));
    else localStorage.removeItem(SET_KEY);
    return true;
  } catch {
    return false;
  }
}
