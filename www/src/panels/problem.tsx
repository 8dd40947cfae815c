import type { Session } from "../session/session";
import type { Checked } from "../session/state";
import { texts } from "../text/first";
import type { Diagnostic } from "../wire";
import { SeverityIcon } from "./icons";
import { Details } from "./problem-details";
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
    if (event.key !== "Enter" || event.altKey) return;
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
