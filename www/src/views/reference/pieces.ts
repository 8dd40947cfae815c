import type { Stretch } from "./stretches";

/** A part of one line that looks the same throughout. */
export interface Piece {
  readonly text: string;
  /** Its kind of token, as a class; empty between tokens. */
  readonly token: string;
  readonly kind: Stretch["kind"] | undefined;
}

const TOKENS = /("(?:[^"\\\n]|\\.)*")(\s*:)?|-?\b\d+(?:\.\d+)?\b|\b(?:true|false|null)\b/g;

/** The lines of `text` in pieces: each is of one token, and inside of one of the stretches or outside of all. */
export function linesOf(text: string, stretches: readonly Stretch[]): readonly (readonly Piece[])[] {
  const tokens = tokensOf(text);
  const ends = new Set([text.length, ...tokens.flatMap(({ from, to }) => [from, to]), ...stretches.flatMap(({ from, to }) => [from, to])]);
  const lines: Piece[][] = [[]];
  let from = 0;
  for (const to of [...ends].sort((a, b) => a - b)) {
    push(lines, text.slice(from, to), tokenAt(tokens, from), stretches.find((other) => other.from <= from && from < other.to)?.kind);
    // Where something is missing, the stretch has no length.
    const missing = stretches.find((other) => other.from === to && other.to === to);
    if (missing) lines.at(-1)?.push({ text: "", token: "", kind: missing.kind });
    from = to;
  }
  return lines;
}

function push(lines: Piece[][], text: string, token: string, kind: Piece["kind"]): void {
  for (const [index, part] of text.split("\n").entries()) {
    if (index > 0) lines.push([]);
    // The indentation of a line that goes is nothing to look at.
    const isBlank = kind === "removed" && part.trim() === "";
    if (part) lines.at(-1)?.push({ text: part, token, kind: isBlank ? undefined : kind });
  }
}

interface Token {
  readonly from: number;
  readonly to: number;
  readonly token: string;
}

function tokensOf(text: string): readonly Token[] {
  return [...text.matchAll(TOKENS)].map((match) => {
    const [whole, string, colon] = match;
    const ofWord = /\d/.test(whole) ? "is-number" : "is-word";
    const token = string === undefined ? ofWord : colon === undefined ? "is-string" : "is-key";
    return { from: match.index, to: match.index + (string ?? whole).length, token };
  });
}

function tokenAt(tokens: readonly Token[], at: number): string {
  return tokens.find(({ from, to }) => from <= at && at < to)?.token ?? "";
}

type Lines = ReturnType<typeof linesOf>;

/** How many lines are shown around one that changes. */
const AROUND = 2;

/** The lines around those that change, with nothing for each gap; all lines where that would save few. */
export function changedLines(lines: Lines): readonly (Lines[number] | undefined)[] {
  const changes = lines.map((pieces) => pieces.some(({ kind }) => kind !== undefined));
  const isNear = (line: number) => changes.slice(Math.max(line - AROUND, 0), line + AROUND + 1).includes(true);
  const near = lines.map((pieces, line) => (isNear(line) ? pieces : undefined));
  if (near.filter((pieces) => pieces === undefined).length < 3) return lines;
  return near.filter((pieces, line) => pieces !== undefined || near[line - 1] !== undefined || line === 0);
}
