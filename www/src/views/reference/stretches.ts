import type { Edit, Severity } from "../../wire";

/** A stretch of an example that means something. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
  /** How bad it is, or what a fix does with it. */
  readonly kind: Severity | "inserted" | "removed";
}

/** The text that shows both what edits remove and what they insert, with the stretches of both. */
export function withEdits(text: string, edits: readonly Edit[]): { text: string; stretches: readonly Stretch[] } {
  const stretches: Stretch[] = [];
  let shown = "";
  let at = 0;
  const show = (part: string, kind?: Stretch["kind"]) => {
    if (kind && part) stretches.push({ from: shown.length, to: shown.length + part.length, kind });
    shown += part;
  };
  for (const { from, to, insert } of edits) {
    show(text.slice(at, from));
    show(text.slice(from, to), "removed");
    show(insert, "inserted");
    at = to;
  }
  show(text.slice(at));
  return { text: shown, stretches };
}
