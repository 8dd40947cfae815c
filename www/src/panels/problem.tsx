import { Fragment } from "preact";
import type { Origin } from "../session/places";
import type { Session } from "../session/session";
import type { Checked } from "../session/state";
import { texts } from "../text/first";
import type { Diagnostic } from "../wire";
import { SeverityIcon } from "./icons";
import { Words } from "./words";

interface ProblemItemProps {
  readonly session: Session;
  readonly checked: Checked;
  readonly problem: Diagnostic;
  readonly isCurrent: boolean;
  readonly isTabStop: boolean;
}

/** A problem in the list: one line, and with all there is to know when it is the current one. */
export function ProblemItem({ session, checked, problem, isCurrent, isTabStop }: ProblemItemProps) {
  const line = checked.text.lineAt(Math.min(problem.from, checked.text.length));
  const column = problem.from - line.from + 1;
  const show = (event: MouseEvent) => {
    // The on-screen keyboard of a touch screen would cover the page.
    const byMouse = event instanceof PointerEvent && event.pointerType === "mouse";
    session.places.show(problem, byMouse ? "editor" : "panel");
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Enter") return;
    event.preventDefault();
    session.places.show(problem, "editor");
  };
  return (
    <li class={isCurrent ? "problem is-current" : "problem"}>
      <button
        type="button"
        class="problem-head"
        aria-expanded={isCurrent}
        aria-current={isCurrent}
        tabIndex={isTabStop ? 0 : -1}
        onClick={show}
        onKeyDown={onKeyDown}
      >
        <SeverityIcon severity={problem.severity} />
        <span class="visually-hidden">{texts.severity[problem.severity]}: </span>
        <span class="problem-message">
          <Words text={problem.message} />
        </span>
        <span class="problem-place">
          <span class="visually-hidden">{texts.problems.line(line.number)}</span>
          <span aria-hidden="true">{texts.problems.place(line.number, column)}</span>
        </span>
      </button>
      {isCurrent && (
        <div class="problem-body">
          <Details session={session} problem={problem} checked={checked} origin="panel" />
        </div>
      )}
    </li>
  );
}

/** A problem where the pointer rests on its mark. */
export function ProblemTooltip({ session, problem }: { session: Session; problem: Diagnostic }) {
  return (
    <div class="problem-tooltip">
      <p class="problem-title">
        <SeverityIcon severity={problem.severity} />
        <span class="visually-hidden">{texts.severity[problem.severity]}: </span>
        <span>
          <Words text={problem.message} />
        </span>
      </p>
      <Details session={session} problem={problem} origin="editor" />
    </div>
  );
}

interface DetailsProps {
  readonly session: Session;
  readonly problem: Diagnostic;
  readonly origin: Origin;
  /** Absent where the other places are in sight anyway. */
  readonly checked?: Checked;
}

function Details({ session, problem, origin, checked }: DetailsProps) {
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
      <p class="evidence">
        <code>{problem.rule}</code>
        <span>{problems.certainty[problem.certainty]}</span>
        {problem.source.startsWith("https://") && (
          <a href={problem.source} target="_blank" rel="noreferrer noopener">
            {problems.source}
          </a>
        )}
      </p>
    </>
  );
}

function Fixes({ session, problem, origin }: Omit<DetailsProps, "checked">) {
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
