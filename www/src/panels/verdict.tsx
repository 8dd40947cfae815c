import { type Checked, countOf, isPartial, SEVERITIES } from "../session/state";
import { texts } from "../text/first";
import type { PageProps } from "./props";
import { ReportButton } from "./report-button";
import { countToFillIn, ToFillIn } from "./to-fill-in";

/** Whether the document can be imported, as far as that is known. */
export function Verdict({ session, state, checked }: PageProps & { checked: Checked }) {
  const { problems } = texts;
  const { report, ignored } = checked;
  const ignoredErrors = ignored.filter(({ severity }) => severity === "error").length;
  const partial = isPartial(report);
  const lost = partial && state.whole === "failed";
  const errors = countOf(report, "error");
  const counts = SEVERITIES.map((severity) => ({ severity, count: countOf(report, severity) })).filter(({ count }) => count > 0);
  const [passes, passesHint] =
    ignoredErrors > 0
      ? [problems.ignoredErrors(ignoredErrors), problems.ignoredErrorsHint]
      : [partial ? problems.partial : problems.passes, problems.passesHint];
  const toFillIn = countToFillIn(session);
  const complete = errors > 0 ? problems.blockedHint : passesHint;
  return (
    <div class="verdict-line">
      <div class={partial ? "verdict is-partial" : "verdict"} role="status">
        <h2>{errors > 0 ? problems.blocked : passes}</h2>
        <p>{lost ? problems.restFailed : partial ? problems.restComes : complete}</p>
        {toFillIn > 0 && !partial && <ToFillIn session={session} count={toFillIn} />}
        <p class="visually-hidden">{counts.map(({ severity, count }) => problems.count[severity](count)).join(", ")}</p>
        {lost && (
          <button type="button" class="button small" onClick={() => session.checks.tryAgain()}>
            {texts.failed.again}
          </button>
        )}
      </div>
      {!partial && <ReportButton session={session} />}
    </div>
  );
}
