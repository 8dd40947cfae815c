import { nameOnDisk } from "../document/file";
import type { Session } from "../session/session";
import type { Checked, State } from "../session/state";
import { texts } from "../text/first";
import type { Summary } from "../wire";
import { CheckIcon, DownloadIcon } from "./icons";
import { Ignored } from "./ignored";
import { ReportButton } from "./report-button";
import { countToFillIn, ToFillIn } from "./to-fill-in";

interface CleanProps {
  readonly session: Session;
  readonly state: State;
  readonly summary: Summary;
}

/** Nothing is wrong: that is said, and what comes next. */
export function Clean({ session, state, checked, summary }: CleanProps & { readonly checked: Checked }) {
  const { clean } = texts;
  const ignored = checked.ignored.length;
  const toFillIn = countToFillIn(session);
  return (
    <div class="clean">
      <div class="verdict-line">
        <div class="verdict is-clean" role="status">
          <CheckIcon />
          <div>
            <h2>{toFillIn > 0 ? texts.problems.passes : clean.heading}</h2>
            <p>{ignored > 0 ? texts.problems.ignoredAlso(ignored) : clean.introduction}</p>
            {toFillIn > 0 && <ToFillIn session={session} count={toFillIn} />}
          </div>
        </div>
        <ReportButton session={session} />
      </div>
      <ImportSteps session={session} state={state} summary={summary} />
      <p class="explain-link">
        <a href="#explain">{texts.problems.explain}</a>
      </p>
      <Ignored session={session} state={state} checked={checked} />
    </div>
  );
}

/** What comes next: the way to what Nintex will show, and to the file. */
export function ImportSteps({ session, state, summary }: CleanProps) {
  const { clean } = texts;
  const name = nameOnDisk(state.file);
  return (
    <div class="import">
      <h3>{clean.stepsHeading}</h3>
      <p>
        {clean.upload(name)} {clean.becomes(summary.title.text, summary.visibleActions)}
      </p>
      <div class="choices">
        <button type="button" class="button main" onClick={() => session.documents.download()}>
          <DownloadIcon />
          {clean.download(name)}
        </button>
        <button type="button" class="button" onClick={() => session.views.show("nintex", true)}>
          {clean.preview}
        </button>
      </div>
      <p class="import-hint">{clean.previewHint(summary.wizard.redirectUrl !== "", summary.notes.length)}</p>
    </div>
  );
}
