import type { Diagnostic, Report } from "../wire";

/** The one problem of a text that is no Xtension at all: it is no JSON, or JSON in which something else is written. */
export function otherKind({ diagnostics }: Report): Diagnostic | undefined {
  const [problem, ...others] = diagnostics;
  if (!problem || others.length > 0) return undefined;
  const { rule, pointer, fixes } = problem;
  const isOther =
    rule === "json-not-json" ||
    rule === "json-empty" ||
    (rule === "swagger-version" && fixes.length === 0) ||
    (rule === "wrong-type" && pointer === "");
  return isOther ? problem : undefined;
}
