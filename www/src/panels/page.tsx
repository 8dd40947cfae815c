import { useLayoutEffect, useRef } from "preact/hooks";
import type { Session } from "../session/session";
import type { Focus } from "../session/state";
import { viewOf } from "../session/views";
import { texts } from "../text/first";
import { Dialogs } from "./dialogs";
import { LaterView } from "./later-view";
import { NoticeLine } from "./notice";
import { ProblemsView } from "./panel";
import type { PageProps } from "./props";
import { Splitter } from "./splitter";
import { StatusBar } from "./status";
import { Tabs } from "./tabs";
import { Toolbar } from "./toolbar";

/** All of the page: what can be done, the editor, and one view beside it. */
export function Page({ session, state }: PageProps) {
  const panel = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    if (state.focus && panel.current) moveFocus(state.focus, panel.current, session);
  }, [session, state.focus]);
  const view = viewOf(state);
  return (
    <div class={state.length === 0 ? "page is-empty" : "page"}>
      <Toolbar session={session} state={state} />
      <main class="work">
        <EditorPane session={session} />
        <Splitter />
        <section class="panel" aria-label={texts.views.panel} tabIndex={-1} ref={panel}>
          <Tabs session={session} state={state} view={view} />
          <NoticeLine session={session} notice={state.notice} />
          <div class={`view is-${view.name}`} id="view" role="tabpanel" aria-labelledby={`tab-${view.name}`}>
            {view.load ? <LaterView view={view} session={session} state={state} /> : <ProblemsView session={session} state={state} />}
          </div>
        </section>
      </main>
      <StatusBar session={session} state={state} />
      <Dialogs session={session} state={state} />
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
    pane.current?.append(session.crumbsHost, session.editorHost);
    session.places.focusEditor();
  }, [session]);
  return <section class="editor" aria-label={texts.editor.label} ref={pane} />;
}
