import { useLayoutEffect, useRef } from "preact/hooks";
import type { Session } from "../session/session";
import type { State } from "../session/state";
import { texts } from "../text";
import { NoticeLine } from "./notice";
import { Panel } from "./panel";
import { StatusBar } from "./status";
import { Toolbar } from "./toolbar";

export interface PageProps {
  readonly session: Session;
  readonly state: State;
  readonly openFile: () => void;
}

export function Page({ session, state, openFile }: PageProps) {
  return (
    <div class={state.length === 0 ? "page is-empty" : "page"}>
      <Toolbar session={session} state={state} openFile={openFile} />
      <main class="work">
        <EditorPane session={session} />
        <section class="panel" aria-label={texts.problems.label}>
          <NoticeLine session={session} notice={state.notice} />
          <Panel session={session} state={state} openFile={openFile} />
        </section>
      </main>
      <StatusBar state={state} />
      {state.hovering && <p class="drop-hint">{texts.drop}</p>}
    </div>
  );
}

function EditorPane({ session }: { session: Session }) {
  const pane = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    pane.current?.append(session.editorHost);
    session.places.focusEditor();
  }, [session]);
  return <section class="editor" aria-label={texts.editor.label} ref={pane} />;
}
