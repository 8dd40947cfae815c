import type { Text } from "@codemirror/state";
import type { Life } from "../checker/client";
import { type FileFacts, NEW_FILE } from "../document/facts";
import type { Choice } from "../document/ignored";
import type { ViewName } from "../views/registry";
import type { Diagnostic, Report, Severity } from "../wire";
import { type FilesState, NO_FILES } from "./files/state";

/** A text and what was found in it. */
export interface Checked {
  /** The text that the report is about. */
  readonly text: Text;
  /** What the checker has found. */
  readonly found: Report;
  /** The same without what is ignored: what the page counts, marks and walks through. */
  readonly report: Report;
  /** What is ignored. */
  readonly ignored: readonly Diagnostic[];
  /** What was found in the JSON that a text in YAML becomes, at the places of the YAML; without fixes, which are for the JSON. */
  readonly typed: readonly Diagnostic[];
  /** Why nobody has looked for that. */
  readonly unread: Unread | undefined;
}

/**
 * Why nobody has looked for what stands in a text in YAML: what reads it did not come, stopped on it, or is not asked since
 * the text is long.
 */
export type Unread = "lost" | "stopped" | "long";

/** Which problems a person wants to see. */
export interface Filter {
  readonly hidden: readonly Severity[];
  /** The only rule whose problems are shown; empty for all. */
  readonly rule: string;
  readonly text: string;
}

/** What the page says about the last thing that was done. */
export interface Notice {
  readonly message: string;
  readonly details: readonly string[];
  readonly undo: boolean;
  /** It needs no answer, and falls silent by itself. */
  readonly passes: boolean;
  /** What takes it back; else the editor's own undo does. */
  readonly undoBy?: (() => void) | undefined;
}

/** A file or a text that is to be opened if a person agrees. */
export interface Large {
  /** Empty for what is pasted. */
  readonly name: string;
  readonly size: number;
  readonly open: () => void;
}

/** Where the keyboard goes after something was done; a new object each time, so that the same place can come twice. */
export interface Focus {
  readonly on: "problem" | "fix" | "panel" | "text";
}

/** What can open over the page. */
export type DialogName = "create" | "keys" | "licences" | "offline" | "pick" | "privacy" | "report" | "sample" | "split";

/** All that the panels show. */
export interface State {
  readonly life: Life;
  /** Whether the whole checker is there; nothing as long as only the first was asked for. */
  readonly whole: Life | undefined;
  readonly version: string;
  /** The last check of this text crashed or hung. */
  readonly stopped: boolean;
  /** An answer is due for longer than a person takes for at once. */
  readonly slow: boolean;
  /** A person has given up waiting for it. */
  readonly cancelled: boolean;
  readonly checked: Checked | undefined;
  readonly current: Diagnostic | undefined;
  /** The current problem is the first one of a new text, and nobody has moved the cursor since. */
  readonly fresh: boolean;
  readonly filter: Filter;
  /** What is ignored in this browser, in any file. */
  readonly choices: readonly Choice[];
  readonly notice: Notice | undefined;
  readonly focus: Focus | undefined;
  readonly file: FileFacts;
  readonly length: number;
  readonly line: number;
  readonly column: number;
  /** Where the cursor is, counted from the start of the text. */
  readonly position: number;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  readonly kept: boolean;
  /** What is so large that the page asks first. */
  readonly large: Large | undefined;
  /** Reloads the page in its new version, where there is one. */
  readonly renew: (() => Promise<void>) | undefined;
  /** A file is held over the page. */
  readonly hovering: boolean;
  readonly dialog: DialogName | undefined;
  /** In how many places the text differs from the one that was pasted or opened; not known where nobody has counted. */
  readonly changes: number | undefined;
  /** What a person has chosen to see beside the editor. */
  readonly view: ViewName;
  /** What the reference shows, as it stands in the address: `rules`, `rule/` and an id, `explain`; else nothing. */
  readonly place: string;
  /** The message that a person wants to have explained. */
  readonly message: string;
  /** Where several files are open, all of them. */
  readonly files: FilesState;
}

/** The filter that lets everything through. */
export const SHOW_ALL: Filter = { hidden: [], rule: "", text: "" };

/** Before anything has happened. */
export const FIRST_STATE: State = {
  life: "starting",
  whole: undefined,
  version: "",
  stopped: false,
  slow: false,
  cancelled: false,
  checked: undefined,
  current: undefined,
  fresh: false,
  filter: SHOW_ALL,
  choices: [],
  notice: undefined,
  focus: undefined,
  file: NEW_FILE,
  length: 0,
  line: 1,
  column: 1,
  position: 0,
  canUndo: false,
  canRedo: false,
  kept: true,
  large: undefined,
  renew: undefined,
  hovering: false,
  dialog: undefined,
  changes: undefined,
  view: "problems",
  place: "",
  message: "",
  files: NO_FILES,
};

/** Whether there is nothing to wait for: there is an answer, there can be none, or nobody has asked yet. */
export function isSettled({ life, stopped, checked, length }: State): boolean {
  return checked !== undefined || stopped || life === "failed" || (life === "ready" && length === 0);
}

/** Whether only errors were looked for so far. */
export function isPartial(report: Report): boolean {
  return report.summary === undefined;
}

/** The worst first. */
export const SEVERITIES: readonly Severity[] = ["error", "warning", "hint"];

/** How many problems of that severity the report holds. */
export function countOf(report: Report, severity: Severity): number {
  return report.diagnostics.filter((diagnostic) => diagnostic.severity === severity).length;
}

/** How many problems there are of each rule, in the order of their first ones. */
export function countsByRule(problems: readonly Diagnostic[]): readonly { readonly rule: string; readonly count: number }[] {
  const counts = new Map<string, number>();
  for (const { rule } of problems) counts.set(rule, (counts.get(rule) ?? 0) + 1);
  return [...counts].map(([rule, count]) => ({ rule, count }));
}

/** The problems that the filter lets through. */
export function shownProblems(report: Report, filter: Filter): readonly Diagnostic[] {
  const words = filter.text.toLowerCase().split(/\s+/).filter(Boolean);
  return report.diagnostics.filter((diagnostic) => {
    if (filter.hidden.includes(diagnostic.severity)) return false;
    if (filter.rule && filter.rule !== diagnostic.rule) return false;
    const { rule, message, because, pointer } = diagnostic;
    const haystack = `${rule} ${message} ${because} ${pointer}`.replaceAll("`", "").toLowerCase();
    return words.every((word) => haystack.includes(word));
  });
}

/**
 * The problem of `report` that is `problem` of an earlier one: the same rule in the same part of the document, and
 * where there are several the nearest to `place`, where `problem` would stand now.
 */
export function sameProblem(report: Report, { rule, pointer }: Diagnostic, place: number): Diagnostic | undefined {
  const alike = report.diagnostics.filter((other) => other.rule === rule && other.pointer === pointer);
  return alike.sort((a, b) => Math.abs(a.from - place) - Math.abs(b.from - place))[0];
}
