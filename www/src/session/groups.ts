import { texts } from "../text/first";
import type { Diagnostic, Severity } from "../wire";

/** Problems that have the same cause. */
export interface Group {
  readonly key: string;
  readonly rule: string;
  readonly severity: Severity;
  /** What all of them say, with all that they name, or with `…` where each names something else. */
  readonly title: string;
  readonly problems: readonly Diagnostic[];
}

/** A line of the list: a problem that stands alone, or a group. */
export type Row = { readonly problem: Diagnostic } | { readonly group: Group };

/** So many problems of one rule stand under one head: fewer are read as quickly one by one. */
const MANY = 3;

/** So many names are read at one glance. */
const FEW = 3;

/** The problems as rows, in the order of their first ones. */
export function rowsOf(problems: readonly Diagnostic[]): readonly Row[] {
  const byCause = new Map<string, Diagnostic[]>();
  for (const problem of problems) {
    const alike = byCause.get(keyOf(problem));
    if (alike) alike.push(problem);
    else byCause.set(keyOf(problem), [problem]);
  }
  return [...byCause].flatMap(([key, alike]): Row[] => {
    const [first] = alike;
    if (!first || alike.length < MANY) return alike.map((problem) => ({ problem }));
    const { rule, severity } = first;
    return [{ group: { key, rule, severity, title: titleOf(alike) ?? texts.problems.heads[rule] ?? ruleInWords(rule), problems: alike } }];
  });
}

/** The key of the group that `problem` would be in. */
export function keyOf({ rule, severity }: Diagnostic): string {
  return `${severity} ${rule}`;
}

/** What all of `problems` say; nothing where more than what they quote differs. */
function titleOf(problems: readonly Diagnostic[]): string | undefined {
  const [first = [], ...others] = problems.map(({ message }) => message.split("`"));
  const common: string[] = [];
  for (const [index, part] of first.entries()) {
    if (others.every((other) => other[index] === part)) common.push(part);
    else if (index % 2 === 1) common.push(quoted([part, ...others.map((other) => other[index] ?? "")]));
    else return undefined;
  }
  return others.every((other) => other.length === first.length) ? common.join("`") : undefined;
}

/** What the problems of a group quote: the few that come again and again, else `…`. */
function quoted(parts: readonly string[]): string {
  const different = [...new Set(parts)];
  return different.length <= FEW && different.length < parts.length ? different.join("` or `") : "…";
}

const NAMES: Record<string, string> = { api: "API", apikey: "API key", auth: "authentication", id: "ID", json: "JSON", k2: "K2", oauth: "OAuth", openapi3: "OpenAPI 3", param: "parameter", ref: "$ref", url: "URL", urls: "URLs" };

/** The id of a rule as words: `oauth-scope-joined` is “OAuth scope joined”. */
export function ruleInWords(rule: string): string {
  const words = rule
    .split("-")
    .map((word) => NAMES[word] ?? word)
    .join(" ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}
