import { useState } from "preact/hooks";
import type { Session } from "../session/session";
import type { Checked, Unread } from "../session/state";
import { texts } from "../text/first";
import type { Diagnostic } from "../wire";
import { OpenIcon } from "./icons";
import { Evidence } from "./problem-evidence";
import { ProblemList } from "./problem-list";
import type { PageProps } from "./props";
import { Words } from "./words";

interface OtherKindProps extends PageProps {
  readonly checked: Checked;
  /** What the text is instead of an Xtension. */
  readonly problem: Diagnostic;
}

/** Where the text is something else: what it is and where to look, rather than what it lacks. */
export function OtherKind({ session, state, checked, problem }: OtherKindProps) {
  const { other } = texts;
  const offer = checked.found.other?.offer;
  const explain = () => {
    session.documents.clear();
    session.explain(checked.text.toString());
  };
  const isSample = offer === "sample" || offer === "schema";
  const canBegin = isSample || offer === "new";
  const hasChoice = canBegin || offer === "convert" || offer === "explain";
  const others = checked.report.diagnostics.filter((found) => found !== problem);
  const isTyped = checked.typed.length > 0;
  // What stops the reading of YAML is told like the problem that says that it is YAML.
  const isBroken = checked.typed.some(({ rule }) => rule === problem.rule);
  return (
    <>
      <div class="verdict is-other">
        <div role="status">
          <h2>{other.heading}</h2>
          <p class="what">
            <Words text={problem.message} />
          </p>
        </div>
        <p>
          <Words text={isBroken ? other.broken : problem.because} />
        </p>
        <div class="choices">
          {offer === "convert" && !isBroken && (
            <button type="button" class="button main convert" onClick={() => void session.conversions.preview()}>
              {other.convert}
            </button>
          )}
          {offer === "explain" && (
            <button type="button" class="button main" onClick={explain}>
              {texts.problems.explainStray}
            </button>
          )}
          {canBegin && (
            <button type="button" class="button main" onClick={() => session.store.set({ dialog: "create" })}>
              {isSample ? other.begin : texts.start.create}
            </button>
          )}
          <button type="button" class={hasChoice ? "button" : "button main"} onClick={() => session.documents.choose()}>
            <OpenIcon />
            {other.open}
          </button>
        </div>
        <Evidence problem={problem} />
      </div>
      <YamlUnread session={session} why={checked.unread} />
      {others.length > 0 && (
        <section class="also-broken">
          <h3>{isTyped ? other.typed : other.alsoBroken}</h3>
          {isTyped && !isBroken && <p class="typed-hint">{other.typedHint}</p>}
          <ProblemList session={session} checked={checked} shown={others} current={state.current} />
        </section>
      )}
    </>
  );
}

/** Why nobody has looked for what stands in a text in YAML, where that is so. The region is always there, since a new one is not read out. */
function YamlUnread({ session, why }: { readonly session: Session; readonly why: Unread | undefined }) {
  const { other, failed } = texts;
  const [isTrying, setTrying] = useState(false);
  const again = async () => {
    setTrying(true);
    await session.checks.tryAgain();
    setTrying(false);
    if (!session.state.checked?.unread) session.places.focusPanel();
  };
  return (
    <div class={why ? "unread" : undefined}>
      <p role="status">{why && (isTrying ? other.reading : other.unread[why])}</p>
      {why && why !== "long" && (
        <button type="button" class="button small" aria-disabled={isTrying} onClick={() => !isTrying && void again()}>
          {failed.again}
        </button>
      )}
    </div>
  );
}
