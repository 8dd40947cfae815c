import type { Line, LineMark } from "./hunks";

/** A piece of a line that looks the same all along. */
export interface Piece {
  readonly text: string;
  /** As `classHighlighter` calls it in the editor. */
  readonly colour: string;
  readonly mark: "" | "changed" | "blank";
}

/** Lines that are longer are shortened to what is around their changes. */
const LONG_LINE = 400;
const AROUND = 60;
const LONGEST_CHANGE = 300;
const GAP = " … ";

const TOKEN = /"(?:[^"\\]|\\.)*"?(\s*:)?|-?\d[\d.eE+-]*|\b(?:true|false|null)\b/g;

/** `line` in pieces, with the colours that the editor gives it. */
export function piecesOf(line: Line): Piece[] {
  const { text, marks } = line.text.length > LONG_LINE ? shortened(line) : line;
  const colours = coloursOf(text);
  const ends = [...colours, ...marks].flatMap(({ from, to }) => [from, to]);
  const bounds = [...new Set([0, ...ends, text.length])].sort((a, b) => a - b);
  const pieces: Piece[] = [];
  bounds.forEach((from, index) => {
    const empty = marks.some((mark) => mark.blank && mark.from === from && mark.to === from);
    if (empty) pieces.push({ text: "", colour: "", mark: "blank" });
    const to = bounds[index + 1];
    if (to === undefined) return;
    const mark = marks.find((other) => other.from <= from && to <= other.to && other.from < other.to);
    const colour = colours.find((other) => other.from <= from && to <= other.to)?.colour ?? "";
    pieces.push({ text: text.slice(from, to), colour, mark: mark ? (mark.blank ? "blank" : "changed") : "" });
  });
  return pieces;
}

function coloursOf(text: string): { from: number; to: number; colour: string }[] {
  return [...text.matchAll(TOKEN)].map(({ 0: token, 1: colon, index }) => ({
    from: index,
    to: index + token.length - (colon?.length ?? 0),
    colour: colourOf(token, colon !== undefined),
  }));
}

function colourOf(token: string, isKey: boolean): string {
  if (token.startsWith('"')) return isKey ? "tok-propertyName" : "tok-string";
  return /[a-z]/.test(token.slice(-1)) ? "tok-bool" : "tok-number";
}

function shortened({ text, marks }: Line): { text: string; marks: LineMark[] } {
  let short = "";
  const moved: LineMark[] = [];
  let position = 0;
  const keep = (until: number, isLast: boolean) => {
    const kept = text.slice(position, until);
    const head = position === 0 && !isLast ? "" : kept.slice(0, AROUND);
    const tail = isLast ? "" : kept.slice(-AROUND);
    short += kept.length <= 2 * AROUND ? kept : head + GAP + tail;
  };
  for (const mark of marks) {
    keep(mark.from, false);
    const changed = text.slice(mark.from, mark.to);
    const from = short.length;
    short += changed.length <= LONGEST_CHANGE ? changed : changed.slice(0, LONGEST_CHANGE) + GAP;
    moved.push({ ...mark, from, to: short.length });
    position = mark.to;
  }
  if (marks.length === 0) short = text.slice(0, LONGEST_CHANGE) + GAP;
  else keep(text.length, true);
  return { text: short, marks: moved };
}
