import { useLayoutEffect, useMemo, useRef } from "preact/hooks";
import type { Session } from "../session/session";
import { type Checked, countOf, SEVERITIES, SHOW_ALL, shownProblems, type State } from "../session/state";
import { texts } from "../text/first";
import type { Diagnostic, Severity } from "../wire";
import { ImportSteps } from "./clean";
import { SeverityIcon } from "./icons";
import { ProblemItem } from "./problem";

interface ProblemsProps {
  readonly session: Session;
  readonly state: State;
  readonly checked: Checked;
}

export function Problems({ session, state, checked }: ProblemsProps) {
  const { problems } = texts;
  const { report } = checked;
  const { filter, current } = state;
  const shown = useMemo(() => shownProblems(report, filter), [report, filter]);
  const counts = SEVERITIES.map((severity) => ({ severity, count: countOf(report, severity) })).filter(({ count }) => count > 0);
  const errors = countOf(report, "error");
  const showAll = () => {
    session.store.set({ filter: SHOW_ALL });
    session.places.focusPanel();
  };
  return (
    <>
      <div class="verdict" role="status">
        <h2>{errors > 0 ? problems.blocked : problems.passes}</h2>
        <p>{errors > 0 ? problems.blockedHint : problems.passesHint}</p>
        <p class="explain-link">
          <a href="#explain">{problems.explain}</a>
        </p>
        <p class="visually-hidden">{counts.map(({ severity, count }) => problems.count[severity](count)).join(", ")}</p>
      </div>
      <div class="filters">
        <div role="group" aria-label={problems.filterGroup} class="severities">
          {counts.map(({ severity, count }) => (
            <SeverityToggle key={severity} session={session} state={state} severity={severity} count={count} />
          ))}
        </div>
        <input
          type="search"
          class="filter-text"
          aria-label={problems.filterText}
          placeholder={problems.filterPlaceholder}
          value={filter.text}
          onInput={(event) => session.store.set({ filter: { ...filter, text: event.currentTarget.value } })}
        />
        {report.safeFixes > 0 && (
          <button type="button" class="button fix-all" title={problems.fixAllHint} onClick={() => void session.fixes.applyAllSafe()}>
            {problems.fixAll(report.safeFixes)}
          </button>
        )}
      </div>
      <div class="findings">
        {shown.length > 0 ? (
          <ProblemList session={session} checked={checked} shown={shown} current={current} />
        ) : (
          <div class="none-shown">
            <p>{problems.noneShown}</p>
            <button type="button" class="button" onClick={showAll}>
              {problems.showAll}
            </button>
          </div>
        )}
        {report.omitted > 0 && <p class="omitted">{problems.omitted(report.omitted)}</p>}
        {errors === 0 && <ImportSteps session={session} state={state} summary={report.summary} />}
      </div>
      <Keys />
    </>
  );
}

function SeverityToggle({ session, state, severity, count }: { session: Session; state: State; severity: Severity; count: number }) {
  const { filter } = state;
  const hidden = filter.hidden.includes(severity);
  const toggled = hidden ? filter.hidden.filter((other) => other !== severity) : [...filter.hidden, severity];
  return (
    <button
      type="button"
      class="severity-toggle"
      aria-pressed={!hidden}
      aria-label={texts.problems.count[severity](count)}
      title={texts.problems.count[severity](count)}
      onClick={() => session.store.set({ filter: { ...filter, hidden: toggled } })}
    >
      <SeverityIcon severity={severity} />
      {count}
    </button>
  );
}

interface ProblemListProps {
  readonly session: Session;
  readonly checked: Checked;
  readonly shown: readonly Diagnostic[];
  readonly current: Diagnostic | undefined;
}

function ProblemList({ session, checked, shown, current }: ProblemListProps) {
  const list = useRef<HTMLUListElement>(null);
  const drawn = useRef(false);
  useLayoutEffect(() => {
    const item = list.current?.querySelector(".problem.is-current");
    // A new list begins at its top. Later the whole problem comes into sight, and its first line in any case.
    if (drawn.current) item?.scrollIntoView({ block: "nearest" });
    if (drawn.current) item?.querySelector(".problem-head")?.scrollIntoView({ block: "nearest" });
    drawn.current = true;
  }, [current]);

  const moveTo = (index: number) => {
    const problem = shown[Math.min(Math.max(index, 0), shown.length - 1)];
    if (problem) session.places.show(problem, "panel");
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const index = current ? shown.indexOf(current) : -1;
    const moves: Record<string, () => void> = {
      ArrowDown: () => moveTo(index + 1),
      ArrowUp: () => moveTo(index - 1),
      Home: () => moveTo(0),
      End: () => moveTo(shown.length - 1),
      Escape: () => session.places.focusEditor(),
    };
    const move = moves[event.key];
    if (!move || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    move();
  };

  const tabStop = current && shown.includes(current) ? current : shown[0];
  // A key typed in the editor draws the page anew; the list stays as it is.
  return useMemo(
    () => (
      <ul class="problems" aria-label={texts.problems.list} ref={list} onKeyDown={onKeyDown}>
        {shown.map((problem, index) => (
          <ProblemItem
            key={index}
            session={session}
            checked={checked}
            problem={problem}
            isCurrent={problem === current}
            isTabStop={problem === tabStop}
          />
        ))}
      </ul>
    ),
    [session, checked, shown, current],
  );
}

function Keys() {
  return (
    <p class="keys">
      {texts.problems.keys.map(({ keys, does }) => (
        <span key={does}>
          {keys.map((key) => (
            <kbd key={key}>{key}</kbd>
          ))}{" "}
          {does}
        </span>
      ))}
    </p>
  );
}
