import type { Text } from "@codemirror/state";
import type { Diagnostic, Report } from "../wire";

/** What a text is shows in so many characters at its beginning. */
const HEAD = 20_000;

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

/** The problem of a text that is OpenAPI 2.0 in YAML, as far as one sees. */
export function openApi2InYaml(report: Report, text: Text): Diagnostic | undefined {
  const problem = otherKind(report);
  const isYaml = problem?.rule === "json-not-json" && /^["']?swagger["']?\s*:/m.test(text.sliceString(0, HEAD));
  return isYaml ? problem : undefined;
}

/** Whether the converter can make an Xtension of `text`, which is something else. */
export function canBeConverted(report: Report, text: Text): boolean {
  const problem = otherKind(report);
  if (!problem) return false;
  const head = text.sliceString(0, HEAD);
  if (problem.rule === "json-not-json") return /^["']?(?:openapi|swagger)["']?\s*:/m.test(head);
  return /OpenAPI 3|Postman collection/.test(problem.message);
}
