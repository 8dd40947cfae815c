import { type Extension, StateField, type Text } from "@codemirror/state";
import { EditorView } from "@codemirror/view";

/** Browsers take a tenth of a second for each key in a line that is longer than this and wrapped. */
const LONGEST_WRAPPED = 4000;

function hasLongLine(text: Text, from: number, to: number): boolean {
  const last = text.lineAt(to).number;
  for (let line = text.lineAt(from).number; line <= last; line += 1) {
    if (text.line(line).length > LONGEST_WRAPPED) return true;
  }
  return false;
}

const longLine = StateField.define<boolean>({
  create: ({ doc }) => hasLongLine(doc, 0, doc.length),
  update(before, { docChanged, changes, newDoc }) {
    if (!docChanged) return before;
    if (before) return hasLongLine(newDoc, 0, newDoc.length);
    let long = false;
    changes.iterChangedRanges((_from, _to, from, to) => {
      long ||= hasLongLine(newDoc, from, to);
    });
    return long;
  },
});

/** Wraps lines, but not in a text that was minified into one. */
export const wrapping: Extension = [
  longLine,
  EditorView.contentAttributes.compute([longLine], (state): Record<string, string> =>
    state.field(longLine) ? {} : { class: "cm-lineWrapping" },
  ),
];
