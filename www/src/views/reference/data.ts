import type { Certainty, Diagnostic, Fix, Severity } from "../../wire";
import reference from "./reference.json";

/** A text with something that a rule finds in it. */
export interface BadExample {
  readonly text: string;
  readonly found: readonly Pick<Diagnostic, "from" | "to" | "severity" | "message" | "because">[];
  /** The fixes of what is found first. */
  readonly fixes: readonly Fix[];
}

/** A rule's page, as `tests/reference.rs` writes it. */
export interface Rule {
  readonly id: string;
  /** The object that it finds fault with. */
  readonly object: string;
  /** How bad its findings can be, the worst first. */
  readonly severities: readonly Severity[];
  readonly certainty: Certainty;
  readonly source: string;
  readonly title: string;
  readonly explanation: readonly string[];
  readonly bad: readonly BadExample[];
  readonly good: readonly string[];
}

/** When people meet a message. */
export type Moment = "call" | "signIn" | "import";

/** A message that the checker can explain. */
export interface KnownMessage {
  readonly text: string;
  readonly moment: Moment;
  readonly rules: readonly string[];
}

interface Reference {
  readonly rules: readonly Rule[];
  readonly messages: readonly KnownMessage[];
}

/** All rules and messages, in the order of the reference. */
export const { rules: RULES, messages: MESSAGES } = JSON.parse(reference) as Reference;

/** The rule of that id. */
export function ruleOf(id: string): Rule | undefined {
  return RULES.find((rule) => rule.id === id);
}

const plain = (...texts: readonly string[]) => texts.join("\n").replaceAll("`", "").toLowerCase();

/** What a word is looked for in, the most telling first. */
const LAYERS = RULES.map((rule) => {
  const said = rule.bad.flatMap(({ found, fixes }) => [...found.map(({ message }) => message), ...fixes.map(({ title }) => title)]);
  const messages = MESSAGES.filter(({ rules }) => rules.includes(rule.id)).map(({ text }) => text);
  return { rule, layers: [plain(rule.id), plain(rule.title), plain(...rule.explanation, ...said, ...messages)] };
});

/** The rules that have all words of `query`, those first that have them in id and title. */
export function search(query: string): readonly Rule[] {
  const words = plain(query).split(/\s+/).filter(Boolean);
  if (words.length === 0) return RULES;
  const found = LAYERS.flatMap(({ rule, layers }) => {
    const depths = words.map((word) => layers.findIndex((layer) => layer.includes(word)));
    return depths.includes(-1) ? [] : [{ rule, depth: depths.reduce((sum, depth) => sum + depth, 0) }];
  });
  return found.sort((a, b) => a.depth - b.depth).map(({ rule }) => rule);
}
