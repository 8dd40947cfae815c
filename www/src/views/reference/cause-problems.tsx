import { useState } from "preact/hooks";
import { SeverityIcon } from "../../panels/icons";
import { Details } from "../../panels/problem-details";
import { Words } from "../../panels/words";
import type { Session } from "../../session/session";
import { type Checked, sameProblem } from "../../session/state";
import { texts } from "../../text/first";
import type { Diagnostic } from "../../wire";

interface CauseProblemsProps {
  readonly session: Session;
  readonly checked: Checked;
  /** The page's current problem. */
  readonly current: Diagnostic | undefined;
  /** What the rules that look for a cause find. */
  readonly problems: readonly Diagnostic[];
  readonly isFirst: boolean;
}

/** The problems that can cause a message, each with its fixes: one of them is open. */
export function CauseProblems({ session, checked, current, problems, isFirst }: CauseProblemsProps) {
  const [closed, setClosed] = useState(!isFirst);
  // As the newest report has them: fixes are for the text that it is about.
  const live = problems.flatMap((problem) => sameProblem(checked.report, problem, problem.from) ?? []);
  const unique = live.filter((problem, index) => live.indexOf(problem) === index);
  const open = current && unique.includes(current) ? current : closed ? undefined : unique[0];
  const show = (problem: Diagnostic) => {
    setClosed(false);
    session.places.show(problem, "panel");
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (step === 0 || event.ctrlKey || event.metaKey || event.altKey) return;
    const next = unique[(open ? unique.indexOf(open) : -step) + step];
    event.preventDefault();
    if (next) show(next);
  };
  return (
    <ul class="problems" aria-label={texts.problems.list} onKeyDown={onKeyDown}>
      {unique.map((problem, index) => (
        <li key={index} class={problem === open ? "problem is-current" : "problem"}>
          <button type="button" class="problem-head" aria-expanded={problem === open} onClick={() => show(problem)}>
            <SeverityIcon severity={problem.severity} />
            <span class="visually-hidden">{texts.severity[problem.severity]}: </span>
            <span class="problem-message">
              <Words text={problem.message} />
            </span>
            <span class="problem-place">{texts.problems.line(checked.text.lineAt(Math.min(problem.from, checked.text.length)).number)}</span>
          </button>
          {problem === open && (
            <div class="problem-body">
              <Details session={session} problem={problem} checked={checked} origin="panel" />
            </div>
          )}
        </li>
      ))}
    </ul>
  );
}
