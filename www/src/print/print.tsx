import { render } from "preact";
import printStyles from "../../styles/print.css";
import { nameOnDisk } from "../document/file";
import { Words } from "../panels/words";
import { countOf, SEVERITIES, type State } from "../session/state";
import type { Store } from "../session/store";
import { adopt } from "../styles";
import { texts } from "../text/first";
import { print } from "../text/later";
import type { Diagnostic } from "../wire";

/** Lets the page be printed as a list of all problems, each with all there is to know, in the place of what the screen shows. */
export function preparePrint(store: Store): void {
  adopt(printStyles);
  const paper = document.createElement("div");
  paper.className = "paper";
  document.body.append(paper);
  addEventListener("beforeprint", () => render(<Paper state={store.state} />, paper));
  addEventListener("afterprint", () => render(null, paper));
}

function Paper({ state }: { state: State }) {
  const { checked, file } = state;
  if (!checked) return null;
  const { diagnostics, omitted } = checked.report;
  const counts = SEVERITIES.map((severity) => [severity, countOf(checked.report, severity)] as const).filter(([, count]) => count > 0);
  return (
    <main>
      <h1>{nameOnDisk(file)}</h1>
      <p>{counts.length > 0 ? counts.map(([severity, count]) => texts.problems.count[severity](count)).join(", ") : texts.clean.introduction}</p>
      <ol>
        {diagnostics.map((problem, index) => (
          <PrintedProblem key={index} problem={problem} line={checked.text.lineAt(Math.min(problem.from, checked.text.length)).number} />
        ))}
      </ol>
      {omitted > 0 && <p>{texts.problems.omitted(omitted, checked.ignored.length)}</p>}
      <p class="small">{print.foot(texts.title, state.version)}</p>
    </main>
  );
}

function PrintedProblem({ problem, line }: { problem: Diagnostic; line: number }) {
  const { problems, severity } = texts;
  return (
    <li>
      <p class="small">
        {severity[problem.severity]}, {problems.line(line)}
      </p>
      <h2>
        <Words text={problem.message} />
      </h2>
      <p>
        <Words text={problem.because} />
      </p>
      {problem.fixes.length > 0 && (
        <ul aria-label={problems.fixes}>
          {problem.fixes.map((fix, index) => (
            <li key={index}>
              <Words text={fix.title} />
              {fix.consequence && (
                <span class="small">
                  {" "}
                  <Words text={fix.consequence} />
                </span>
              )}
            </li>
          ))}
        </ul>
      )}
      <p class="small">
        {problem.rule}, {problems.certainty[problem.certainty]}
        {problem.source && `, ${problem.source}`}
      </p>
    </li>
  );
}
