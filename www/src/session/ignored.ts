import type { Choice } from "../document/ignored";
import type { FileFacts } from "../document/file";
import type { Diagnostic, Ignored, Report } from "../wire";

/**
 * Which Xtension a report is about: its name in Nintex, and only where it has none that of its file. A file gets another
 * name with each download, and half of all files are called `swagger.json`; the title stays while the text is worked on.
 * A report on errors alone does not say.
 */
export function xtensionOf({ summary }: Report, file: FileFacts): string | undefined {
  if (!summary) return undefined;
  const title = summary.title.text;
  return title ? `title:${title}` : `file:${file.name}`;
}

/** The choice to ignore `problem` in the Xtension `of`, or its rule everywhere. */
export function choiceOf({ rule, pointer, message }: Diagnostic, of: string, everywhere: boolean): Choice {
  return everywhere ? { rule, pointer: "", message: "", of: "" } : { rule, pointer, message, of };
}

/**
 * Whether `problem` is ignored by `choice`: the same rule says the same of the same place. The place alone is not enough,
 * since in a list another problem moves up to it; what has changed since is told again.
 */
export function covers({ rule, pointer, message }: Ignored, problem: Diagnostic): boolean {
  return rule === problem.rule && (message === "" || (message === problem.message && pointer === problem.pointer));
}

/** The choices that say something about the Xtension `of`; where that is not known yet, all. */
export function choicesFor(choices: readonly Choice[], of: string | undefined): readonly Choice[] {
  return choices.filter((choice) => choice.message === "" || of === undefined || choice.of === of);
}

/** `found` without what `choices` ignore, and what that is. */
export function withoutIgnored(found: Report, choices: readonly Choice[]): { report: Report; ignored: readonly Diagnostic[] } {
  const ignored = found.diagnostics.filter((problem) => choices.some((choice) => covers(choice, problem)));
  if (ignored.length === 0) return { report: found, ignored };
  const gone = new Set(ignored);
  const diagnostics = found.diagnostics.filter((problem) => !gone.has(problem));
  const isSafe = ({ rule, fixes }: Diagnostic) => fixes[0]?.safety === "safe" && (found.isJson || rule.startsWith("json-"));
  return { report: { ...found, diagnostics, safeFixes: diagnostics.filter(isSafe).length }, ignored };
}
