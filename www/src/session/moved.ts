import type { Text } from "@codemirror/state";
import { changeTo } from "../document/original";

/**
 * Where `offset` of the text `before` is in `after`, with all that differs between them taken for one change: what stands
 * inside that is at its beginning.
 */
export function moved(offset: number, before: Text, after: Text): number {
  const change = changeTo(before, after);
  if (!change || offset <= change.from) return offset;
  return offset >= change.to ? offset + after.length - before.length : change.from;
}
