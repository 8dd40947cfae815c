import type { Certainty, Safety, Severity } from "../wire";

/** Writes numbers as people read them: 1,234. */
export const number = new Intl.NumberFormat("en");

/** A number with its noun, as in “1 file” and “2 files”. */
export const plural = (count: number, one: string, many = `${one}s`) => `${number.format(count)} ${count === 1 ? one : many}`;

/** The sentences and labels that the first check needs. All others stand in `later.ts`. */
export const texts = {
  title: "Xtension Checker",
  tagline: "Finds and fixes what is wrong with a Nintex Xtension",

  toolbar: {
    label: "Document",
    fileName: "File name",
    open: "Open",
    openHint: "Open a file (Ctrl+O)",
    clear: "New",
    clearHint: "Empty the editor and start again",
    undo: "Undo",
    redo: "Redo",
    copy: "Copy",
    copyHint: "Copy the whole text",
    download: "Download",
    downloadHint: "Download the text as shown (Ctrl+S)",
    more: "More commands",
  },

  views: {
    panel: "Findings",
    label: "Views",
    problems: "Problems",
    nintex: "In Nintex",
    outline: "Outline",
    changes: "Changes",
    files: "Files",
    reference: "Reference",
    failed: "This part of the page did not come",
    splitter: "Size of the panel",
    splitterHint: "Drag to resize, double-click for the usual size",
  },

  commands: {
    open: "Open a file",
    openFolder: "Open a folder",
    create: "New Xtension from a form",
    pick: "Choose operations to keep",
    split: "Split by authentication",
    sample: "Schema from a sample",
    download: "Download the file",
    search: "Search and replace",
    format: "Format the document",
    definition: "Go to the definition",
    foldAll: "Fold all",
    unfoldAll: "Unfold all",
    nextProblem: "Next problem",
    previousProblem: "Previous problem",
    fixes: "Fixes of the problem",
    applyFix: "Make the first fix of the problem",
    report: "Report",
    privacy: "Privacy, and erase what is kept",
    keys: "Keys",
    explain: "Explain an error message",
    offline: "Offline use",
    licences: "Licences",
  },

  editor: {
    label: "Xtension",
    hint: "Text of the Xtension. Tab leaves the editor. F8 goes to the next problem.",
    placeholder: "Paste an Xtension here, or drop its file anywhere on this page",
  },

  /** CodeMirror's own words, and ours for them. */
  search: {
    Find: "Find",
    Replace: "Replace with",
    next: "Next",
    previous: "Previous",
    all: "Select all",
    "match case": "Match case",
    regexp: "Regular expression",
    "by word": "Whole words",
    replace: "Replace",
    "replace all": "Replace all",
    close: "Close the search",
  },

  start: {
    heading: "Check an Xtension before Nintex does",
    introduction:
      "Paste it into the editor, or open its file. Each mistake is marked where it stands, with what Nintex does about it and ways to fix it.",
    open: "Open a file",
    explain: "Nintex gave me an error",
    create: "New from a form",
    samples: "Or look at a sample",
    privacy: "Your file stays in this browser. This page sends nothing anywhere.",
  },

  samples: {
    forumThread: {
      title: "Two Authorization headers",
      description: "Token calls as actions, and an action that sends the header twice",
    },
    oauthHelpPage: {
      title: "A sample from a help page",
      description: "With an ellipsis, and a section in the wrong place",
    },
    correct: {
      title: "A correct Xtension",
      description: "Signs people in with OAuth 2.0 and has two actions",
    },
  },

  problems: {
    label: "Problems",
    heads: { "secret-literal": "Keys, tokens or passwords stand in the file, for all to read." } as Readonly<Record<string, string>>,
    starting: "Starting the checker",
    cancel: "Stop checking",
    cancelled: "Stopped checking. The text is checked again after the next change.",
    check: "Check now",
    checkingLarge: (size: string) => `Checking ${size}. You can go on typing.`,
    list: "Problems found",
    count: {
      error: (count: number) => plural(count, "error"),
      warning: (count: number) => plural(count, "warning"),
      hint: (count: number) => plural(count, "hint"),
    } satisfies Record<Severity, (count: number) => string>,
    blocked: "Not ready to import",
    blockedHint: "Errors make the import or a call fail.",
    passes: "No errors",
    passesHint: "Nothing was found that stops the import. These are worth a look all the same.",
    toFillIn: (count: number) => `The conversion left ${plural(count, "thing")} to fill in.`,
    partial: "No errors so far",
    restComes: "Warnings and hints are still being looked for.",
    restFailed: "Only errors were looked for: the browser could not load what finds warnings and hints.",
    filterGroup: "Show",
    filterRule: "Show only one rule",
    allRules: "All rules",
    ruleCount: (rule: string, count: number) => `${rule} (${number.format(count)})`,
    filtered: (shown: number, all: number) => `${number.format(shown)} of ${number.format(all)} shown`,
    filterText: "Filter problems",
    filterPlaceholder: "Filter",
    noneShown: "No problem matches the filter.",
    showAll: "Show all",
    /** Of what the report has no room for, nobody knows what is ignored. */
    omitted: (count: number, ignored: number) =>
      ignored === 0
        ? `And ${plural(count, "more problem")}: fix some of these to see them.`
        : `And ${plural(count, "more problem")}, of which some may be ignored: fix some of these to see them.`,
    /** Without a number where fixing these brings others to light. */
    fixAll: (count: number | undefined) => (count === undefined ? "Fix all safe" : `Fix all safe (${number.format(count)})`),
    fixAllHint: "Makes every fix that keeps the meaning of the document, in one step that can be undone",
    places: (count: number) => plural(count, "place"),
    line: (line: number) => `line ${line}`,
    place: (line: number, column: number) => `${line}:${column}`,
    stray: "This looks like an error message, not like a file.",
    explainStray: "Explain it",
    explain: "Explain an error from Nintex",
    fixes: "Fixes",
    or: "or",
    fixLater: "Fixes are offered once the text is converted.",
    fixComes: "A fix may come with the rest of the checker.",
    noFix: "There is no automatic fix for this one.",
    related: "See also",
    source: "Source",
    ruleHint: "What this rule finds, with examples",
    certainty: {
      documented: "documented",
      observed: "seen in practice",
      inferred: "inferred",
    } satisfies Record<Certainty, string>,
    certaintyMeans: {
      documented: "Nintex’s help, the OpenAPI 2.0 specification or JSON’s says so.",
      observed: "People who met it say so, or published Xtensions show it.",
      inferred: "Concluded from what is documented and seen. It may be otherwise in your case.",
    } satisfies Record<Certainty, string>,
    safety: {
      safe: "Keeps the meaning of the document.",
      review: "",
      template: "Leaves a value for you to fill in.",
    } satisfies Record<Safety, string>,
    ignoredErrors: (count: number) => `Not ready to import: ${plural(count, "error is", "errors are")} ignored`,
    ignoredErrorsHint: "They are still in the file, and Nintex will find them.",
    ignoredAlso: (count: number) => `${plural(count, "problem")} that stop${count === 1 ? "s" : ""} nothing ${count === 1 ? "is" : "are"} ignored.`,
    ignored: {
      here: "Ignore here",
      hereHint: "Not told any more in this Xtension, on this browser; it stands at the end of the list",
      rule: "Ignore this rule",
      ruleHint: "Nothing of this rule is told any more, in any file on this browser; it stands at the end of the list",
      heading: (count: number) => `Ignored (${number.format(count)})`,
      isIgnored: "Ignored here. It stands at the end of the list.",
      ruleIgnored: (rule: string) => `Ignored: the rule ${rule}, in every file. Its problems stand at the end of the list.`,
    },
    keys: { nextProblem: "next", fixes: "fixes", applyFix: "first fix", text: "back", all: "All keys" },
    report: "Report",
  },

  severity: { error: "Error", warning: "Warning", hint: "Hint" } satisfies Record<Severity, string>,

  clean: {
    heading: "Ready to import",
    introduction: "No problem was found.",
    stepsHeading: "In Nintex",
    upload: (name: string) => `Add an Xtension and choose the file ${name}.`,
    becomes: (title: string, actions: number) =>
      `${title ? `It becomes “${title}”` : "It has no name yet"}, with ${plural(actions, "action")} for workflows.`,
    preview: "See what Nintex will show",
    previewHint: (hasRedirectUrl: boolean, notes: number) =>
      `With what the import asks for${hasRedirectUrl ? ", the redirect URL to register" : ""} and ${plural(notes, "note")} worth knowing.`,
    download: (name: string) => `Download ${name}`,
  },

  other: {
    heading: "This is not an Xtension",
    alsoBroken: "Its JSON is broken as well",
    open: "Open another file",
    convert: "Convert to an Xtension",
    begin: "Begin an Xtension with it",
    broken: "It breaks off at the place below. Repair that first: then all of it is looked at, and can be converted.",
    typed: "Found in it",
    typedHint: "Shown at the lines of the YAML. Fixes are offered once it is converted.",
    unread: {
      lost: "Its content was not checked: the browser could not load what reads YAML. Check the connection to this site, then try again.",
      stopped: "Its content was not checked: what reads YAML stopped on this text.",
      long: "It is too long to be checked while it is YAML. Once it is converted, its content is checked.",
    },
    reading: "Reading the YAML",
  },

  /** Where the page is there, and its editor is not. */
  early: {
    lostHeading: "The editor did not load",
    lost: "Errors are found all the same, and your text is safe. Check the connection to this site, then try again.",
  },

  failed: {
    startHeading: "The checker could not start",
    start:
      "This page runs the checker inside your browser, and the browser did not load it. Check that WebAssembly is allowed and that the connection to this site works, then try again. Your text is safe.",
    stoppedHeading: "The checker stopped on this text",
    stopped:
      "It has been started again, and your text is safe. Try again, or change the text: it is checked again after each change.",
    again: "Try again",
  },

  large: {
    heading: (name: string) => (name ? `${name} is a large file` : "This is a very long text"),
    question: (size: string) =>
      `It has ${size}. Most Xtensions are under 1 MB, and this browser may be slow with it. It may be another kind of file.`,
    open: "Open it",
    cancel: "Leave it",
  },

  drop: "Drop to open",

  status: {
    label: "Status",
    position: (line: number, column: number) => `Line ${number.format(line)}, column ${number.format(column)}`,
    lineEnd: { "\n": "LF", "\r\n": "CRLF" },
    large: "Large text: suggestions come on Ctrl+Space, changes are counted when you look at them",
    lineEndHint: "Line ends of the file, kept in the download",
    kept: "Kept in this browser",
    notKept: "Not kept: this browser has no room for it or does not allow it, so a reload loses it",
    private: "Nothing leaves this browser",
    privateHint: "What is kept here, and how to erase it",
    version: (version: string) => `Version ${version}`,
    newVersion: "New version ready",
    reload: "Reload",
  },

  said: {
    undo: "Undo",
    close: "Close",
    more: (count: number) => `And ${number.format(count)} more`,
    opened: (name: string) => `Opened “${name}”.`,
    openedMixed: (name: string, lineEnd: string) =>
      `Opened ${name}. Its line ends were mixed; the download has ${lineEnd} throughout.`,
    utf16: (name: string) => `${name} was not opened: it is UTF-16. Save it as UTF-8 and open it again.`,
    notUtf8: (name: string) => `${name} was not opened: it is not a UTF-8 text file.`,
    unreadable: (name: string) => `${name} could not be read.`,
    cleared: "The editor is empty.",
    copied: "Copied.",
    notCopied: "The browser did not allow copying. Select the text and press Ctrl+C.",
    downloaded: (name: string) => `Downloaded ${name}.`,
    fixed: (title: string) => `Done: ${title}.`,
    fixedAll: (count: number) => `Made ${plural(count, "safe fix", "safe fixes")}.`,
    nothingToFix: "There was no safe fix to make.",
    notLoaded: "The browser could not load this part of the page. Check the connection to this site and try again.",
    stopped: {
      fixAll: "The checker stopped while it looked for safe fixes. It has been started again; nothing was changed.",
      explain: "The checker stopped on this message. It has been started again, and the problems are not affected.",
      report: "The checker stopped while it wrote the report. It has been started again, and your text is safe.",
      format: "The checker stopped while it laid the text out. It has been started again; nothing was changed.",
      definition: "The checker stopped while it looked for the definition. It has been started again, and your text is safe.",
    },
    gone: "The text has changed, and this problem is gone.",
    converted: (remarks: number) =>
      remarks === 0 ? "Converted to an Xtension." : `Converted to an Xtension. What was lost or decided, ${plural(remarks, "note")}, stays under Changes.`,
    takenBack: "The text is as it was pasted or opened.",
    times: (title: string, count: number) => (count === 1 ? title : `${title} (${count} times)`),
  },
};

/** The size of a text, as people say it. */
export function sizeInWords(bytes: number): string {
  if (bytes < 1000) return `${bytes} bytes`;
  const [size, unit] = bytes < 1_000_000 ? [bytes / 1000, "KB"] : [bytes / 1_000_000, "MB"];
  return `${size.toFixed(size < 10 ? 1 : 0)} ${unit}`;
}
