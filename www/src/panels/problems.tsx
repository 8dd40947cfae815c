import { useMemo } from "preact/hooks";
import { COMMANDS, keysInWords } from "../commands";
import { ruleInWords } from "../session/groups";
import type { Session } from "../session/session";
import { type Checked, countOf, countsByRule, isPartial, SEVERITIES, SHOW_ALL, shownProblems, type State } from "../session/state";
import { texts } from "../text/first";
import type { Severity } from "../wire";
import { ImportSteps } from "./clean";
import { SeverityIcon } from "./icons";
import { Ignored } from "./ignored";
import { ProblemList } from "./problem-list";
import { Verdict } from "./verdict";

/** With fewer problems nobody needs to choose among their rules. */
const MANY_PROBLEMS = 8;

interface ProblemsProps {
  readonly session: Session;
  readonly state: State;
  readonly checked: Checked;
}

/** What was found: the verdict, the filters, the list. */
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
      <Verdict session={session} state={state} checked={checked} />
      <div class="verdict-ways">
        {report.safeFixes > 0 && !isPartial(report) && (
          <button type="button" class="button small fix-all" title={problems.fixAllHint} onClick={() => void session.fixes.reviewAllSafe()}>
            {problems.fixAll(report.isJson ? report.safeFixes : undefined)}
          </button>
        )}
        <a href="#explain">{problems.explain}</a>
      </div>
      <div class="filters">
        <div role="group" aria-label={problems.filterGroup} class="severities">
          {counts.map(({ severity, count }) => (
            <SeverityToggle key={severity} session={session} state={state} severity={severity} count={count} />
          ))}
        </div>
        <RuleFilter session={session} state={state} checked={checked} />
        <input
          type="search"
          class="filter-text"
          aria-label={problems.filterText}
          placeholder={problems.filterPlaceholder}
          value={filter.text}
          onInput={(event) => session.store.set({ filter: { ...filter, text: event.currentTarget.value } })}
        />
      </div>
      <div class="filtered" role="status">
        {shown.length < report.diagnostics.length && (
          <>
            {problems.filtered(shown.length, report.diagnostics.length)}
            <button type="button" class="link" onClick={showAll}>
              {problems.showAll}
            </button>
          </>
        )}
      </div>
      <div class="findings">
        {shown.length > 0 && <ProblemList session={session} checked={checked} shown={shown} current={current} />}
        {shown.length < report.diagnostics.length && shown.length === 0 && <p class="none-shown">{problems.noneShown}</p>}
        <Ignored session={session} state={state} checked={checked} />
        {report.omitted > 0 && <p class="omitted">{problems.omitted(report.omitted, checked.ignored.length)}</p>}
        {errors === 0 && report.summary && <ImportSteps session={session} state={state} summary={report.summary} />}
      </div>
      <Keys session={session} />
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

function RuleFilter({ session, state, checked }: ProblemsProps) {
  const { filter } = state;
  const { diagnostics } = checked.report;
  const counts = useMemo(() => countsByRule(diagnostics), [diagnostics]);
  if (!filter.rule && (diagnostics.length < MANY_PROBLEMS || counts.length < 2)) return null;
  return (
    <select
      class="filter-rule"
      aria-label={texts.problems.filterRule}
      value={filter.rule}
      onChange={(event) => session.store.set({ filter: { ...filter, rule: event.currentTarget.value } })}
    >
      <option value="">{texts.problems.allRules}</option>
      {counts.every(({ rule }) => rule !== filter.rule) && filter.rule && (
        <option value={filter.rule}>{texts.problems.ruleCount(ruleInWords(filter.rule), 0)}</option>
      )}
      {counts.map(({ rule, count }) => (
        <option key={rule} value={rule}>
          {texts.problems.ruleCount(ruleInWords(rule), count)}
        </option>
      ))}
    </select>
  );
}

/** The keys that matter most here, and the way to all of them. */
function Keys({ session }: { session: Session }) {
  const { keys } = texts.problems;
  return (
    <p class="keys">
      {(["nextProblem", "fixes", "applyFix"] as const).map((name) => (
        <Key key={name} keys={COMMANDS.find((command) => command.name === name)?.keys ?? ""} does={keys[name]} />
      ))}
      <Key keys="Esc" does={keys.text} />
      <button type="button" class="link" onClick={() => session.store.set({ dialog: "keys" })}>
        {keys.all}
      </button>
    </p>
  );
}

function Key({ keys, does }: { keys: string; does: string }) {
  return (
    <span>
      {keysInWords(keys).map((key) => (
        <kbd key={key}>{key}</kbd>
      ))}{" "}
      {does}
    </span>
  );
}
