import { otherKind } from "../session/other-kind";
import { type Checked, isPartial } from "../session/state";
import { sizeInWords, texts } from "../text/first";
import { Clean } from "./clean";
import { Message } from "./message";
import { OtherKind } from "./other-kind";
import type { PageProps } from "./props";
import { Problems } from "./problems";
import { Start } from "./start";
import { StrayMessage } from "./stray-message";
import { Verdict } from "./verdict";

/** The view of the problems: what there is to say about the text. */
export function ProblemsView({ session, state }: PageProps) {
  const { checked, large } = state;
  if (large) {
    return (
      <Message heading={texts.large.heading(large.name)} text={texts.large.question(sizeInWords(large.size))}>
        <button type="button" class="button main" onClick={() => session.documents.openLarge(large)}>
          {texts.large.open}
        </button>
        <button type="button" class="button" onClick={() => session.documents.leaveLarge()}>
          {texts.large.cancel}
        </button>
      </Message>
    );
  }
  if (state.life === "failed" || state.stopped) {
    const { failed } = texts;
    const [heading, text] = state.stopped ? [failed.stoppedHeading, failed.stopped] : [failed.startHeading, failed.start];
    return (
      <Message heading={heading} text={text} failed>
        <button type="button" class="button main" onClick={() => session.checks.tryAgain()}>
          {failed.again}
        </button>
      </Message>
    );
  }
  if (state.length === 0) return <Start documents={session.documents} create={() => session.store.set({ dialog: "create" })} />;
  return (
    <>
      <Progress session={session} state={state} />
      {checked && <StrayMessage session={session} checked={checked} />}
      {checked && <Outcome session={session} state={state} checked={checked} />}
    </>
  );
}

function Outcome({ session, state, checked }: PageProps & { checked: Checked }) {
  const { report } = checked;
  const other = otherKind(checked.found);
  if (other) return <OtherKind session={session} state={state} checked={checked} problem={other} />;
  if (report.diagnostics.length > 0) return <Problems session={session} state={state} checked={checked} />;
  if (isPartial(report)) return <Verdict session={session} state={state} checked={checked} />;
  if (isClean(checked) && report.summary) return <Clean session={session} state={state} checked={checked} summary={report.summary} />;
  return <Problems session={session} state={state} checked={checked} />;
}

/** Whether nothing is left to say: an error that is ignored is still there. */
function isClean({ report, ignored }: Checked): boolean {
  return report.diagnostics.length === 0 && report.omitted === 0 && ignored.every(({ severity }) => severity !== "error");
}

/** Says that an answer takes its time. The region is always there, since a new one is not read out. */
function Progress({ session, state }: PageProps) {
  const { slow, cancelled, length, life } = state;
  const { problems } = texts;
  const starting = life === "starting";
  const stop = () => {
    session.checks.cancel();
    session.places.focusPanel();
  };
  const again = () => {
    void session.checks.now();
    session.places.focusPanel();
  };
  return (
    <div class={slow ? "progress is-busy" : cancelled ? "progress is-cancelled" : "progress"}>
      <p role="status">
        {slow && (starting ? problems.starting : problems.checkingLarge(sizeInWords(length)))}
        {cancelled && problems.cancelled}
      </p>
      {slow && !starting && (
        <button type="button" class="button small" onClick={stop}>
          {problems.cancel}
        </button>
      )}
      {cancelled && (
        <button type="button" class="button small" onClick={again}>
          {problems.check}
        </button>
      )}
    </div>
  );
}
