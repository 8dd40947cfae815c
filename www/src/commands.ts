import type { Session } from "./session/session";
import type { State } from "./session/state";
import type { texts } from "./text/first";

/** Something that a person can do from anywhere on the page. */
export interface Command {
  readonly name: keyof typeof texts.commands;
  /** As in `Mod+Shift+F`: `Mod` is the Command key on a Mac and the Control key elsewhere. */
  readonly keys?: string;
  /** A character that does the same where nothing is typed. */
  readonly alsoKeys?: string;
  /** Whether it stands in the menu: what has a button of its own does not. */
  readonly inMenu?: boolean;
  readonly isPossible?: (state: State) => boolean;
  readonly run: (session: Session) => void;
}

const hasReport = ({ checked }: State) => checked !== undefined;
const hasText = ({ length }: State) => length > 0;

/** The commands in the order of the menu and of the list of keys. */
export const COMMANDS: readonly Command[] = [
  { name: "open", keys: "Mod+O", run: ({ documents }) => documents.choose() },
  { name: "openFolder", inMenu: true, run: ({ documents }) => documents.choose(true) },
  { name: "create", inMenu: true, run: ({ store }) => store.set({ dialog: "create" }) },
  { name: "pick", inMenu: true, isPossible: hasText, run: ({ store }) => store.set({ dialog: "pick" }) },
  { name: "split", inMenu: true, isPossible: hasText, run: ({ store }) => store.set({ dialog: "split" }) },
  { name: "sample", inMenu: true, isPossible: hasText, run: ({ store }) => store.set({ dialog: "sample" }) },
  { name: "download", keys: "Mod+S", isPossible: hasText, run: ({ documents }) => documents.download() },
  { name: "search", keys: "Mod+F", inMenu: true, isPossible: hasText, run: (session) => session.search() },
  { name: "format", keys: "Shift+Alt+F", inMenu: true, isPossible: hasText, run: (session) => session.edit("format") },
  { name: "definition", keys: "F12", inMenu: true, isPossible: hasText, run: (session) => session.edit("definition") },
  { name: "foldAll", inMenu: true, isPossible: hasText, run: (session) => session.edit("foldAll") },
  { name: "unfoldAll", inMenu: true, isPossible: hasText, run: (session) => session.edit("unfoldAll") },
  { name: "nextProblem", keys: "F8", isPossible: hasText, run: ({ places }) => places.step(1) },
  { name: "previousProblem", keys: "Shift+F8", isPossible: hasText, run: ({ places }) => places.step(-1) },
  { name: "fixes", keys: "Mod+.", isPossible: hasText, run: ({ places }) => places.focusFixes() },
  { name: "applyFix", keys: "Alt+Enter", isPossible: hasText, run: ({ fixes }) => void fixes.applyFirst() },
  { name: "explain", inMenu: true, run: (session) => session.explain() },
  { name: "report", inMenu: true, isPossible: hasReport, run: ({ store }) => store.set({ dialog: "report" }) },
  { name: "privacy", inMenu: true, run: ({ store }) => store.set({ dialog: "privacy" }) },
  { name: "offline", inMenu: true, run: ({ store }) => store.set({ dialog: "offline" }) },
  { name: "licences", inMenu: true, run: ({ store }) => store.set({ dialog: "licences" }) },
  { name: "keys", keys: "F1", alsoKeys: "?", inMenu: true, run: ({ store }) => store.set({ dialog: "keys" }) },
];

const IS_MAC = /Mac|iP(hone|ad)/.test(navigator.platform);

/** The way back in the text. On a Mac, Option with an arrow moves by a word. */
export const BACK_KEYS = IS_MAC ? "Ctrl+-" : "Alt+←";

/** The keys as they stand on a person's keyboard. */
export function keysInWords(keys: string): string[] {
  const words: Record<string, string> = IS_MAC ? { Mod: "⌘", Alt: "⌥", Shift: "⇧" } : { Mod: "Ctrl" };
  return keys.split("+").map((key) => words[key] ?? key);
}

/** Whether `event` is of the key that types `key`, or would without what else is held and on a Latin keyboard. */
function isKey(key: string, event: KeyboardEvent): boolean {
  if (event.key.toLowerCase() === key.toLowerCase()) return true;
  // On a Mac, Option types other characters; a Cyrillic or Greek layout has no Latin ones.
  const isForeign = /^[^\x00-\x7f]$/u.test(event.key);
  return isForeign && event.code === (key === "." ? "Period" : `Key${key}`);
}

function isPressed(keys: string, event: KeyboardEvent): boolean {
  const held = keys.split("+");
  const key = held.pop() ?? "";
  // A Mac has functions of its own on Control; elsewhere the Command key belongs to the system.
  const [mod, other] = IS_MAC ? [event.metaKey, event.ctrlKey] : [event.ctrlKey, event.metaKey];
  return (
    isKey(key, event) &&
    mod === held.includes("Mod") &&
    !other &&
    event.altKey === held.includes("Alt") &&
    event.shiftKey === held.includes("Shift")
  );
}

/** Whether what has the keyboard takes characters for text. */
function isTyping(event: KeyboardEvent): boolean {
  const [target] = event.composedPath();
  return target instanceof HTMLElement && (target.isContentEditable || target.matches("input, textarea, select"));
}

/** Makes the keys work wherever the focus is. */
export function bindCommands(session: Session): void {
  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented) return;
    const command = COMMANDS.find(
      ({ keys, alsoKeys }) => (keys !== undefined && isPressed(keys, event)) || (alsoKeys === event.key && !isTyping(event)),
    );
    if (!command) return;
    event.preventDefault();
    if (command.isPossible?.(session.state) ?? true) command.run(session);
  });
}
