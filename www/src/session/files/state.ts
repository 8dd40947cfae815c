import type { Unreadable } from "../../document/bytes";
import type { NotRead } from "../../document/gather";
import type { Severity } from "../../wire";

/** What the list shows of a report. */
export interface Counts extends Readonly<Record<Severity, number>> {
  /** How many more there are than the checker lists. */
  readonly more: number;
  /** How many fixes "fix all safe" would begin with. */
  readonly safeFixes: number;
  /** An Xtension can be made of it. */
  readonly isConvertible: boolean;
}

/** Where a file stands. Such as cannot be shown stay in the list, which says why. */
export type FileStanding = "waiting" | "checking" | "checked" | "empty" | "crashed" | NotRead | Unreadable;

/** One of several files, as the list shows it. */
export interface OpenFile {
  readonly id: number;
  /** Empty, or with `/` at its end. */
  readonly folder: string;
  readonly name: string;
  readonly standing: FileStanding;
  readonly counts: Counts | undefined;
  readonly isChanged: boolean;
  /** Where it was converted here: how many notes there are on what was lost or decided. */
  readonly notes?: number | undefined;
  /** It was converted, and what it came as can take its place again. */
  readonly canRestore?: boolean;
}

/** What is being done to all files. */
export interface Work {
  readonly doing: "reading" | "checking" | "converting" | "fixing" | "packing";
  readonly done: number;
  /** 0 where nobody knows yet. */
  readonly total: number;
  /** It takes longer than a person takes for at once. */
  readonly slow: boolean;
}

/** All that the list of files shows. */
export interface FilesState {
  /** Empty where there is but the one text in the editor. */
  readonly list: readonly OpenFile[];
  /** The one in the editor. */
  readonly active: number;
  readonly work: Work | undefined;
  /** How many files of other kinds were left out. */
  readonly others: number;
  /** How many files were too many. */
  readonly tooMany: number;
  /** Whether they come back after a reload. */
  readonly kept: boolean;
  /** The name of the folder or archive that they came from. */
  readonly source: string;
}

/** As long as one file is all there is. */
export const NO_FILES: FilesState = { list: [], active: 0, work: undefined, others: 0, tooMany: 0, kept: true, source: "" };

/** Whether a file is known to be something that an Xtension can be made of. */
export function isConvertible({ standing, counts }: OpenFile): boolean {
  return standing === "checked" && (counts?.isConvertible ?? false);
}

/** Whether the text of a file can be shown. */
export function isText({ standing }: OpenFile): boolean {
  return standing === "waiting" || standing === "checking" || standing === "checked" || standing === "empty" || standing === "crashed";
}
