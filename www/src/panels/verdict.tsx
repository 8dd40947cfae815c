import { countOf, isPartial, SEVERITIES } from "../session/state";
import { texts } from "../text/first";
import type { Report } from "../wire";
import type { PageProps } from "./props";

/** Whether the document can be imported, as far as that is known. */
export function Verdict({ session, state, report }: PageProps & { report: Report }) {
  const { problems } = texts;
  const partial = isPartial(report);
  const lost = partial && state.whole === "failed";
  const errors = countOf(report, "error");
  const counts = SEVERITIES.map((severity) => ({ severity, count: countOf(report, severity) })).filter(({ count }) => count > 0);
  const passes = partial ? problems.partial : problems.passes;
  const complete = errors > 0 ? problems.blockedHint : problems.passesHint;
  return (
    <div class={partial ? "verdict is-partial" : "verdict"} role="status">
      <h2>{errors > 0 ? problems.blocked : passes}</h2>
      <p>{lost ? problems.restFailed : partial ? problems.restComes : complete}</p>
      {report.diagnostics.length > 0 && (
        <p class="explain-link">
          <a href="#explain">{problems.explain}</a>
        </p>
      )}
      <p class="visually-hidden">{counts.map(({ severity, count }) => problems.count[severity](count)).join(", ")}</p>
      {lost && (
        <button type="button" class="button small" onClick={() => session.checks.tryAgain()}>
          {texts.failed.again}
        </button>
      )}
    </div>
  );
}
