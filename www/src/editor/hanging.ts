import { type Extension, RangeSetBuilder } from "@codemirror/state";
import { Decoration, type DecorationSet, type EditorView, ViewPlugin, type ViewUpdate } from "@codemirror/view";

const DEEPEST = 16;

// Classes, since the page's Content-Security-Policy refuses style attributes.
const indents = Array.from({ length: DEEPEST + 1 }, (_, columns) => Decoration.line({ class: `indent-${columns}` }));

/** Lets the second row of a line that is too wide begin where the first one does. */
export const hangingIndent: Extension = ViewPlugin.fromClass(
  class {
    lines: DecorationSet;

    constructor(view: EditorView) {
      this.lines = indentsInSight(view);
    }

    update(update: ViewUpdate): void {
      if (update.docChanged || update.viewportChanged) this.lines = indentsInSight(update.view);
    }
  },
  { decorations: (plugin) => plugin.lines },
);

function indentsInSight({ state, visibleRanges }: EditorView): DecorationSet {
  const lines = new RangeSetBuilder<Decoration>();
  let next = 0;
  for (const { from, to } of visibleRanges) {
    for (let position = Math.max(from, next); position <= to; position = next) {
      const line = state.doc.lineAt(position);
      const start = state.sliceDoc(line.from, Math.min(line.to, line.from + DEEPEST));
      const indent = indents[start.length - start.trimStart().length];
      if (indent) lines.add(line.from, line.from, indent);
      next = line.to + 1;
    }
  }
  return lines.finish();
}
