import type { State } from "../../session/state";

/** How often each rule speaks of the text in the editor. */
export function countsOf({ checked }: State): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { rule } of checked?.report.diagnostics ?? []) counts.set(rule, (counts.get(rule) ?? 0) + 1);
  return counts;
}
