import type { ComponentChildren } from "preact";
import { endingOf } from "../document/file";
import { texts } from "../text/first";
import { CopyIcon, DownloadIcon, NewIcon, OpenIcon, RedoIcon, SignIcon, UndoIcon } from "./icons";
import { Menu } from "./menu";
import type { PageProps } from "./props";

/** The line above everything: the file’s name, and what can be done with it. */
export function Toolbar({ session, state }: PageProps) {
  const empty = state.length === 0;
  const { toolbar } = texts;
  return (
    <header class="toolbar">
      <h1 class="title" title={texts.tagline}>
        <SignIcon />
        <span>{texts.title}</span>
      </h1>
      <label class="file-name">
        <span class="visually-hidden">{toolbar.fileName}</span>
        <input
          value={state.file.name}
          spellcheck={false}
          autocomplete="off"
          onInput={(event) => session.documents.rename(event.currentTarget.value)}
        />
        <span aria-hidden="true">.{endingOf(state.file)}</span>
      </label>
      <div class="buttons" role="group" aria-label={toolbar.label}>
        <Tool label={toolbar.undo} hint={toolbar.undo} quiet disabled={!state.canUndo} onClick={() => session.undo()}>
          <UndoIcon />
        </Tool>
        <Tool label={toolbar.redo} hint={toolbar.redo} quiet disabled={!state.canRedo} onClick={() => session.redo()}>
          <RedoIcon />
        </Tool>
        <Tool label={toolbar.clear} hint={toolbar.clearHint} disabled={empty} onClick={() => session.documents.clear()}>
          <NewIcon />
        </Tool>
        <Tool label={toolbar.open} hint={toolbar.openHint} onClick={() => session.documents.choose()}>
          <OpenIcon />
        </Tool>
        <Tool label={toolbar.copy} hint={toolbar.copyHint} disabled={empty} onClick={() => void session.documents.copy()}>
          <CopyIcon />
        </Tool>
        <Tool label={toolbar.download} hint={toolbar.downloadHint} main disabled={empty} onClick={() => session.documents.download()}>
          <DownloadIcon />
        </Tool>
      </div>
      <Menu session={session} state={state} />
    </header>
  );
}

interface ToolProps {
  readonly label: string;
  readonly hint: string;
  /** An icon tells enough. */
  readonly quiet?: boolean;
  readonly main?: boolean;
  readonly disabled?: boolean;
  readonly onClick: () => void;
  readonly children: ComponentChildren;
}

function Tool({ label, hint, quiet = false, main = false, disabled = false, onClick, children }: ToolProps) {
  return (
    <button type="button" class={main ? "button main" : "button"} title={hint} disabled={disabled} onClick={onClick}>
      {children}
      <span class={quiet ? "visually-hidden" : "tool-label"}>{label}</span>
    </button>
  );
}
