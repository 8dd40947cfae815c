import { Fragment } from "preact";
import type { Origin } from "../session/places";
import type { Session } from "../session/session";
import { texts } from "../text/first";
import type { Diagnostic } from "../wire";
import { Words } from "./words";

interface FixesProps {
  readonly session: Session;
  readonly problem: Diagnostic;
  readonly origin: Origin;
}

/** What can be done about a problem, best first. */
export function Fixes({ session, problem, origin }: FixesProps) {
  const { problems } = texts;
  if (problem.fixes.length === 0) return <p class="no-fix">{problems.noFix}</p>;
  return (
    <div class="fixes" role="group" aria-label={problems.fixes}>
      {problem.fixes.map((fix, index) => (
        <Fragment key={index}>
          {index > 0 && <span class="or">{problems.or}</span>}
          <button
            type="button"
            class={index === 0 ? "fix is-best" : "fix"}
            onClick={() => void session.fixes.apply(problem, fix, origin)}
          >
            <span class="fix-title">
              <Words text={fix.title} />
            </span>
            <span class="fix-consequence">
              <Words text={fix.consequence} /> {problems.safety[fix.safety]}
            </span>
          </button>
        </Fragment>
      ))}
    </div>
  );
}
