import type { Text } from "@codemirror/state";
import type { Diagnostic, Report } from "../wire";

/**
 * The problem of a text that is no Xtension at all: it is no JSON, or JSON in which something else is written. Besides it
 * there is none, or none but what is wrong with the JSON.
 */
export function otherKind({ diagnostics }: Report): Diagnostic | undefined {
  const [problem, ...others] = diagnostics;
  if (!problem || others.some(({ rule }) => !rule.startsWith("json-"))) return undefined;
  const { rule, pointer, fixes } = problem;
  if (rule === "swagger-version" && fixes.length === 0) return problem;
  const isOther = rule === "json-not-json" || rule === "json-empty" || (rule === "wrong-type" && pointer === "");
  return isOther && others.length === 0 ? problem : undefined;
}

/** Whether the converter can make an Xtension of `text`, which is something else. */
export function canBeConverted(report: Report, text: Text): boolean {
  const problem = otherKind(report);
  if (!problem) return false;
  const head = text.sliceString(0, 20_000);
  if (problem.rule === "json-not-json") return /^["']?(?:openapi|swagger)["']?\s*:/m.test(head);
  return /OpenAPI 3|Postman collection/.test(problem.message);
}
