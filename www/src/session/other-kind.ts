import type { Diagnostic, Report } from "../wire";

/**
 * The problem of a text that is no Xtension at all: it is no JSON, or JSON in which something else is written. Besides it
 * there is none, or none but what is wrong with the JSON. What a fix makes an Xtension of, a part of one say, is none of these.
 */
export function otherKind({ diagnostics, other }: Report): Diagnostic | undefined {
  const [problem] = diagnostics;
  return other && problem?.fixes.length === 0 ? problem : undefined;
}

/** The problem of a text that is OpenAPI 2.0 in YAML. */
export function openApi2InYaml(report: Report): Diagnostic | undefined {
  return report.other?.kind === "yaml" ? otherKind(report) : undefined;
}
