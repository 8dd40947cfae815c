import type { Origin } from "../session/places";
import type { Session } from "../session/session";
import { texts } from "../text/first";
import type { Diagnostic } from "../wire";

/** The ways not to be told of a problem any more. */
export function IgnoreChoices({ session, problem, origin }: { session: Session; problem: Diagnostic; origin: Origin }) {
  const { ignored } = texts.problems;
  // Until the whole checker is there, nobody knows which Xtension it is.
  if (!session.state.checked?.found.summary) return null;
  return (
    <p class="ignore-choices">
      <button type="button" class="link" title={ignored.hereHint} onClick={() => session.ignores.ignore(problem, false, origin)}>
        {ignored.here}
      </button>
      <button type="button" class="link" title={ignored.ruleHint} onClick={() => session.ignores.ignore(problem, true, origin)}>
        {ignored.rule}
      </button>
    </p>
  );
}
