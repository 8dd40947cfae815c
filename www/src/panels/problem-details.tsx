import type { Origin } from "../session/places";
import type { Session } from "../session/session";
import type { Checked } from "../session/state";
import { texts } from "../text/first";
import type { Diagnostic } from "../wire";
import { Evidence } from "./problem-evidence";
import { Fixes } from "./problem-fixes";
import { IgnoreChoices } from "./problem-ignore";
import { Words } from "./words";

interface DetailsProps {
  readonly session: Session;
  readonly problem: Diagnostic;
  readonly origin: Origin;
  /** Absent where the other places are in sight anyway. */
  readonly checked?: Checked;
}

/** Why a problem matters, what has to do with it, and what can be done. */
export function Details({ session, problem, origin, checked }: DetailsProps) {
  const { problems } = texts;
  return (
    <>
      {problem.because && (
        <p class="because">
          <Words text={problem.because} />
        </p>
      )}
      {checked && problem.related.length > 0 && (
        <ul class="related" aria-label={problems.related}>
          {problem.related.map(({ from, to, message }, index) => (
            <li key={index}>
              <button type="button" class="link" onClick={() => session.places.showRange(from, to, "editor")}>
                {problems.line(checked.text.lineAt(Math.min(from, checked.text.length)).number)}
              </button>{" "}
              <Words text={message} />
            </li>
          ))}
        </ul>
      )}
      <Fixes session={session} problem={problem} origin={origin} />
      <Evidence problem={problem} />
      <IgnoreChoices session={session} problem={problem} origin={origin} />
    </>
  );
}
