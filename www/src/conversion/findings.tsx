import { useEffect, useState } from "preact/hooks";
import { SeverityIcon } from "../panels/icons";
import { countOf, isPartial, SEVERITIES } from "../session/state";
import { texts } from "../text/first";
import { conversion as words } from "../text/later";
import type { Report } from "../wire";

interface FindingsProps {
  readonly text: string;
  readonly check: (text: string) => Promise<Report | undefined>;
}

/** What the checker finds in the result. */
export function Findings({ text, check }: FindingsProps) {
  const [report, setReport] = useState<Report | "none">();
  useEffect(() => {
    let isCurrent = true;
    void check(text).then((found) => isCurrent && setReport(found ?? "none"));
    return () => {
      isCurrent = false;
    };
  }, [text]);
  return (
    <div class="conversion-findings" role="status">
      {report !== undefined && report !== "none" && <Counts report={report} />}
      {report === undefined && words.checking}
    </div>
  );
}

function Counts({ report }: { report: Report }) {
  const counts = SEVERITIES.map((severity) => ({ severity, count: countOf(report, severity) })).filter(({ count }) => count > 0);
  if (counts.length === 0) return <>{isPartial(report) ? words.noErrors : words.noProblems}</>;
  return (
    <>
      <span>{words.found}</span>
      {counts.map(({ severity, count }) => (
        <span key={severity} class="conversion-count">
          <SeverityIcon severity={severity} />
          {texts.problems.count[severity](count)}
        </span>
      ))}
    </>
  );
}
