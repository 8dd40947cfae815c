import type { Session } from "../session/session";
import { texts } from "../text/first";
import type { Diagnostic } from "../wire";
import { OpenIcon } from "./icons";
import { Evidence } from "./problem-evidence";
import { Words } from "./words";

interface OtherKindProps {
  readonly session: Session;
  /** What the text is instead of an Xtension. */
  readonly problem: Diagnostic;
}

/** Where the text is something else: what it is and where to look, rather than what it lacks. */
export function OtherKind({ session, problem }: OtherKindProps) {
  const { other } = texts;
  return (
    <div class="verdict is-other">
      <div role="status">
        <h2>{other.heading}</h2>
        <p class="what">
          <Words text={problem.message} />
        </p>
      </div>
      <p>
        <Words text={problem.because} />
      </p>
      <p>{other.next}</p>
      <div class="choices">
        <button type="button" class="button main" onClick={() => session.documents.choose()}>
          <OpenIcon />
          {other.open}
        </button>
      </div>
      <Evidence problem={problem} />
    </div>
  );
}
