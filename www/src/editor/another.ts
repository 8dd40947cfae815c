import { Compartment, EditorSelection, type EditorState, type Extension, type TransactionSpec } from "@codemirror/state";
import { EditorView } from "@codemirror/view";
import { type FileFacts, setFile } from "../document/file";
import { changeTo } from "../document/original";
import { history, isolateHistory } from "./commands";
import { type MadeOf, setMadeOf } from "./converted";

const past = new Compartment();

/** The history of a file, which another file does without. */
export const historyOfFile: Extension = past.of(history());

/** A state of the editor with another file in it that came as `original`, of `madeOf` where it was converted; all else is as in `state`. */
export function stateWith(state: EditorState, text: string, file: FileFacts, original = text, madeOf?: MadeOf): EditorState {
  const withoutPast = state.update({ effects: past.reconfigure([]) }).state;
  const changes = { from: 0, to: state.doc.length, insert: original };
  const asItCame = withoutPast.update({ changes, selection: { anchor: 0 }, effects: [setFile.of(file), setMadeOf.of(madeOf)] }).state;
  const since = original === text ? undefined : changeTo(asItCame.doc, state.toText(text));
  const withText = since ? asItCame.update({ changes: since }).state : asItCame;
  return withText.update({ effects: past.reconfigure(history()) }).state;
}

/** The change that puts another file in place of the one in `state`, made of what `madeOf` says, as one step that can be undone. */
export function replaced(state: EditorState, text: string, file: FileFacts, madeOf?: MadeOf): TransactionSpec {
  return {
    changes: { from: 0, to: state.doc.length, insert: text },
    selection: EditorSelection.cursor(0),
    effects: [setFile.of(file), setMadeOf.of(madeOf), EditorView.scrollIntoView(0)],
    annotations: isolateHistory.of("full"),
  };
}
