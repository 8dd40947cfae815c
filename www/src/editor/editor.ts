import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { json } from "@codemirror/lang-json";
import { bracketMatching, indentOnInput, syntaxHighlighting } from "@codemirror/language";
import { lintGutter } from "@codemirror/lint";
import { highlightSelectionMatches, search, searchKeymap } from "@codemirror/search";
import { EditorState, type Extension } from "@codemirror/state";
import {
  drawSelection,
  EditorView,
  highlightActiveLine,
  highlightActiveLineGutter,
  highlightSpecialChars,
  keymap,
  lineNumbers,
  placeholder,
  type ViewUpdate,
} from "@codemirror/view";
import { classHighlighter } from "@lezer/highlight";
import editorStyles from "../../styles/editor.css";
import { lineEndOf, withLineEnd } from "../document/bytes";
import { type FileFacts, fileOf, fileOfEditor, setFile } from "../document/file";
import { texts } from "../text";
import { changedLines } from "./changed";
import { hangingIndent } from "./hanging";
import { wrapping } from "./wrapping";

/** Invisible characters that a JSON parser stumbles over or a person cannot tell from a space. */
const INVISIBLE = /[\u00a0\u1680\u2000-\u200a\u202f\u205f\u2060\u3000]/g;

/**
 * Makes the editor in a shadow root of `host`: there it gets constructed style sheets, which the page's
 * Content-Security-Policy allows, where in a document it would need style elements.
 */
export function createEditor(host: HTMLElement, text: string, file: FileFacts, onUpdate: (update: ViewUpdate) => void): EditorView {
  const root = host.attachShadow({ mode: "open" });
  const view = new EditorView({
    parent: root,
    root,
    state: EditorState.create({ doc: text, extensions: [extensions(), fileOfEditor(file), EditorView.updateListener.of(onUpdate)] }),
  });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(editorStyles);
  root.adoptedStyleSheets.push(sheet);
  return view;
}

function extensions(): Extension {
  return [
    lintGutter(),
    lineNumbers(),
    history(),
    drawSelection(),
    highlightActiveLine(),
    highlightActiveLineGutter(),
    highlightSpecialChars({ addSpecialChars: INVISIBLE }),
    highlightSelectionMatches(),
    bracketMatching(),
    indentOnInput(),
    json(),
    syntaxHighlighting(classHighlighter),
    changedLines,
    search({ top: true }),
    EditorState.phrases.of(texts.search),
    placeholder(texts.editor.placeholder),
    wrapping,
    hangingIndent,
    EditorView.contentAttributes.of({ "aria-label": texts.editor.hint, tabindex: "0", spellcheck: "false" }),
    EditorView.clipboardOutputFilter.of((text, state) => withLineEnd(text, fileOf(state).lineEnd)),
    keepLineEndOfPaste,
    keymap.of([...defaultKeymap, ...historyKeymap, ...searchKeymap]),
  ];
}

/** A whole text that is pasted over an empty editor brings its line ends along. */
const keepLineEndOfPaste = EditorView.domEventHandlers({
  paste(event, view) {
    const { state } = view;
    const selected = state.selection.main;
    if (selected.from > 0 || selected.to < state.doc.length) return;
    const { lineEnd } = lineEndOf(event.clipboardData?.getData("text/plain") ?? "");
    const file = fileOf(state);
    if (lineEnd !== file.lineEnd) view.dispatch({ effects: setFile.of({ ...file, lineEnd }) });
  },
});
