import type { Extension } from "@codemirror/state";
import { EditorView, ViewPlugin } from "@codemirror/view";
import { difference } from "../text/later";

const FOLDED = ".cm-collapsedLines";

/** Makes buttons of the signs that stand for lines as before: CodeMirror opens them by mouse alone. */
export const foldedByKeys: Extension = [
  ViewPlugin.fromClass(
    class {
      constructor(view: EditorView) {
        queueMicrotask(() => this.name(view));
      }

      update({ view }: { readonly view: EditorView }): void {
        // They are drawn behind this.
        queueMicrotask(() => this.name(view));
      }

      name(view: EditorView): void {
        for (const sign of view.contentDOM.querySelectorAll<HTMLElement>(`${FOLDED}:not([role])`)) {
          sign.tabIndex = 0;
          sign.role = "button";
          sign.title = difference.unfold;
        }
      }
    },
  ),
  EditorView.domEventHandlers({
    keydown(event, view) {
      const sign = event.target instanceof Element ? event.target.closest<HTMLElement>(FOLDED) : null;
      if (!sign || (event.key !== "Enter" && event.key !== " ")) return false;
      const at = view.posAtDOM(sign);
      sign.click();
      view.dispatch({ selection: { anchor: at } });
      view.focus();
      return true;
    },
  }),
];
