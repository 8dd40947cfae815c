import type { Edit } from "../wire";

/** `text` after `edits`, which are in order and do not touch each other. */
export function withEdits(text: string, edits: readonly Edit[]): string {
  if (edits.length === 0) return text;
  const pieces: string[] = [];
  let end = 0;
  for (const { from, to, insert } of edits) {
    pieces.push(text.slice(end, from), insert);
    end = to;
  }
  return pieces.concat(text.slice(end)).join("");
}
