// The sentences and labels of what the page loads after its first check, one section for each part of it.

import type { Unreadable } from "../document/bytes";
import type { NotRead } from "../document/gather";
import type { FileStanding, OpenFile, Work } from "../session/files/state";
import type { Moment } from "../views/nintex/find";
import type {
  Authentication,
  CompletionKind,
  ConnectionFieldKind,
  Conversion,
  EntryKind,
  FieldKind,
  Place,
  RemarkKind,
  ReportFormat,
  Severity,
  Source,
  Standing,
} from "../wire";
import { number, plural } from "./first";

/** What Nintex will show. */
export const nintex = {
  heading: "What Nintex will show",
  introduction: "A preview, read off this file: Nintex’s own screens look different.",
  moments: {
    label: "When it is shown",
    import: "Import",
    connection: "Connection",
    actions: "Actions",
  } satisfies Record<Moment | "label", string>,
  follow: "Follow",
  followHint: "Follow the cursor: turn to what it is in",
  reading: "Reading the actions",
  failedHeading: "The checker stopped on the actions",
  failed: "It has been started again, and your text is safe. The problems and the rest of the preview are not affected.",
  inferred: "inferred",
  inferredHint: "Not documented by Nintex, but concluded from what is",
  required: "required",
  toProblems: "See the problems",
  fields: (count: number) => plural(count, "field"),
  problemsOf: (count: number, label: string) => `${plural(count, "problem")} in ${label}`,

  empty: {
    heading: "Nothing to show yet",
    text: "Paste an Xtension into the editor, or open its file: here you see the connection, the actions and their fields as they will be in Nintex.",
    open: "Open a file",
  },
  unreadable: {
    heading: "Nintex would make nothing of this",
    text: "Nothing in this text can be read as an Xtension: no name, no address, no operation. The problems say what is in the way.",
  },
  broken: "The JSON has mistakes: it is shown as the checker would repair it.",
  blocked: (count: number) => `Not ready to import: ${plural(count, "error")}. Shown is what Nintex would make of it all the same.`,

  notes: (count: number) => `Good to know (${number.format(count)})`,

  import: {
    heading: "The Xtension",
    noTitle: "No name",
    noTitleHint: "The file has no title under `info`.",
    noDescription: "No description",
    version: (version: string) => `Version ${version}`,
    steps: "When it is added to Nintex",
    file: "File",
    fileHint: "Choose it under Xtensions, or give the address where it can be fetched.",
    authentication: "Authentication",
    authentications: {
      none: "None",
      basic: "Basic authentication",
      apiKey: "API key",
      personSignsIn: "OAuth 2.0: people sign in",
      clientCredentials: "OAuth 2.0: client credentials",
      unknown: "None that Nintex takes",
    } satisfies Record<Authentication, string>,
    preset: "Security preset",
    presetHint: "Concluded from the addresses where people sign in and tokens come from.",
    client: "Client ID and secret",
    clientHint: (provider: string) => `${provider || "The provider"} gives them out when the client is registered. They do not belong in the file.`,
    redirectUrl: "Redirect URL",
    redirectHint: "Register it with the provider.",
    copyRedirectUrl: "Copy the redirect URL",
    name: "Name",
    nameHint: "Can be changed here.",
    addresses: "Where calls go",
    operations: (count: number) => plural(count, "operation"),
    placeholder: (label: string) => `is what people type under “${label}” in the connection`,
    placeholderUnfilled: "is filled by no field of the connection",
    gateway: "Through Nintex Gateway, to a server in the customer’s own network.",
    rendering: "Fields",
    rendersObjects: "Render version 2: in the order of the file, with fields for what is inside lists and objects.",
    rendersPlain: "In alphabetical order. Lists and objects inside objects are one field each.",
  },

  connection: {
    none: "No connection",
    noneHint: "Nobody is asked for anything: the calls go out without signing in.",
    unknown: "No connection that Nintex takes",
    unknownHint: "The file has a security definition, but of a type or flow that Nintex does not have. The problems say more.",
    heading: (title: string) => (title ? `New connection: ${title}` : "New connection"),
    asks: "What the dialog asks for",
    builtIn: "Nintex asks for this by itself; its wording there may differ.",
    named: (name: string) => `For ${name}`,
    signIn: (provider: string) => `Sign in${provider ? ` with ${provider}` : ""}`,
    signInHint: "The provider’s own page opens. Whoever signs in agrees to:",
    client: "The client ID and the secret were given at the import. Tokens are asked for these scopes:",
    noScopes: "The file lists no scopes.",
    tested: "A new connection is tested with",
    pattern: "Must match",
    kinds: { text: "Text", password: "Hidden while typed", choice: "Drop-down list" } satisfies Record<ConnectionFieldKind, string>,
    gateways: "The gateways of the tenant",
    isCut: "There is more than is listed here.",
  },

  actions: {
    list: "Actions",
    none: "No actions",
    noneHint: "The file has no operations under `paths`, so designers get nothing to put into a workflow.",
    allHidden: "Every operation is hidden: designers get nothing to put into a workflow.",
    filter: "Filter actions",
    noneShown: "No action matches the filter.",
    showAll: "Show all",
    shown: (shown: number, all: number) => `${number.format(shown)} of ${number.format(all)}`,
    hidden: (count: number) => `Hidden from designers: ${number.format(count)}`,
    omitted: (count: number) => `And ${plural(count, "more operation")} that the preview leaves out.`,
    startEvent: "start event",
    startEventHint: "Starts workflows instead of standing in them. Nintex’s documentation says that Xtensions cannot have any at present.",
    testsConnections: "Tests new connections.",
    fills: "Fills",
    fillsField: (field: string, action: string) => `${field} in ${action}`,
    moreFilled: (count: number) => `and ${plural(count, "more field")}`,
    isHidden: "Not shown to designers.",
  },

  configuration: {
    heading: "Configuration",
    connection: "Connection",
    connectionPicked: "Choose or add a connection",
    none: "This action asks for nothing.",
    isCut: "There are more fields than are listed here.",
    sentIn: {
      query: "in the query as",
      header: "in the header",
      path: "in the path as",
      formData: "in the form as",
      body: "in the body as",
      answer: "from",
    } satisfies Record<Place, string>,
    kinds: {
      text: "Text",
      number: "Number",
      yesNo: "Yes or no",
      date: "Date",
      dateTime: "Date and time",
      choice: "Drop-down list",
      dropDown: "Drop-down list",
      file: "File",
      list: "Collection",
      object: "Object",
      conditions: "Conditions",
      any: "Any value",
    } satisfies Record<FieldKind, string>,
    startsAs: "At first",
    options: (count: number) => plural(count, "option"),
    moreOptions: (count: number) => `${number.format(count)} options and more`,
    sends: (value: string) => `sends ${value}`,
    filledBy: "Filled by",
    filledFields: "Its fields come from",
    showsAndSends: (shows: string, sends: string) => (shows && shows !== sends ? `shows ${shows}, sends ${sends}` : `shows and sends ${sends}`),
    notThere: "which the file does not have",
    pattern: "Must match",
    addItem: "Add an item",
    eachItem: "Each item",
    ofItems: (kind: string) => `of ${kind.toLowerCase()}`,
    inside: "Inside",
    plainValue: "Filled as one value: fields for what is inside come with render version 2.",
    addCondition: "Add a condition",
    conditions: "Built condition by condition, sent as an OData filter.",
    hidden: (count: number) => `Hidden from designers: ${number.format(count)}`,
    sentAs: "sent as",
    noValue: "without a value",
    requiredWithoutValue: "required, but without a value",
  },

  outputs: {
    heading: "Outputs",
    eventHeading: "Start variables",
    store: "Store",
    none: "Nothing to store.",
    hidden: (count: number) => `Hidden from designers: ${number.format(count)}`,
    kinds: {
      text: "Text",
      number: "Number",
      yesNo: "Yes or no",
      date: "Date",
      dateTime: "Date and time",
      choice: "Text",
      dropDown: "Text",
      file: "File",
      list: "Collection",
      object: "Object",
      conditions: "Text",
      any: "Any value",
    } satisfies Record<FieldKind, string>,
    eachItem: "Each item has",
    has: "Has",
  },
};

/** What the editor says where it knows the text: the bar above it, its help, its signs. */
export const editorTexts = {
  crumbs: {
    label: "Where the cursor is",
    none: "The whole document",
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
    errors: (count: number) => (count === 1 ? "1 error in your file stops the import:" : `${count} errors in your file stop the import. The first:`),
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

/** Several files. */
export const files = {
  heading: (count: number) => plural(count, "file"),
  list: "Files",
  leftOut: (others: number, tooMany: number): string[] => [
    ...(others > 0 ? [`${plural(others, "other file")} left out: neither JSON nor YAML by name.`] : []),
    ...(tooMany > 0 ? [`${plural(tooMany, "more file")} left out: this page opens 500 at most.`] : []),
  ],
  sort: "Order",
  byName: "By name",
  byProblems: "By problems",
  actions: "All files",
  convertAll: (count: number) => `Convert all ${number.format(count)}`,
  convertAllHint: "Makes an Xtension of each file that can become one, as the preview of a conversion shows it at first",
  fixAll: "Fix all safe",
  fixAllHint: "Shows which fixes keep the meaning of the documents, and makes them in all files",
  download: "Download .zip",
  downloadHint: "Download all files in one archive, under their names",
  closeAll: "Close all",
  checkRest: (count: number) => `Check the other ${number.format(count)}`,
  cancel: "Cancel",
  doing: {
    reading: "Reading files",
    checking: "Checking files",
    converting: "Converting files",
    fixing: "Trying the fixes",
    packing: "Packing files",
  } satisfies Record<Work["doing"], string>,
  progress: (done: number, total: number) => `${number.format(done)} of ${number.format(total)}`,
  keys: [
    { keys: ["↑", "↓"], does: "choose" },
    { keys: ["Enter"], does: "open, then its problems" },
    { keys: ["Del"], does: "close" },
  ],

  changed: "changed",
  convert: "Convert",
  convertFile: (name: string) => `Convert ${name} to an Xtension`,
  wasConverted: (notes: number) => (notes === 0 ? "converted" : `converted, ${plural(notes, "note")}`),
  putBack: "Put back",
  putBackFile: (name: string) => `Put back ${name} as it came`,
  broughtBack: (name: string) => `${name} is as it came. Undo works in the file.`,
  converted: (count: number, of: number, notes: number) => {
    const which = count === of ? plural(count, "file") : `${number.format(count)} of ${plural(of, "file")}`;
    return `Converted ${which}.${notes === 0 ? "" : ` What was lost or decided, ${plural(notes, "note")}, stands under Changes in each file.`}`;
  },
  notConverted: (path: string, reason: string, line?: number) => `${path}${line === undefined ? "" : `, line ${number.format(line)}`}: ${reason}`,
  moreNotConverted: (count: number) => `${plural(count, "more file")} could not be converted.`,
  problems: "Problems",
  problemsHint: "Show the problems of this file",
  close: (name: string) => `Close ${name}`,
  noProblems: "no problems",
  more: (count: number) => `${plural(count, "more problem")}`,
  standing: {
    waiting: "not checked yet",
    checking: "checking",
    checked: "",
    empty: "empty",
    crashed: "The checker stopped on this file.",
    "utf-16": "Not opened: it is UTF-16. Save it as UTF-8 and open it again.",
    "not-utf-8": "Not opened: it is not a UTF-8 text file.",
    unreadable: "Could not be read.",
    "no-archive": "Not opened: it is no .zip archive, or it is damaged.",
    locked: "Not opened: it is protected by a password.",
    damaged: "Not opened: it is damaged in the archive.",
    "too-large": "Not opened: one file may have 64 MB, all together 256 MB.",
  } satisfies Record<FileStanding, string>,
  trouble: (path: string, trouble: NotRead | Unreadable) => `${path}: ${files.standing[trouble]}`,

  opened: (count: number) => `Opened ${plural(count, "file")}.`,
  openedOne: (name: string) => `Opened ${name}.`,
  noneFound: "There was no JSON or YAML file to open.",
  noneReadable: "Nothing was opened.",
  checked: (list: readonly OpenFile[]): string => {
    const checked = list.filter(({ standing }) => standing === "checked");
    const broken = checked.filter(({ counts }) => (counts?.error ?? 0) > 0).length;
    const failed = list.filter(({ standing }) => standing !== "checked" && standing !== "empty").length;
    const verdict = broken === 0 ? "none has errors" : broken === 1 ? "1 has errors" : `${number.format(broken)} have errors`;
    const rest = failed > 0 ? ` ${plural(failed, "file")} could not be checked.` : "";
    return `Checked ${plural(checked.length, "file")}: ${verdict}.${rest}`;
  },
  closed: (name: string) => `Closed ${name}.`,
  closedAll: (count: number) => `Closed ${plural(count, "file")}.`,

  planHeading: "Fix all safe",
  planIntroduction: (fixes: number, count: number) =>
    `${plural(fixes, "fix", "fixes")} in ${plural(count, "file")}. Each keeps the meaning of its document.`,
  planNone: "No file has a safe fix.",
  planFixes: (count: number) => plural(count, "fix", "fixes"),
  planMake: (count: number) => `Fix ${plural(count, "file")}`,
  fixed: (fixes: number, count: number) => `Made ${plural(fixes, "safe fix", "safe fixes")} in ${plural(count, "file")}.`,
  undoInEach: "Undo works in each file by itself.",

  archive: "xtensions",
  downloaded: (name: string, packed: number, left: number) =>
    `Downloaded ${plural(packed, "file")} as ${name}.${left > 0 ? ` ${plural(left, "file")} that could not be opened ${left === 1 ? "is" : "are"} not in it.` : ""}`,
  notPacked: "The browser could not pack the files. Check the connection to this site and try again.",
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

/** What is ignored. */
export const ignored = {
  lead: "Kept in this browser. Not counted, not marked and not fixed with the others, but in every report.",
  takeBackAll: "Tell me all of these again",
  takeBack: "Tell me again",
  here: "ignored here",
  byRule: (rule: string) => `by the rule “${rule}”, in every file`,
};

/** The dialog of reports. */
export const reports = {
  heading: "Report",
  lead: "What was found, fixed, ignored and is left, with the file’s name, size and hash, and what Nintex will make of it.",
  format: "Format",
  formats: {
    html: { name: "HTML", use: "A page for people without the checker; prints well" },
    markdown: { name: "Markdown", use: "For tickets, wikis and mails" },
    csv: { name: "CSV", use: "For spreadsheets: a row for each problem" },
    sarif: { name: "SARIF", use: "For code hosts and editors" },
    json: { name: "JSON", use: "For programs" },
  } satisfies Record<ReportFormat, { name: string; use: string }>,
  secrets: "Keys, tokens and passwords of the file are not in it.",
  copy: "Copy",
  download: "Download",
};

/** Whose work is in the page. */
export const licences = {
  heading: "Licences",
  text: "Licences of the work of others in this page",
};

/** The page without its site. */
export const offline = {
  heading: "Offline use",
  kept: "This browser has the whole page: it opens and works without a network.",
  notKept: "This browser does not have the whole page so far. It is still getting it, or keeps no pages, as in private windows.",
  renewal: "A new version of the page is taken when you say so, never in between.",
  app: "As an app",
  install: "The menu of most browsers can install the page, with a window and an icon of its own.",
  file: "As one file",
  fileIs: "The whole page in one file of less than 3 MB. It opens from disk, needs no network and asks for none: take it on a stick, or pass it on.",
  download: (name: string) => `Download ${name}`,
  isFile: "You have the whole page in this file. It needs no network, and its policy keeps it from asking for anything: take it on a stick, or pass it on.",
  isFileNew: "A newer one comes from where you have this one from.",
  isFileKept: "It keeps your text in this browser until you empty the editor. Some browsers let all pages that are opened from disk read what one of them keeps.",
  notRenewed: "This browser has no room for the text, so a reload would lose it. Download it first and empty the editor, then reload.",
};

/** The dialog of keys: what works everywhere is listed by the commands themselves. */
export const keys = {
  heading: "Keys",
  or: "or",
  everywhere: "Everywhere",
  list: "In the list of problems",
  inList: [
    { keys: ["↑", "↓"], does: "Problem before or after" },
    { keys: ["→", "←"], does: "Open or close a group" },
    { keys: ["Home", "End"], does: "First or last problem" },
    { keys: ["Enter"], does: "To its place in the text" },
    { keys: ["Esc"], does: "Back to the text" },
  ],
  editor: "In the text",
  inEditor: [
    { keys: ["Mod+Z"], does: "Undo" },
    { keys: ["Mod+Y"], does: "Redo" },
    { keys: ["Ctrl+Space"], does: "What can stand here" },
    { keys: ["Tab"], does: "Leave the text" },
  ],
};

/** How two texts differ. */
export const difference = {
  unified: "What differs: lines that went above those that came",
  before: "Before",
  after: "After",
  unchanged: "$ lines as before",
  unfold: "Show these lines",
  revert: "Put back",
  revertHint: "Put back what stood here",
};

/** All that differs from the text as it came. */
export const changes = {
  count: (changes: number) => plural(changes, "change"),
  since: "Compared with the text as pasted or opened.",
  sinceConverted: "Compared with the text as it was converted.",
  steps: "Changes",
  previous: "Previous change",
  next: "Next change",
  only: "Only what differs",
  back: "Put all back",
  backHint: "Puts the text back as it was pasted or opened, in one step that can be undone",
  empty: "What differs from the text as it was pasted or opened stands here.",
  written: "This text was written here, so there is nothing to compare it with.",
  none: "The text is as it was pasted or opened.",
  noneSince: "The text is as it was converted.",
};

/** What becomes of a text of another format. */
export const conversion = {
  heading: "Convert to an Xtension",
  busy: "Converting",
  madeOf: {
    openapi3: "From OpenAPI 3. It becomes OpenAPI 2.0 in JSON, which Nintex imports.",
    "openapi2-in-yaml": "From YAML. It becomes the same document in JSON, which Nintex imports.",
    postman: "From a Postman collection. Its requests become actions.",
  } satisfies Record<Source, string>,
  kinds: { open: "To fill in", lost: "Left out", changed: "Said differently", chosen: "Chosen" } satisfies Record<RemarkKind, string>,
  kindMeans: {
    open: "Something has to be filled in before the result works",
    lost: "Something of the original is not in the result",
    changed: "Something is said in another way, which does not mean quite the same",
    chosen: "Of several things in the original one was taken",
  } satisfies Record<RemarkKind, string>,
  count: (count: number) => (count === 0 ? "Nothing is lost" : `${plural(count, "note")} on what was lost or decided`),
  nothingLost: {
    openapi3: "All of the original is in the result.",
    "openapi2-in-yaml": "All of the original is in the result but its comments, which JSON does not have.",
    postman: "All of the original is in the result.",
  } satisfies Record<Source, string>,
  filter: "Kinds of notes",
  remarks: "What was lost or decided",
  noneShown: "No kind of note is shown.",
  places: (count: number) => plural(count, "place"),
  morePlaces: (count: number) => `Show ${plural(count, "more place")}`,
  line: (line: number) => `line ${number.format(line)}`,
  lineOfOriginal: (line: number) => `line ${number.format(line)} of the original`,
  placeInReport: (line: number, path: string) => (path ? `line ${line}, \`${path.replaceAll("`", "'")}\`` : `line ${line}`),
  ways: {
    legend: "Ways to sign in",
    one: "The one that most operations accept: a connection in Nintex has one",
    all: "All of them, to part the result into several Xtensions afterwards",
  },
  said: "What is to be known of the result",
  checking: "Checking it",
  found: "In the result:",
  noProblems: "The checker finds no problem in the result.",
  noErrors: "The checker finds no error in the result.",
  sides: "Text",
  original: "Original",
  result: "Result",
  use: "Use this",
  download: "Download",
  cancel: "Cancel",
  refused: {
    lost: "The browser could not load what converts. Check the connection to this site and try again. Your text is safe.",
    stopped: "The converter stopped on this text. It starts anew when you try again. Your text is safe.",
    alreadyThere: "This is OpenAPI 2.0 in JSON already: there is nothing to convert.",
    unknown: "This is neither OpenAPI, nor a Postman collection, so there is nothing to make an Xtension of.",
    broken: "This is meant to be YAML, and cannot be read as such.",
  } satisfies Record<Exclude<Conversion["outcome"], "done"> | "lost" | "stopped", string>,
  showPlace: "Show the place",
  was: {
    openapi3: "Converted from OpenAPI 3",
    "openapi2-in-yaml": "Converted from YAML",
    postman: "Converted from a Postman collection",
  } satisfies Record<Source, string>,
  source: { openapi3: "OpenAPI 3", "openapi2-in-yaml": "YAML", postman: "a Postman collection" } satisfies Record<Source, string>,
  wasCount: (count: number) => plural(count, "note"),
};

/** All fixes that keep the meaning, before they are made. */
export const fixAll = {
  heading: "Fix all safe",
  busy: "Finding the fixes",
  count: (count: number) => `${plural(count, "fix", "fixes")}, in one step that can be undone. None changes the meaning of the document.`,
  groups: "Fixes",
  times: (count: number, isSame: boolean) => (count === 1 ? "" : isSame ? `${number.format(count)} times` : `and ${number.format(count - 1)} like it`),
  none: "Nothing is chosen.",
  apply: (count: number) => (count === 0 ? "Apply" : `Apply ${plural(count, "fix", "fixes")}`),
  cancel: "Cancel",
};

/** The page on paper. */
export const print = {
  foot: (title: string, version: string) => `Checked by ${title} ${version}`,
};

/** What is kept, what never leaves, and how to see that. */
export const privacy = {
  heading: "Privacy",
  lead: "Your file is checked here, in this browser. Nothing of it goes anywhere: no server takes part, nothing is counted, and there are no cookies.",
  keptHeading: "What this browser keeps",
  kept: [
    { what: "Your texts and files,", why: "with their names, as they were when they were opened, and with what was lost where they were converted, so that a reload or a crash loses nothing." },
    { what: "What you ignore,", why: "so that it stays ignored." },
    { what: "The size of the panel,", why: "where you have changed it." },
    { what: "The page itself,", why: "where the browser allows it, so that it works without a network." },
  ],
  keptWhere: "All of it stays on this computer. Whoever uses this browser can see it until it is erased.",
  proofHeading: "How to see for yourself",
  proofs: [
    "Open the browser’s developer tools (F12), choose Network, and work: the page’s own files are asked for, and nothing else.",
    "Take this computer off the network and go on: problems, fixes and downloads need none.",
    "Look at the policy in the page’s head: it has the browser refuse every other address, to the checker as well.",
  ],
  erase: "Erase everything",
  question:
    "Erased are the text in the editor, all open files, what other tabs of this page have kept, what you ignore, the size of the panel, and the page as it is kept for use without a network. Nothing brings them back: download first what you need.",
  cancel: "Cancel",
  agree: "Erase it all",
  erased: "Everything is erased that this page had kept in this browser.",
  notErased: "The browser did not let everything be erased. Close the other tabs of this page and try again.",
};

/** What is made of parts: common to its dialogs. */
export const making = {
  cancel: "Cancel",
  waiting: "Reading the text",
  failed: {
    notLoaded: "The part of the page that does this did not come. Check the connection to this site and try again.",
    stopped: "This could not be done with this text. Nothing has changed.",
  },
  noOperations: "There are no operations in this text.",
  call: (method: string, path: string) => `${method} ${path}`,
};

/** The choice of the operations that stay. */
export const pick = {
  heading: "Choose operations to keep",
  lead: "Nintex makes an action of each operation and advises to import few. What the chosen ones need stays, everything else goes.",
  filter: "Find operations",
  filterPlaceholder: "Path, name, id or tag",
  list: "Operations",
  noGroup: "Without a tag",
  groupCount: (chosen: number, all: number) => `${number.format(chosen)} of ${number.format(all)}`,
  chooseAll: (count: number) => `Choose ${plural(count, "operation")} shown`,
  chooseNone: (count: number) => `Choose none of ${plural(count, "operation")} shown`,
  noneShown: "No operation has these words.",
  deprecated: "deprecated",
  count: (chosen: number, all: number) => `${number.format(chosen)} of ${number.format(all)} chosen`,
  keeps: (definitions: number) => `keeps ${plural(definitions, "definition")}`,
  needed: (count: number) => `and ${plural(count, "operation")} that these ask`,
  keep: "Keep these",
  kept: (kept: number, all: number) => `Kept ${number.format(kept)} of ${plural(all, "operation")}, with what they need.`,
  keys: [
    { keys: ["↑", "↓"], does: "go through" },
    { keys: ["Space"], does: "choose" },
    { keys: ["Shift", "↓"], does: "choose on" },
  ],
};

/** An Xtension for each way to sign in. */
export const split = {
  heading: "Split by authentication",
  lead: "A connection in Nintex signs in by one way. Each of these Xtensions has one, with the operations that use it.",
  one: "All operations of this text sign in by the same: there is nothing to split.",
  nothing: "no authentication",
  operations: (count: number) => plural(count, "operation"),
  add: (count: number) => `Split into ${plural(count, "Xtension")}`,
  download: "Download all",
  parted: (name: string, count: number) => `${plural(count, "Xtension")} took the place of ${name}, each with one way to sign in.`,
};

/** The schema of a sample, put into an operation. */
export const sample = {
  heading: "Schema from a sample",
  lead: "Paste what the service answered, or what it takes: of samples, only names and types get into the Xtension, no values. A JSON Schema is taken as it is.",
  operation: "Operation",
  what: "The sample is",
  answer: "what it answers",
  sent: "what is sent to it",
  status: "with the status",
  text: (index: number) => (index === 0 ? "Sample" : `Sample ${number.format(index + 1)}`),
  placeholder: '{ "id": 1, "name": "Ada" }',
  another: "Add another sample",
  anotherHint: "What is in any of them gets into the schema",
  broken: "This cannot be read as JSON. Open it in the editor to see where it breaks off.",
  schema: "Its schema",
  definitions: (count: number) => `It brings ${plural(count, "definition")} along.`,
  put: "Put it into the operation",
  done: (label: string) => `The schema is in ${label}.`,
  offer: "Read the schema off a sample",
};

/** A new Xtension. */
export const create = {
  heading: "New Xtension",
  service: "Service",
  title: "Title",
  titleHint: "As Nintex lists it",
  address: "Host",
  addressHint: "Or any address of the service, such as https://api.contoso.com/v1",
  description: "Description",
  version: "Version",
  authentication: "Authentication",
  kind: "A connection signs in by",
  kinds: {
    none: "nothing",
    basic: "a user name and a password",
    apiKey: "an API key",
    bearer: "a token that people have",
    code: "OAuth 2.0: people sign in",
    client: "OAuth 2.0: a client ID and secret of its own",
  },
  keyName: "Name of the key",
  keyPlace: "It is sent in",
  keyPlaces: { header: "a header", query: "the query" },
  provider: "Provider",
  otherProvider: "Another one",
  site: "Whose",
  siteHint: (example: string) => `Such as ${example}`,
  authorizationUrl: "Where people sign in",
  tokenUrl: "Where tokens come from",
  urlHint: "The documentation of the service has it",
  scopes: "Scopes",
  scopesHint: "With blanks between them",
  scopesExample: (scopes: string) => `With blanks between them, such as ${scopes}`,
  operation: "First operation",
  method: "Method",
  path: "Path",
  pathHint: "What people fill in stands in braces: /rooms/{id}?from=",
  label: "Name of the action",
  labelHint: "Made of method and path where it is empty",
  request: "A sample of what is sent",
  response: "A sample of what is answered",
  sampleHint: "JSON, of which only names and types are taken; or a JSON Schema",
  optional: "optional",
  preview: "What comes of it",
  make: "Put it into the editor",
  made: (title: string) => `“${title}” is in the editor.`,
};
