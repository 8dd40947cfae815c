import type { LineEnd } from "./bytes";
import type { FileFacts } from "./file";

const KEY = "xtension-checker.document";
// What browsers have room for; trying with more would only take time.
const ROOM = 5_000_000;

export interface Stored extends FileFacts {
  /** As the editor counts it, with one `\n` a line. */
  readonly text: string;
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

/** Keeps the document in this browser; false where it has no room or forbids it. */
export function save(stored: Stored): boolean {
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
  const { name, text, lineEnd } = value as Record<string, unknown>;
  const lineEnds: readonly unknown[] = ["\n", "\r\n"] satisfies LineEnd[];
  return typeof name === "string" && typeof text === "string" && lineEnds.includes(lineEnd);
}
