import { type Extension, RangeSetBuilder } from "@codemirror/state";
import { Decoration, type DecorationSet, type EditorView, highlightSpecialChars, ViewPlugin, type ViewUpdate } from "@codemirror/view";
import { editorTexts } from "../../text/later";

const texts = editorTexts.invisible;

/** What CodeMirror does not count among them: blanks that a JSON parser stumbles over, joiners outside of emoji. */
const MORE = /[\u00a0\u1680\u2000-\u200a\u202a-\u202f\u205f-\u206f\u3000\u{e0000}-\u{e007f}]|(?<!\p{Extended_Pictographic}\ufe0f?)[\u200c\u200d]/gu;

/** Characters that nobody sees get a sign with their name. */
export const signs = highlightSpecialChars({
  addSpecialChars: MORE,
  render: (code) => {
    const name = texts.names[code] ?? texts.other;
    const sign = document.createElement("span");
    sign.className = "cm-specialChar invisible";
    sign.textContent = texts.short[code] ?? code.toString(16).toUpperCase().padStart(4, "0");
    sign.title = texts.title(name, code);
    sign.setAttribute("role", "img");
    sign.setAttribute("aria-label", texts.title(name, code));
    return sign;
  },
});

const tab = Decoration.mark({ class: "tab-in-string", attributes: { title: texts.title(texts.names[9] ?? texts.other, 9) } });

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const TAB = 0x09;
const LINE_END = 0x0a;

/** A tab between words may stand in a text of JSON, in a string it may not. A string that is open in sight began in its line. */
function tabsInStrings({ state, visibleRanges }: EditorView): DecorationSet {
  const marks = new RangeSetBuilder<Decoration>();
  for (const { from, to } of visibleRanges) {
    if (!state.sliceDoc(from, to).includes("\t")) continue;
    const start = state.doc.lineAt(from).from;
    const text = state.sliceDoc(start, to);
    let isInString = false;
    for (let index = 0; index < text.length; index += 1) {
      const code = text.charCodeAt(index);
      if (code === QUOTE) isInString = !isInString;
      else if (code === BACKSLASH && text.charCodeAt(index + 1) !== LINE_END) index += 1;
      else if (code === LINE_END) isInString = false;
      else if (code === TAB && isInString && start + index >= from) marks.add(start + index, start + index + 1, tab);
    }
  }
  return marks.finish();
}

const tabSigns = ViewPlugin.fromClass(
  class {
    marks: DecorationSet;

    constructor(view: EditorView) {
      this.marks = tabsInStrings(view);
    }

    update({ docChanged, viewportChanged, view }: ViewUpdate): void {
      if (docChanged || viewportChanged) this.marks = tabsInStrings(view);
    }
  },
  { decorations: (plugin) => plugin.marks },
);

/** Signs for the characters that nobody sees. */
export const invisibles: Extension = [signs, tabSigns];
