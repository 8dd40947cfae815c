import {
  cursorDocEnd,
  cursorDocStart,
  historyKeymap,
  insertNewlineKeepIndent,
  selectAll,
  selectDocEnd,
  selectDocStart,
} from "./commands";
import { lintGutter } from "@codemirror/lint";
import { Compartment, EditorSelection, EditorState, type Extension } from "@codemirror/state";
import {
  drawSelection,
  EditorView,
  highlightActiveLine,
  highlightActiveLineGutter,
  keymap,
  lineNumbers,
  placeholder,
  type ViewUpdate,
} from "@codemirror/view";
import editorStyles from "../../styles/editor.css";
import { withLineEnd } from "../document/bytes";
import { type FileFacts, fileOf, fileOfEditor } from "../document/file";
import { originalOfEditor } from "../document/original";
import { texts } from "../text/first";
import { historyOfFile } from "./another";
import { changedLines } from "./changed";
import { convertedFrom, type MadeOf } from "./converted";
import { fixesMade } from "./fixed";
import { hangingIndent } from "./hanging";
import { pasting } from "./paste";
import { wrapping } from "./wrapping";

/** What stands in `comforts.ts`, once it is loaded. */
const comforts = new Compartment();

interface EditorOptions {
  readonly text: string;
  readonly selection: { readonly from: number; readonly to: number };
  readonly file: FileFacts;
  /** The text as it was pasted or opened, where that was another. */
  readonly original: string | undefined;
  /** What that was converted from, where it was. */
  readonly madeOf: MadeOf | undefined;
  readonly onUpdate: (update: ViewUpdate) => void;
  /** A person looks for the search before it is loaded. */
  readonly onSearch: () => void;
  readonly onPaste: (text: string) => void;
}

/**
 * Makes the editor in a shadow root of `host`: there it gets constructed style sheets, which the page's
 * Content-Security-Policy allows, where in a document it would need style elements.
 */
export function createEditor(host: HTMLElement, { text, selection, file, original, madeOf, onUpdate, onSearch, onPaste }: EditorOptions): EditorView {
  const root = host.attachShadow({ mode: "open" });
  const view = new EditorView({
    parent: root,
    root,
    state: EditorState.create({
      doc: text,
      selection: EditorSelection.range(selection.from, selection.to),
      extensions: [
        extensions(),
        pasting(onPaste),
        comforts.of(fewKeys(onSearch)),
        fileOfEditor(file),
        originalOfEditor(original),
        convertedFrom(madeOf),
        EditorView.updateListener.of(onUpdate),
      ],
    }),
  });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(editorStyles);
  root.adoptedStyleSheets.push(sheet);
  return view;
}

/** Gives the editor what was loaded after it, unless it has it. */
export function addComforts(view: EditorView, loaded: Extension): void {
  if (comforts.get(view.state) !== loaded) view.dispatch({ effects: comforts.reconfigure(loaded) });
}

/** The keys that the browser alone would get wrong, since it sees no more of the text than is in sight. */
function fewKeys(onSearch: () => void): Extension {
  const search = () => {
    onSearch();
    return true;
  };
  return keymap.of([
    { key: "Enter", run: insertNewlineKeepIndent },
    { key: "Mod-a", run: selectAll },
    { key: "Mod-Home", mac: "Cmd-ArrowUp", run: cursorDocStart, shift: selectDocStart },
    { key: "Mod-End", mac: "Cmd-ArrowDown", run: cursorDocEnd, shift: selectDocEnd },
    { key: "Mod-f", run: search },
  ]);
}

function extensions(): Extension {
  return [
    lintGutter(),
    lineNumbers(),
    historyOfFile,
    drawSelection(),
    highlightActiveLine(),
    highlightActiveLineGutter(),
    changedLines,
    fixesMade,
    // Would they come with the search, the editor would be built anew and lose its place.
    EditorState.phrases.of(texts.search),
    placeholder(texts.editor.placeholder),
    wrapping,
    hangingIndent,
    EditorView.contentAttributes.of({ "aria-label": texts.editor.hint, tabindex: "0", spellcheck: "false" }),
    EditorView.clipboardOutputFilter.of((text, state) => withLineEnd(text, fileOf(state).lineEnd)),
    keymap.of(historyKeymap),
  ];
}
