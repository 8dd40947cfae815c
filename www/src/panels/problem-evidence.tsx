import { texts } from "../text/first";
import type { Diagnostic } from "../wire";

/** Which rule says so, how sure it is, and where to read on. */
export function Evidence({ problem }: { problem: Diagnostic }) {
  const { problems } = texts;
  return (
    <p class="evidence">
      {problem.source ? (
        <a class="rule-link" href={`#rule/${problem.rule}`} title={problems.ruleHint}>
          <code>{problem.rule}</code>
        </a>
      ) : (
        <code>{problem.rule}</code>
      )}
      <span class="explained" tabIndex={0}>
        {problems.certainty[problem.certainty]}
        <span class="explanation">{problems.certaintyMeans[problem.certainty]}</span>
      </span>
      {problem.source.startsWith("https://") && (
        <a href={problem.source} target="_blank" rel="noreferrer noopener">
          {problems.source}
        </a>
      )}
    </p>
  );
}
