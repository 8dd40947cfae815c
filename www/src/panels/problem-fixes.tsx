import type { Text } from "@codemirror/state";
import { useEffect, useState } from "preact/hooks";
import type { FixPreview } from "../preview/fix-preview";
import { whyNoFix } from "../session/fixes";
import type { Origin } from "../session/places";
import type { Session } from "../session/session";
import { texts } from "../text/first";
import type { Diagnostic, Fix } from "../wire";
import { Words } from "./words";

interface FixesProps {
  readonly session: Session;
  readonly problem: Diagnostic;
  readonly origin: Origin;
}

/** What else the page can do about the problems of a rule. */
const OFFERS: Readonly<Record<string, "pick" | "sample">> = {
  "response-schema-missing": "sample",
  "too-many-actions": "pick",
};

/** How many lines the preview of a fix begins with. */
const LINES: Record<Origin, number> = { panel: 8, editor: 5 };

/** So many fixes show at once what they change; those after them when they are looked at. */
const SHOWN_AT_ONCE = 3;

/** What can be done about a problem, best first, each with what it changes. */
export function Fixes({ session, problem, origin }: FixesProps) {
  const { problems } = texts;
  const { checked } = session.state;
  const offer = origin === "panel" ? (problem.canBeSplit ? "split" : OFFERS[problem.rule]) : undefined;
  if (checked?.typed.includes(problem) || (problem.fixes.length === 0 && !offer)) {
    return <p class="no-fix">{whyNoFix(problem, checked)}</p>;
  }
  return (
    <div class="fixes" role="group" aria-label={problems.fixes}>
      {problem.fixes.map((fix, index) => (
        <Alternative key={index} session={session} problem={problem} fix={fix} index={index} origin={origin} />
      ))}
      {offer && (
        <div>
          <button type="button" class="button small" onClick={() => session.store.set({ dialog: offer })}>
            {texts.commands[offer]}
          </button>
        </div>
      )}
    </div>
  );
}

interface AlternativeProps extends FixesProps {
  readonly fix: Fix;
  readonly index: number;
}

function Alternative({ session, problem, fix, index, origin }: AlternativeProps) {
  const { problems } = texts;
  const Preview = usePreview();
  const [isLookedAt, setLookedAt] = useState(index < SHOWN_AT_ONCE);
  const look = () => setLookedAt(true);
  const text = textOf(session, problem);
  const root = origin === "editor" ? session.editorHost.shadowRoot : document;
  return (
    <div class="alternative" onPointerEnter={look} onFocusIn={look}>
      {index > 0 && <span class="or">{problems.or}</span>}
      <div class={index === 0 ? "alternative-card is-best" : "alternative-card"}>
        <button type="button" class="fix" onClick={() => void session.fixes.apply(problem, fix, origin)}>
          <span class="fix-title">
            <Words text={fix.title} />
          </span>
          <span class="fix-consequence">
            <Words text={fix.consequence} /> {problems.safety[fix.safety]}
          </span>
        </button>
        {Preview && text && root && isLookedAt && <Preview text={text} fix={fix} lines={LINES[origin]} root={root} />}
      </div>
    </div>
  );
}

/** The text that the problem is about, where it is still known. */
function textOf({ state }: Session, problem: Diagnostic): Text | undefined {
  const { checked } = state;
  return checked?.report.diagnostics.includes(problem) ? checked.text : undefined;
}

let loaded: typeof FixPreview | undefined;

/** Shows what a fix changes, once the script for it is there; without it a person sees the title and the consequence. */
function usePreview(): typeof FixPreview | undefined {
  const [, redraw] = useState(false);
  useEffect(() => {
    if (loaded) return;
    import("../preview/fix-preview").then(
      (script) => {
        loaded = script.FixPreview;
        redraw(true);
      },
      () => undefined,
    );
  }, []);
  return loaded;
}
