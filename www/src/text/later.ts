/** The sentences and labels of what the page loads after its first check, one section for each part of it. */

import { number, plural } from "./first";

/** The rules, and what messages mean. */
export const reference = {
  parts: "Reference",
  rules: "Rules",
  message: "Explain an error",

  search: "Search the rules",
  inFile: (rules: number) => `In your file (${number.format(rules)})`,
  count: (rules: number) => plural(rules, "rule"),
  none: "No rule has all these words.",
  found: "Rules found",
  keys: [
    { keys: ["↑", "↓"], does: "through the rules" },
    { keys: ["Enter"], does: "read" },
    { keys: ["Esc"], does: "back" },
  ],
  objects: {
    document: "Document",
    extension: "Nintex extensions",
    json: "JSON",
    media_type: "Media types",
    operation: "Operations",
    parameter: "Parameters",
    path: "Paths",
    reference: "References",
    response: "Responses",
    schema: "Schemas",
    security_definition: "Security definitions",
    security_requirement: "Security requirements",
    shape: "Keys and values of any object",
  } as Readonly<Record<string, string>>,

  titleOf: (id: string) => `${id} · Xtension Checker`,
  allRules: "All rules",
  copyLink: "Copy link",
  unknown: (id: string) => `There is no rule “${id}”.`,
  inYourFile: (count: number) => `${plural(count, "problem")} in your file`,
  showInFile: "Show",
  example: (index?: number) => (index === undefined ? "What is found" : `What is found, example ${index}`),
  fix: (index?: number) => (index === undefined ? "Fix:" : `Fix ${index}:`),
  good: "Nothing is found here",
  messages: "Messages that this can cause",

  errorMessage: {
    label: "The message that you got",
    placeholder: "Paste it here, with all that stands around it",
    hint: "From Nintex, from the API’s provider, or from another checker. It stays in this browser and is not kept.",
    slow: "Looking through your file.",
    shortened: "What looked like a key or token in the message has been shortened.",
    clear: "Clear",
    known: "Known messages",
    moments: {
      import: "When a file is imported or checked",
      signIn: "When a connection is made or renewed",
      call: "When an action runs",
    },
    unknown: "This message is not known.",
    closest: "Known ones that are like it",
    summary: (causes: number, problems: number, hasText: boolean) => {
      const meanings = causes === 1 ? "This message is known." : `This message can mean ${causes} things.`;
      if (problems > 0) return `${meanings} ${plural(problems, "problem")} in your file can cause it.`;
      return hasText ? `${meanings} No problem in your file is known to cause it.` : `${meanings} Paste your file to see where it comes from.`;
    },
    problems: "In your file",
    places: "Look at",
    unseen: "What the file does not show",
    rules: (count: number) => (count === 1 ? "The rule that looks for it" : `The ${count} rules that look for it`),
    others: (count: number, some: boolean) => `See ${some ? "the other " : ""}${plural(count, "problem")} in your file`,
  },
};

/** What a fix changes, before it is made. */
export const preview = {
  label: "What it changes",
  line: (line: number) => `line ${number.format(line)}`,
  all: (lines: number) => `Show all ${number.format(lines)} lines`,
  fewer: "Show fewer lines",
  skipped: {
    gone: (lines: number) => `${plural(lines, "more line")} removed`,
    come: (lines: number) => `${plural(lines, "more line")} added`,
    same: (lines: number) => `${plural(lines, "line")} as before`,
  },
  more: (lines: number) => `And ${plural(lines, "more line")}.`,
  blank: "For you to fill in",
};
