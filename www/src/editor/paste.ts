import type { Extension } from "@codemirror/state";
import { EditorView } from "@codemirror/view";
import { factsOfText } from "../document/facts";
import { fileOf, NEW_FILE, setFile } from "../document/file";
import { HUGE } from "../document/limits";

/** Leaves to `onPaste` what is pasted over everything, or is very large. All else the editor does well by itself. */
export function pasting(onPaste: (text: string) => void): Extension {
  return EditorView.domEventHandlers({
    paste(event, view) {
      const text = event.clipboardData?.getData("text/plain");
      if (!text || !(isAllSelected(view) || text.length > HUGE)) return false;
      onPaste(text);
      return true;
    },
  });
}

/** Pastes `text`. What takes the place of everything is another file: it brings its own line ends, and leaves the name of the one before. */
export function paste(view: EditorView, text: string): void {
  const { state } = view;
  const { name } = state.doc.length > 0 ? NEW_FILE : fileOf(state);
  view.dispatch({
    ...state.replaceSelection(state.toText(text)),
    effects: isAllSelected(view) ? setFile.of(factsOfText(name, text)) : [],
    userEvent: "input.paste",
    scrollIntoView: true,
  });
}

function isAllSelected({ state }: EditorView): boolean {
  const { from, to } = state.selection.main;
  return from === 0 && to === state.doc.length;
}
