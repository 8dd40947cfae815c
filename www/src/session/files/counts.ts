import type { Report } from "../../wire";
import type { Counts } from "./state";
import { countOf } from "../state";

/** What the list of files keeps of a report. */
export function countsOf(report: Report): Counts {
  return {
    error: countOf(report, "error"),
    warning: countOf(report, "warning"),
    hint: countOf(report, "hint"),
    more: report.omitted,
    safeFixes: report.safeFixes,
    isConvertible: report.other?.offer === "convert",
  };
}
