import { Change, Chunk, diff } from "@codemirror/merge";
import type { ChangeSet, Text } from "@codemirror/state";

/** A text before and after. */
export interface Compared {
  readonly original: Text;
  readonly text: Text;
  /** What made the one of the other, as far as that is known. */
  readonly since: ChangeSet;
}

/** Compares texts: these two by what is known of them, and pieces of them letter by letter. */
export function comparison(compared: Compared): (a: string, b: string) => readonly Change[] {
  const { original, text } = compared;
  return (a, b) => (a.length === original.length && b.length === text.length ? changesOf(compared) : changesBetween(a, b));
}

/** In how many places the texts differ, as a view of the difference counts them. */
export function countChanges(compared: Compared): number {
  return Chunk.build(compared.original, compared.text, { override: comparison(compared) }).length;
}

/** What was changed and did not become again what it was. */
function changesOf({ original, text, since }: Compared): Change[] {
  const changes: Change[] = [];
  since.iterChangedRanges((fromA, toA, fromB, toB) => {
    const before = original.sliceString(fromA, toA);
    const after = text.sliceString(fromB, toB);
    if (before === after) return;
    for (const inner of changesBetween(before, after)) {
      changes.push(new Change(inner.fromA + fromA, inner.toA + fromA, inner.fromB + fromB, inner.toB + fromB));
    }
  });
  return changes;
}

/** How long the comparison of all lines may take, in milliseconds; it becomes coarser then. */
const LINES_LIMIT = 800;
/** After so long changed lines are no longer compared letter by letter. */
const LETTERS_LIMIT = 200;
const LETTERS = { scanLimit: 500, timeout: 50 };
/** Longer stretches are hardly one another in other words. */
const LONGEST_COMPARED = 20_000;

/** Codes that stand for lines: a surrogate would be taken for half of a letter. */
const FIRST_SURROGATE = 0xd800;
const BEHIND_SURROGATES = 0xe000;
const MOST_LINES = 0x10000 - (BEHIND_SURROGATES - FIRST_SURROGATE);

/**
 * What differs between two texts: lines first, and in those that differ the letters. Documents of this kind repeat their
 * lines, and as a text in which each line is one letter they are compared in a thousandth of the time.
 */
function changesBetween(a: string, b: string): readonly Change[] {
  if (a === "" || b === "") return [new Change(0, a.length, 0, b.length)];
  const began = performance.now();
  const codes = new Map<string, number>();
  const before = encoded(a, codes);
  const after = encoded(b, codes);
  if (codes.size > MOST_LINES) return diff(a, b, LETTERS);
  const changes: Change[] = [];
  for (const lines of diff(before.text, after.text, { timeout: LINES_LIMIT })) {
    const change = ofLetters(lines, before.starts, after.starts, a.length, b.length);
    const isComparable = lines.fromA < lines.toA && lines.fromB < lines.toB && change.toA - change.fromA + change.toB - change.fromB < LONGEST_COMPARED;
    if (!isComparable || performance.now() - began > LETTERS_LIMIT) {
      changes.push(change);
      continue;
    }
    const { fromA, toA, fromB, toB } = change;
    for (const inner of diff(a.slice(fromA, toA), b.slice(fromB, toB), LETTERS)) {
      changes.push(new Change(inner.fromA + fromA, inner.toA + fromA, inner.fromB + fromB, inner.toB + fromB));
    }
  }
  return changes;
}

interface Encoded {
  /** One letter for each line. */
  readonly text: string;
  /** Where each line begins, and behind the last one where another would begin. */
  readonly starts: readonly number[];
}

function encoded(text: string, codes: Map<string, number>): Encoded {
  const lines = text.split("\n");
  const starts = [0];
  const letters: string[] = [];
  let start = 0;
  for (const line of lines) {
    let code = codes.get(line);
    if (code === undefined) {
      code = codes.size;
      codes.set(line, code);
    }
    letters.push(String.fromCharCode(code < FIRST_SURROGATE ? code : code + BEHIND_SURROGATES - FIRST_SURROGATE));
    start += line.length + 1;
    starts.push(start);
  }
  return { text: letters.join(""), starts };
}

/** A change of lines as one of letters. The last line of a text has no end that could go or come with it. */
function ofLetters(lines: Change, startsA: readonly number[], startsB: readonly number[], lengthA: number, lengthB: number): Change {
  const [fromA = 0, toA = 0] = [startsA[lines.fromA], startsA[lines.toA]];
  const [fromB = 0, toB = 0] = [startsB[lines.fromB], startsB[lines.toB]];
  const isAtEnd = toA > lengthA || toB > lengthB;
  const back = isAtEnd && fromA > 0 && fromB > 0 ? 1 : 0;
  return new Change(fromA - back, Math.min(toA - back, lengthA), fromB - back, Math.min(toB - back, lengthB));
}
