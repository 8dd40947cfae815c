import type { Extension } from "@codemirror/state";
import { Decoration, type DecorationSet, type EditorView, highlightSpecialChars, MatchDecorator, ViewPlugin, type ViewUpdate } from "@codemirror/view";
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

/** A tab between words may stand in a text of JSON, in a string it may not. */
const tabs = new MatchDecorator({
  regexp: /\t/g,
  decorate: (add, from, to, _match, { state }) => {
    const line = state.doc.lineAt(from);
    if (isInString(line.text.slice(0, from - line.from))) add(from, to, tab);
  },
});

/** Whether a string is open at the end of `line`. */
function isInString(line: string): boolean {
  return (line.replaceAll(/\\./g, "").split('"').length - 1) % 2 === 1;
}

const tabSigns = ViewPlugin.fromClass(
  class {
    marks: DecorationSet;

    constructor(view: EditorView) {
      this.marks = tabs.createDeco(view);
    }

    update(update: ViewUpdate): void {
      this.marks = tabs.updateDeco(update, this.marks);
    }
  },
  { decorations: (plugin) => plugin.marks },
);

export const invisibles: Extension = [signs, tabSigns];
