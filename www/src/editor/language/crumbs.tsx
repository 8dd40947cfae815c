import type { Extension } from "@codemirror/state";
import { EditorView, ViewPlugin, type ViewUpdate } from "@codemirror/view";
import { render } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import { BACK_KEYS, keysInWords } from "../../commands";
import { walk } from "../../panels/walk";
import type { Session } from "../../session/session";
import { editorTexts } from "../../text/later";
import type { Crumb } from "../../wire";
import crumbStyles from "../../../styles/crumbs.css";
import { adopt } from "../../styles";
import { goBack, jump, trail } from "./definition";

const texts = editorTexts.crumbs;
const SHORTEST_PAUSE = 40;
const LONGEST_PAUSE = 1000;

/** Keeps the bar above the editor up to date with the cursor. */
export function crumbs(session: Session): Extension {
  adopt(crumbStyles);
  session.crumbsHost.setAttribute("aria-label", texts.label);
  return ViewPlugin.fromClass(
    class {
      crumbs: readonly Crumb[] = [];
      pause = SHORTEST_PAUSE;
      timer = 0;

      constructor(readonly view: EditorView) {
        this.askSoon();
      }

      update({ docChanged, selectionSet, startState, state }: ViewUpdate): void {
        if (docChanged || selectionSet) this.askSoon();
        if (startState.field(trail) !== state.field(trail)) this.draw();
      }

      askSoon(): void {
        clearTimeout(this.timer);
        this.timer = setTimeout(() => void this.ask(), this.pause);
      }

      async ask(): Promise<void> {
        const { doc, selection } = this.view.state;
        const began = performance.now();
        const answer = doc.length > 0 ? await session.checks.ask("crumbs", "look", selection.main.head) : undefined;
        // The longer an answer takes, the longer it waits for the cursor to come to rest.
        this.pause = Math.min(Math.max(performance.now() - began, SHORTEST_PAUSE), LONGEST_PAUSE);
        if (!answer && doc.length > 0) return;
        this.crumbs = answer?.look.crumbs ?? [];
        this.draw();
      }

      draw(): void {
        const canGoBack = this.view.state.field(trail).length > 0;
        const goTo = ({ span }: Crumb) => jump(this.view, span);
        render(<Crumbs crumbs={this.crumbs} goTo={goTo} goBack={canGoBack ? () => goBack(this.view) : undefined} />, session.crumbsHost);
      }

      destroy(): void {
        clearTimeout(this.timer);
      }
    },
  );
}

/** A key without a character has to be seen, too. */
const labelOf = ({ label }: Crumb) => label || '""';

interface CrumbsProps {
  readonly crumbs: readonly Crumb[];
  readonly goTo: (crumb: Crumb) => void;
  /** Nothing where there is no way back. */
  readonly goBack: (() => void) | undefined;
}

/** Where the cursor is, in keys; one tab stop, with the arrow keys between them. */
function Crumbs({ crumbs, goTo, goBack }: CrumbsProps) {
  const list = useRef<HTMLOListElement>(null);
  useLayoutEffect(() => {
    if (list.current) list.current.scrollLeft = list.current.scrollWidth;
  }, [crumbs]);
  const onKeyDown = (event: KeyboardEvent) => {
    walk(event, [...(list.current?.querySelectorAll("button") ?? [])], "across");
  };
  return (
    <>
      <button
        type="button"
        class="crumb-back"
        disabled={!goBack}
        title={texts.back(keysInWords(BACK_KEYS).join("+"))}
        aria-label={texts.backLabel}
        onClick={goBack}
      >
        <svg class="icon" viewBox="0 0 16 16" aria-hidden="true">
          <path d="M9.5 3.5 5 8l4.5 4.5" fill="none" stroke="currentColor" stroke-width="1.5" stroke-linecap="round" stroke-linejoin="round" />
        </svg>
      </button>
      {crumbs.length === 0 && <p class="crumb-none">{texts.none}</p>}
      <ol class="crumb-list" ref={list} onKeyDown={onKeyDown}>
        {crumbs.map((crumb, index) => (
          <li key={index}>
            <button
              type="button"
              class="crumb"
              title={labelOf(crumb)}
              tabIndex={index === crumbs.length - 1 ? 0 : -1}
              aria-current={index === crumbs.length - 1 ? "location" : undefined}
              onClick={() => goTo(crumb)}
            >
              {labelOf(crumb)}
            </button>
          </li>
        ))}
      </ol>
    </>
  );
}
