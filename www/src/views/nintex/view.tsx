import { useLayoutEffect, useMemo, useReducer } from "preact/hooks";
import viewStyles from "../../../styles/nintex.css";
import { Message } from "../../panels/message";
import type { PageProps } from "../../panels/props";
import { otherKind } from "../../session/other-kind";
import type { Session } from "../../session/session";
import { countOf } from "../../session/state";
import { adopt } from "../../styles";
import { texts } from "../../text/first";
import { nintex } from "../../text/later";
import type { Report, Summary } from "../../wire";
import { Actions } from "./actions";
import { Connection } from "./connection";
import type { Context } from "./context";
import { Import } from "./import";
import { Moments } from "./moments";
import { Nothing } from "./parts";
import { Preview, type Shown } from "./preview";

adopt(viewStyles);

const previews = new WeakMap<Session, Preview>();

function previewOf(session: Session): Preview {
  const known = previews.get(session) ?? new Preview(session);
  previews.set(session, known);
  return known;
}

/** What Nintex will show of the Xtension: the import, the connection, the actions. */
export default function NintexView({ session, state }: PageProps) {
  const preview = previewOf(session);
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  useLayoutEffect(() => {
    preview.onChange = () => redraw(undefined);
    return () => preview.leave();
  }, [preview]);
  preview.look(state.checked);
  preview.follow();

  if (state.length === 0) {
    return (
      <Nothing heading={nintex.empty.heading} text={nintex.empty.text}>
        <button type="button" class="button main" onClick={() => session.documents.choose()}>
          {nintex.empty.open}
        </button>
      </Nothing>
    );
  }
  if (!preview.shown && state.whole === "failed") {
    return (
      <Message heading={texts.views.failed} text={texts.said.notLoaded} failed>
        <button type="button" class="button main" onClick={() => session.checks.tryAgain()}>
          {texts.failed.again}
        </button>
      </Message>
    );
  }
  return (
    <div class="nintex">
      <p class="reading" role="status">
        {preview.shown?.actions || preview.hasFailed ? "" : nintex.reading}
      </p>
      {preview.shown && <Content session={session} preview={preview} shown={preview.shown} />}
    </div>
  );
}

interface ContentProps {
  readonly session: Session;
  readonly preview: Preview;
  readonly shown: Shown;
}

function Content({ session, preview, shown }: ContentProps) {
  const context = useMemo<Context>(() => ({ session, preview, shown }), [session, preview, shown]);
  const { report } = shown.checked;
  const toProblems = () => session.views.show("problems", true);
  const other = otherKind(shown.checked.found);
  if (other || isUnreadable(shown.summary)) {
    return (
      <Nothing heading={nintex.unreadable.heading} text={other?.message ?? nintex.unreadable.text}>
        <button type="button" class="button" onClick={toProblems}>
          {nintex.toProblems}
        </button>
      </Nothing>
    );
  }
  const warning = warningOf(report);
  return (
    <>
      {warning && (
        <p class="standing">
          {warning}{" "}
          <button type="button" class="link" onClick={toProblems}>
            {nintex.toProblems}
          </button>
        </p>
      )}
      <Moments context={context} />
      <div class="moment" id="moment" role="tabpanel" aria-labelledby={`moment-${preview.moment}`}>
        <h2 class="visually-hidden">{nintex.heading}</h2>
        <p class="small">{nintex.introduction}</p>
        {preview.moment === "import" && <Import context={context} />}
        {preview.moment === "connection" && <Connection context={context} />}
        {preview.moment === "actions" && <ActionsOrFailure context={context} />}
      </div>
    </>
  );
}

function ActionsOrFailure({ context }: { readonly context: Context }) {
  const { preview, shown } = context;
  if (preview.hasFailed) {
    return (
      <Message heading={nintex.failedHeading} text={nintex.failed} failed>
        <button type="button" class="button main" onClick={() => preview.tryAgain()}>
          {texts.failed.again}
        </button>
      </Message>
    );
  }
  return shown.actions ? <Actions context={context} list={shown.actions} /> : null;
}

/** Whether nothing in the text can be read as an Xtension. */
function isUnreadable({ title, addresses, connection, visibleActions, hiddenActions }: Summary): boolean {
  return !title.text && addresses.length === 0 && connection.authentication === "none" && visibleActions + hiddenActions === 0;
}

/** Why the preview may not be what Nintex will show. */
function warningOf(report: Report): string | undefined {
  const isBroken = report.diagnostics.some(({ rule, severity }) => severity === "error" && rule.startsWith("json-"));
  const errors = countOf(report, "error");
  return isBroken ? nintex.broken : errors > 0 ? nintex.blocked(errors) : undefined;
}
