import type { Text } from "@codemirror/state";
import type { Edit, Range } from "../wire";

/** A stretch of a line, in offsets of the line. */
export interface LineMark {
  readonly from: number;
  readonly to: number;
  /** What a person has to fill in, else what goes or comes. */
  readonly blank: boolean;
}

/** A line of a preview. */
export interface Line {
  readonly kind: "same" | "gone" | "come";
  readonly text: string;
  /** Sorted and disjoint; none where all of the line goes or comes. */
  readonly marks: readonly LineMark[];
}

/** Lines that change, with those around them. */
export interface Hunk {
  /** The 1-based number of the first line that changes. */
  readonly line: number;
  readonly lines: readonly Line[];
}

/** How many lines are shown around those that change. */
const CONTEXT = 2;

/** Lines that come where others go. */
interface Change {
  /** The 1-based number of the first line that goes, or before which others come. */
  readonly first: number;
  /** The number of the last line that goes; one less than `first` where none does. */
  readonly last: number;
  readonly lines: readonly Line[];
}

/**
 * What `edits`, which are sorted and disjoint, change in `text`. No comparison of texts is needed, since they say it.
 * `blank` is a range of the text after the edits.
 */
export function hunksOf(text: Text, edits: readonly Edit[], blank?: Range): Hunk[] {
  const groups: Change[][] = [];
  for (const change of changesOf(text, edits, blank)) {
    const group = groups.at(-1);
    const before = group?.at(-1);
    if (group && before && change.first - before.last - 1 <= 2 * CONTEXT) group.push(change);
    else groups.push([change]);
  }
  return groups.map((group) => hunkOf(text, group));
}

function changesOf(text: Text, edits: readonly Edit[], blank: Range | undefined): Change[] {
  const changes: Change[] = [];
  let together: Edit[] = [];
  let shift = 0;
  const finish = () => {
    if (together.length === 0) return;
    changes.push(changeOf(text, together, blank && { from: blank.from - shift, to: blank.to - shift }));
    for (const { from, to, insert } of together) shift += insert.length - (to - from);
    together = [];
  };
  let last = 0;
  for (const edit of edits) {
    if (text.lineAt(edit.from).number > last + 1) finish();
    together.push(edit);
    last = text.lineAt(edit.to).number;
  }
  finish();
  return changes;
}

function hunkOf(text: Text, changes: readonly Change[]): Hunk {
  const lines: Line[] = [];
  const line = changes[0]?.first ?? 1;
  let next = Math.max(1, line - CONTEXT);
  const same = (until: number) => {
    for (; next < Math.min(until, text.lines + 1); next += 1) lines.push({ kind: "same", text: text.line(next).text, marks: [] });
  };
  for (const change of changes) {
    same(change.first);
    lines.push(...change.lines);
    next = change.last + 1;
  }
  same(next + CONTEXT);
  return { line, lines: withoutSharedIndent(lines) };
}

/** A text in the making that knows what of it is new or blank. */
class Marked {
  text = "";
  readonly marks: LineMark[] = [];

  add(text: string, marked: boolean): void {
    if (marked && text) this.marks.push({ from: this.text.length, to: this.text.length + text.length, blank: false });
    this.text += text;
  }

  /** Marks what a person has to fill in. */
  addBlank(from: number, to: number): void {
    const around = this.marks.findIndex((mark) => mark.from <= from && to <= mark.to);
    const mark = this.marks[around];
    if (!mark) return;
    const parts = [{ ...mark, to: from }, { from, to, blank: true }, { ...mark, from: to }];
    this.marks.splice(around, 1, ...parts.filter((part) => part.blank || part.from < part.to));
  }

  lines(kind: Line["kind"]): Line[] {
    let from = 0;
    return this.text.split("\n").map((text) => {
      const to = from + text.length;
      const marks = this.marks
        .filter((mark) => mark.from <= to && mark.to >= from && (mark.blank || (mark.from < to && mark.to > from)))
        .map((mark) => ({ ...mark, from: Math.max(mark.from, from) - from, to: Math.min(mark.to, to) - from }));
      from = to + 1;
      return { kind, text, marks: withoutWholeLine(text, marks) };
    });
  }
}

/** A line that goes or comes in whole needs no marks that say so. */
function withoutWholeLine(text: string, marks: LineMark[]): LineMark[] {
  let rest = text;
  for (const { from, to } of marks) rest = rest.slice(0, from) + " ".repeat(to - from) + rest.slice(to);
  return rest.trim() === "" ? marks.filter(({ blank }) => blank) : marks;
}

/**
 * What `edits` do to the lines in which they stand. `blank` is a range of the text as it is with them and nothing else
 * changed.
 */
function changeOf(text: Text, edits: readonly Edit[], blank: Range | undefined): Change {
  const first = text.lineAt(edits[0]?.from ?? 0);
  const last = text.lineAt(edits.at(-1)?.to ?? 0);
  const gone = new Marked();
  const come = new Marked();
  let position = first.from;
  const keep = (until: number) => {
    const kept = text.sliceString(position, until);
    gone.add(kept, false);
    come.add(kept, false);
  };
  for (const { from, to, insert } of edits) {
    keep(from);
    gone.add(text.sliceString(from, to), true);
    come.add(insert, true);
    position = to;
  }
  keep(last.to);
  if (blank) come.addBlank(blank.from - first.from, blank.to - first.from);

  const before = gone.text === "" ? [] : gone.lines("gone");
  const after = come.text === "" ? [] : come.lines("come");
  let ahead = 0;
  while (before[ahead] && before[ahead]?.text === after[ahead]?.text) ahead += 1;
  let behind = 0;
  const most = Math.min(before.length, after.length) - ahead;
  while (behind < most && before.at(-1 - behind)?.text === after.at(-1 - behind)?.text) behind += 1;
  return {
    first: first.number + ahead,
    last: last.number - behind,
    lines: [...before.slice(ahead, before.length - behind), ...after.slice(ahead, after.length - behind)],
  };
}

/** The lines without the spaces or tabs that all of them begin with. */
function withoutSharedIndent(lines: readonly Line[]): Line[] {
  const indents = lines.filter(({ text }) => text.trim() !== "").map(({ text }) => /^[ \t]*/.exec(text)?.[0] ?? "");
  let shared = indents[0] ?? "";
  for (const indent of indents) {
    while (!indent.startsWith(shared)) shared = shared.slice(0, -1);
  }
  const { length } = shared;
  return lines.map(({ kind, text, marks }) => ({
    kind,
    text: text.slice(length),
    marks: marks.map((mark) => ({ ...mark, from: Math.max(0, mark.from - length), to: Math.max(0, mark.to - length) })),
  }));
}
