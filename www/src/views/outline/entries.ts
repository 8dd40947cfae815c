import type { Diagnostic, Entry, EntryKind, Severity } from "../../wire";

/** An entry with how many problems it has of each kind. */
export interface Counted {
  readonly entry: Entry;
  readonly problems: Readonly<Record<Severity, number>>;
}

/** Counts the problems in each entry. No two entries overlap. */
export function counted(entries: readonly Entry[], diagnostics: readonly Diagnostic[]): readonly Counted[] {
  const all = entries.map((entry) => ({ entry, problems: { error: 0, warning: 0, hint: 0 } }));
  const byPlace = [...all].sort((a, b) => a.entry.span.start - b.entry.span.start);
  for (const { from, severity } of diagnostics) {
    const found = byPlace[lastBefore(byPlace, from)];
    if (found && from < found.entry.span.end) found.problems[severity] += 1;
  }
  return all;
}

/** The index of the last entry that begins at `position` or before, in a list sorted by place. */
function lastBefore(entries: readonly Counted[], position: number): number {
  let [low, high] = [0, entries.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((entries[middle]?.entry.span.start ?? 0) <= position) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** The entry in which `position` is. */
export function entryAround(entries: readonly Counted[], position: number): Counted | undefined {
  return entries.find(({ entry: { span } }) => span.start <= position && position <= span.end);
}

/** Whether the entry has all words of `filter`, and a problem where only those are wanted. */
export function isShown({ entry, problems }: Counted, filter: string, onlyProblems: boolean): boolean {
  if (onlyProblems && problems.error + problems.warning + problems.hint === 0) return false;
  const { name, method, path, operationId, detail } = entry;
  const haystack = `${name} ${method} ${path} ${operationId} ${detail}`.toLowerCase();
  return filter.toLowerCase().split(/\s+/).every((word) => haystack.includes(word));
}

/** The entries by what they are. The worker gives them in this order. */
export function grouped(entries: readonly Counted[]): [EntryKind, Counted[]][] {
  const groups = new Map<EntryKind, Counted[]>();
  for (const counted of entries) {
    const group = groups.get(counted.entry.kind);
    if (group) group.push(counted);
    else groups.set(counted.entry.kind, [counted]);
  }
  return [...groups];
}
