// The sentences and labels of what the page loads after its first check, one section for each part of it.

import type { CompletionKind, EntryKind, Severity, Standing } from "../wire";
import { number, plural } from "./first";

/** What the editor says where it knows the text: the bar above it, its help, its signs. */
export const editorTexts = {
  crumbs: {
    label: "Where the cursor is",
    none: "At the top of the document",
    back: (keys: string) => `Back to where you came from (${keys})`,
    backLabel: "Back to where you came from",
  },

  definition: {
    none: "Nothing is defined elsewhere for this place.",
  },

  sticky: {
    goThere: (line: number) => `Go to line ${line}`,
  },

  folding: {
    fold: "Fold",
    unfold: "Unfold",
    folded: (lines: number) => (lines > 0 ? `… ${plural(lines, "line")}` : "…"),
  },

  layout: {
    done: "Formatted. Only white space has changed.",
    nothing: "The document is formatted already.",
    refused: "Only sound JSON can be formatted. Fix the errors in its syntax first.",
  },

  invisible: {
    title: (name: string, code: number) => `${name} (U+${code.toString(16).toUpperCase().padStart(4, "0")})`,
    other: "Character that cannot be seen",
    names: {
      0x09: "Tab in a string",
      0xa0: "No-break space",
      0xad: "Soft hyphen",
      0x61c: "Arabic letter mark",
      0x1680: "Ogham space",
      0x200b: "Zero-width space",
      0x200c: "Zero-width non-joiner",
      0x200d: "Zero-width joiner",
      0x200e: "Left-to-right mark",
      0x200f: "Right-to-left mark",
      0x2028: "Line separator",
      0x2029: "Paragraph separator",
      0x202a: "Left-to-right embedding",
      0x202b: "Right-to-left embedding",
      0x202c: "End of embedding",
      0x202d: "Left-to-right override",
      0x202e: "Right-to-left override",
      0x202f: "Narrow no-break space",
      0x2060: "Word joiner",
      0x2066: "Left-to-right isolate",
      0x2067: "Right-to-left isolate",
      0x2068: "First strong isolate",
      0x2069: "End of isolate",
      0x3000: "Ideographic space",
      0xfeff: "Byte order mark",
    } as Record<number, string>,
    short: {
      0xa0: "NBSP",
      0xad: "SHY",
      0x200b: "ZWSP",
      0x200c: "ZWNJ",
      0x200d: "ZWJ",
      0x200e: "LRM",
      0x200f: "RLM",
      0x2028: "LS",
      0x2029: "PS",
      0x202a: "LRE",
      0x202b: "RLE",
      0x202c: "PDF",
      0x202d: "LRO",
      0x202e: "RLO",
      0x202f: "NNBSP",
      0x2060: "WJ",
      0x2066: "LRI",
      0x2067: "RLI",
      0x2068: "FSI",
      0x2069: "PDI",
      0xfeff: "BOM",
    } as Record<number, string>,
  },

  completion: {
    kinds: {
      requiredKey: "required",
      key: "",
      extension: "Nintex",
      value: "",
      name: "",
    } satisfies Record<CompletionKind, string>,
  },

  help: {
    required: "required",
    allowed: "One of",
    source: "Source",
    goesThere: "goes there",
    uses: (count: number) => (count === 0 ? "Nothing refers to it." : `Used in ${plural(count, "place")}.`),
    standing: {
      documented: "",
      startEvent: "For start events, which are not available yet by Nintex’s help pages.",
      seen: "Seen in Xtensions that work. No help page describes it.",
      writtenByPlatform: "Written by Nintex itself when it stores an Xtension.",
      designer: "The designer’s own note in a workflow. It says nothing in an Xtension.",
    } satisfies Record<Standing, string>,
  },
};

/** The view of what the document consists of. */
export const outlineTexts = {
  label: "Outline",
  filter: "Filter the outline",
  filterPlaceholder: "Filter",
  withProblems: "With problems",
  withProblemsHint: "Shows only what has problems",
  groups: {
    operation: "Actions",
    definition: "Definitions",
    parameter: "Shared parameters",
    response: "Shared responses",
    securityDefinition: "Ways to sign in",
  } satisfies Record<EntryKind, string>,
  hidden: "hidden",
  hiddenHint: "The designer does not show it",
  none: "There is nothing to outline in this text: it has no operations and no definitions.",
  noneShown: "Nothing matches the filter.",
  showAll: "Show all",
  omitted: (count: number) => `And ${plural(count, "more entry", "more entries")} that are not listed.`,
  problems: {
    error: (count: number) => plural(count, "error"),
    warning: (count: number) => plural(count, "warning"),
    hint: (count: number) => plural(count, "hint"),
  } satisfies Record<Severity, (count: number) => string>,
};

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
