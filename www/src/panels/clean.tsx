import { nameOnDisk } from "../document/file";
import type { Session } from "../session/session";
import type { State } from "../session/state";
import { texts } from "../text/first";
import type { Summary } from "../wire";
import { CheckIcon, CopyIcon, DownloadIcon } from "./icons";

interface CleanProps {
  readonly session: Session;
  readonly state: State;
  readonly summary: Summary;
}

export function Clean({ session, state, summary }: CleanProps) {
  const { clean } = texts;
  return (
    <div class="clean">
      <div class="verdict is-clean" role="status">
        <CheckIcon />
        <div>
          <h2>{clean.heading}</h2>
          <p>{clean.introduction}</p>
        </div>
      </div>
      <p class="explain-link">
        <a href="#explain">{texts.problems.explain}</a>
      </p>
      <ImportSteps session={session} state={state} summary={summary} />
    </div>
  );
}

/** What to choose when the document is imported. */
export function ImportSteps({ session, state, summary }: CleanProps) {
  const { clean } = texts;
  const name = nameOnDisk(state.file);
  return (
    <div class="import">
      <h3>{clean.stepsHeading}</h3>
      <p>{clean.upload(name)}</p>
      <dl>
        {summary.title.text && <Choice term={clean.title} value={summary.title.text} />}
        <Choice term={clean.authentication} value={clean.authentications[summary.connection.authentication]} />
        {summary.wizard.preset && <Choice term={clean.preset} value={summary.wizard.preset} />}
        {summary.wizard.redirectUrl && <RedirectUrl session={session} url={summary.wizard.redirectUrl} />}
        <Choice term={clean.actions} value={String(summary.visibleActions)} />
      </dl>
      <button type="button" class="button main" onClick={() => session.documents.download()}>
        <DownloadIcon />
        {clean.download(name)}
      </button>
    </div>
  );
}

function Choice({ term, value }: { term: string; value: string }) {
  return (
    <div class="choice">
      <dt>{term}</dt>
      <dd>{value}</dd>
    </div>
  );
}

function RedirectUrl({ session, url }: { session: Session; url: string }) {
  const { clean } = texts;
  return (
    <div class="choice is-long">
      <dt>{clean.redirectUrl}</dt>
      <dd>
        <code>{url}</code>
        <button
          type="button"
          class="button small bare"
          aria-label={clean.copyRedirectUrl}
          title={clean.copyRedirectUrl}
          onClick={() => void session.documents.copy(url)}
        >
          <CopyIcon />
        </button>
        <p>{clean.redirectHint}</p>
      </dd>
    </div>
  );
}
