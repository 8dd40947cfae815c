import { SeverityIcon } from "../../panels/icons";
import { Words } from "../../panels/words";
import { ruleInWords } from "../../session/groups";
import type { Session } from "../../session/session";
import type { Checked, State } from "../../session/state";
import { texts } from "../../text/first";
import { ignored as words } from "../../text/later";

interface IgnoredListProps {
  readonly session: Session;
  readonly state: State;
  readonly checked: Checked;
}

/** What is ignored in the text, and the ways back. */
export default function IgnoredList({ session, state, checked }: IgnoredListProps) {
  const rules = new Set(state.choices.filter(({ message }) => message === "").map(({ rule }) => rule));
  return (
    <>
      <p class="ignored-lead">
        {words.lead}{" "}
        <button type="button" class="link" onClick={() => session.ignores.takeBackAll()}>
          {words.takeBackAll}
        </button>
      </p>
      <ul class="ignored-list">
        {checked.ignored.map((problem, index) => {
          const line = checked.text.lineAt(Math.min(problem.from, checked.text.length));
          return (
            <li key={index} class="ignored-item">
              <SeverityIcon severity={problem.severity} />
              <div>
                <p>
                  <span class="visually-hidden">{texts.severity[problem.severity]}: </span>
                  <Words text={problem.message} />
                </p>
                <p class="ignored-ways">
                  <button type="button" class="link" onClick={() => session.places.showRange(problem.from, problem.to, "editor")}>
                    {texts.problems.line(line.number)}
                  </button>
                  <span>{rules.has(problem.rule) ? words.byRule(ruleInWords(problem.rule)) : words.here}</span>
                  <button type="button" class="link" onClick={() => session.ignores.takeBack(problem)}>
                    {words.takeBack}
                  </button>
                </p>
              </div>
            </li>
          );
        })}
      </ul>
    </>
  );
}
