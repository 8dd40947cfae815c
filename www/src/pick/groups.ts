import type { Candidate } from "../wire";

/** An operation with its position in the text. */
export interface Choice {
  readonly position: number;
  readonly candidate: Candidate;
  /** All that it can be found by, in small letters. */
  readonly words: string;
}

/** Operations that belong together. */
export interface Group {
  readonly name: string;
  readonly choices: readonly Choice[];
}

/** The operations as a person can choose them. */
export function choicesOf(candidates: readonly Candidate[]): readonly Choice[] {
  return candidates.map((candidate, position) => {
    const { method, path, operationId, label, tags } = candidate;
    return { position, candidate, words: `${method} ${path} ${operationId} ${label} ${tags.join(" ")}`.toLowerCase() };
  });
}

/** Those in which all words of `filter` stand. */
export function filtered(choices: readonly Choice[], filter: string): readonly Choice[] {
  const wanted = filter.toLowerCase().split(/\s+/).filter(Boolean);
  return choices.filter(({ words }) => wanted.every((word) => words.includes(word)));
}

/** The operations by their first tag, or where none has a tag by the first part of their path. */
export function grouped(choices: readonly Choice[], byTag: boolean): readonly Group[] {
  const groups = new Map<string, Choice[]>();
  for (const choice of choices) {
    const { tags, path } = choice.candidate;
    const name = byTag ? (tags[0] ?? "") : `/${path.split("/")[1] ?? ""}`;
    const group = groups.get(name);
    if (group) group.push(choice);
    else groups.set(name, [choice]);
  }
  return [...groups].map(([name, members]) => ({ name, choices: members }));
}

/** The groups with those operations of them that are among the first `most`. */
export function firstOf(groups: readonly Group[], most: number): readonly { readonly group: Group; readonly drawn: readonly Choice[] }[] {
  const drawn = [];
  let left = most;
  for (const group of groups) {
    if (left <= 0) break;
    drawn.push({ group, drawn: group.choices.slice(0, left) });
    left -= group.choices.length;
  }
  return drawn;
}

/** `chosen` with those between two of `order`, both included, chosen or not as `to` says. */
export function withRange(chosen: ReadonlySet<number>, order: readonly number[], one: number, other: number, to: boolean): ReadonlySet<number> {
  const [first, last] = [order.indexOf(one), order.indexOf(other)].sort((a, b) => a - b);
  return withAll(chosen, order.slice(Math.max(first ?? 0, 0), (last ?? 0) + 1), to);
}

/** `chosen` with all of `positions` chosen or not as `to` says. */
export function withAll(chosen: ReadonlySet<number>, positions: readonly number[], to: boolean): ReadonlySet<number> {
  const changed = new Set(chosen);
  for (const position of positions) {
    if (to) changed.add(position);
    else changed.delete(position);
  }
  return changed;
}
