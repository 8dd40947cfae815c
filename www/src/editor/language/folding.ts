import { codeFolding, foldGutter, foldKeymap } from "@codemirror/language";
import type { Extension } from "@codemirror/state";
import { keymap } from "@codemirror/view";
import { editorTexts } from "../../text/later";

const texts = editorTexts.folding;

/** Objects and arrays that fold away. */
export const folding: Extension = [
  codeFolding({
    preparePlaceholder: ({ doc }, { from, to }) => doc.lineAt(to).number - doc.lineAt(from).number,
    placeholderDOM: (_view, unfold, lines: number) => {
      const button = document.createElement("span");
      button.className = "cm-foldPlaceholder";
      button.textContent = texts.folded(lines);
      button.title = texts.unfold;
      button.setAttribute("aria-label", texts.unfold);
      button.onclick = unfold;
      return button;
    },
  }),
  foldGutter({
    markerDOM: (open) => {
      const marker = document.createElement("span");
      marker.className = open ? "fold-marker is-open" : "fold-marker";
      marker.title = open ? texts.fold : texts.unfold;
      return marker;
    },
  }),
  keymap.of(foldKeymap),
];
