/** The fixes that one rule offers. */
export interface Group {
  readonly rule: string;
  /** The title of the first. */
  readonly title: string;
  /** Whether all are called so. */
  readonly isSame: boolean;
  readonly count: number;
}

/** The fixes taken by the rules that offer them, the most frequent first. */
export function groupsOf(titles: readonly string[], rules: readonly string[]): Group[] {
  const groups = new Map<string, Group>();
  titles.forEach((title, index) => {
    const rule = rules[index] ?? "";
    const group = groups.get(rule);
    if (group) groups.set(rule, { ...group, isSame: group.isSame && group.title === title, count: group.count + 1 });
    else groups.set(rule, { rule, title, isSame: true, count: 1 });
  });
  return [...groups.values()].sort((a, b) => b.count - a.count);
}
