import { texts } from "../text/first";
import type { Diagnostic } from "../wire";

/** Which rule says so, how sure it is, and where to read on. */
export function Evidence({ problem }: { problem: Diagnostic }) {
  const { problems } = texts;
  return (
    <p class="evidence">
      <code>{problem.rule}</code>
      <span>{problems.certainty[problem.certainty]}</span>
      {problem.source.startsWith("https://") && (
        <a href={problem.source} target="_blank" rel="noreferrer noopener">
          {problems.source}
        </a>
      )}
    </p>
  );
}
