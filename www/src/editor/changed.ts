import { type EditorState, type Extension, StateEffect, StateField } from "@codemirror/state";
import { Decoration, type DecorationSet, EditorView } from "@codemirror/view";
import type { Edit } from "../wire";

const show = StateEffect.define<DecorationSet>();

/** Marks the lines that a fix has changed, until the text changes again. */
export const changedLines: Extension = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(lines, transaction) {
    const shown = transaction.effects.find((effect) => effect.is(show));
    if (shown) return shown.value;
    return transaction.docChanged ? Decoration.none : lines;
  },
  provide: (field) => EditorView.decorations.from(field),
});

const changedLine = Decoration.line({ class: "changed-line" });

/** The effect that marks what `edits` have done to the editor's text. */
export function showChanged(state: EditorState, edits: readonly Edit[]): StateEffect<DecorationSet> {
  const changes = state.changes(edits);
  const after = changes.apply(state.doc);
  const starts = new Set<number>();
  changes.iterChangedRanges((_from, _to, from, to) => {
    const last = after.lineAt(to).number;
    for (let line = after.lineAt(from).number; line <= last; line += 1) starts.add(after.line(line).from);
  });
  return show.of(Decoration.set([...starts].map((start) => changedLine.range(start)), true));
}
