import type { ComponentProps } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import { LockIcon, SeverityIcon, SignIcon } from "../panels/icons";
import { Message } from "../panels/message";
import { Splitter } from "../panels/splitter";
import { Start } from "../panels/start";
import { Words } from "../panels/words";
import { countOf } from "../session/state";
import { texts } from "../text/first";
import type { Diagnostic, Report } from "../wire";
import type { Early } from "./early";

/** More than fit into sight. */
const SHOWN = 50;

/** The page as it will be, with what there is of it. */
export function EarlyPage({ early }: { early: Early }) {
  const empty = early.text === "" && early.hasBegun;
  const report = early.shown;
  return (
    <div class={empty ? "page is-early is-empty" : "page is-early"}>
      <header class="toolbar">
        <h1 class="title" title={texts.tagline}>
          <SignIcon />
          <span>{texts.title}</span>
        </h1>
      </header>
      <main class="work">
        <Field early={early} />
        <Splitter />
        <section class="panel" aria-label={texts.views.panel}>
          <div class="tabs">
            <span class="tab">{texts.views.problems}</span>
          </div>
          <div class="view">
            {early.isLost && (
              <Message heading={texts.early.lostHeading} text={texts.early.lost} failed>
                <button type="button" class="button main" onClick={() => early.load()}>
                  {texts.failed.again}
                </button>
              </Message>
            )}
            {empty && !early.isLost && <Start documents={startOf(early)} create={() => early.wish((session) => session.store.set({ dialog: "create" }))} />}
            <div role="status">{early.text !== "" && <Verdict report={report} />}</div>
            {report && <Findings report={report} text={early.text} />}
          </div>
        </section>
      </main>
      <footer class="status">
        <span class="private">
          <LockIcon />
          {texts.status.private}
        </span>
      </footer>
    </div>
  );
}

function startOf(early: Early): ComponentProps<typeof Start>["documents"] {
  return {
    choose: () => early.choose(),
    openSample: (sample) => early.wish((session) => session.documents.openSample(sample)),
  };
}

function Field({ early }: { early: Early }) {
  const pane = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    pane.current?.append(early.field);
    early.field.focus();
  }, [early]);
  return <section class="editor" aria-label={texts.editor.label} ref={pane} />;
}

function Verdict({ report }: { report: Report | undefined }) {
  const { problems } = texts;
  const heading = report && (countOf(report, "error") > 0 ? problems.blocked : problems.partial);
  return (
    <div class="verdict is-partial">
      {heading && <h2>{heading}</h2>}
      <p>{report ? problems.restComes : problems.starting}</p>
    </div>
  );
}

function Findings({ report, text }: { report: Report; text: string }) {
  const problems = report.diagnostics.slice(0, SHOWN);
  const places = placesOf(problems, text);
  return (
    <ul class="problems" aria-label={texts.problems.list}>
      {problems.map((problem, index) => (
        <Finding key={index} problem={problem} place={places[index] ?? ""} />
      ))}
    </ul>
  );
}

/** Where the problems begin, in words. They are in the order of the text, which may be long: one way through it is enough. */
function placesOf(problems: readonly Diagnostic[], text: string): string[] {
  let line = 1;
  let start = 0;
  return problems.map(({ from }) => {
    for (let end = text.indexOf("\n", start); end >= 0 && end < from; end = text.indexOf("\n", start)) {
      line += 1;
      start = end + 1;
    }
    return texts.problems.place(line, from - start + 1);
  });
}

function Finding({ problem, place }: { problem: Diagnostic; place: string }) {
  return (
    <li class="problem">
      <div class="problem-head">
        <SeverityIcon severity={problem.severity} />
        <span class="visually-hidden">{texts.severity[problem.severity]}: </span>
        <span class="problem-message">
          <Words text={problem.message} />
        </span>
        <span class="problem-place">{place}</span>
      </div>
    </li>
  );
}
