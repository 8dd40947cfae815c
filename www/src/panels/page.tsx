import { useLayoutEffect, useRef } from "preact/hooks";
import type { Session } from "../session/session";
import type { Focus } from "../session/state";
import { texts } from "../text/first";
import { NoticeLine } from "./notice";
import { Panel } from "./panel";
import type { PageProps } from "./props";
import { StatusBar } from "./status";
import { Toolbar } from "./toolbar";

export function Page({ session, state, openFile }: PageProps) {
  const panel = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    if (state.focus && panel.current) moveFocus(state.focus, panel.current, session);
  }, [session, state.focus]);
  return (
    <div class={state.length === 0 ? "page is-empty" : "page"}>
      <Toolbar session={session} state={state} openFile={openFile} />
      <main class="work">
        <EditorPane session={session} />
        <section class="panel" aria-label={texts.problems.label} tabIndex={-1} ref={panel}>
          <NoticeLine session={session} notice={state.notice} />
          <Panel session={session} state={state} openFile={openFile} />
        </section>
      </main>
      <StatusBar state={state} />
      {state.hovering && <p class="drop-hint">{texts.drop}</p>}
    </div>
  );
}

function moveFocus({ on }: Focus, panel: HTMLElement, session: Session): void {
  // The on-screen keyboard of a touch screen would cover what was just opened.
  if (on === "text" && !matchMedia("(pointer: coarse)").matches) {
    session.places.focusEditor();
    return;
  }
  const problem = panel.querySelector(".problem.is-current");
  const targets: Record<Focus["on"], Element | null | undefined> = {
    problem: problem?.querySelector(".problem-head"),
    fix: problem?.querySelector(".fix") ?? problem?.querySelector(".problem-head"),
    panel,
    text: panel,
  };
  const target = targets[on];
  if (target instanceof HTMLElement) target.focus();
}

function EditorPane({ session }: { session: Session }) {
  const pane = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    pane.current?.append(session.editorHost);
    session.places.focusEditor();
  }, [session]);
  return <section class="editor" aria-label={texts.editor.label} ref={pane} />;
}
