import type { Text } from "@codemirror/state";

/**
 * Where `offset` of the text `before` is in `after`, with all that differs between them taken for one change: what stands
 * inside that is at its beginning.
 */
export function moved(offset: number, before: Text, after: Text): number {
  if (before.eq(after)) return offset;
  const old = before.toString();
  const now = after.toString();
  const shorter = Math.min(old.length, now.length);
  let start = 0;
  while (start < shorter && old.charCodeAt(start) === now.charCodeAt(start)) start += 1;
  if (offset <= start) return offset;
  let rest = 0;
  while (rest < shorter - start && old.charCodeAt(old.length - 1 - rest) === now.charCodeAt(now.length - 1 - rest)) rest += 1;
  return offset >= old.length - rest ? offset + now.length - old.length : start;
}
