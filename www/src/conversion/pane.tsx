import { bidiIsolates, syntaxHighlighting } from "@codemirror/language";
import { EditorState, type Range as Marked, StateEffect, StateField, type Text } from "@codemirror/state";
import { Decoration, type DecorationSet, EditorView, lineNumbers } from "@codemirror/view";
import { classHighlighter } from "@lezer/highlight";
import { useLayoutEffect, useRef } from "preact/hooks";
import paneStyles from "../../styles/conversion-pane.css";
import editorStyles from "../../styles/editor.css";
import { hangingIndent } from "../editor/hanging";
import { languageOfText } from "../editor/language/colours";
import { signs } from "../editor/language/invisible";
import { wrapping } from "../editor/wrapping";
import { adopt } from "../styles";
import type { Range } from "../wire";

interface PaneProps {
  readonly label: string;
  readonly text: Text;
  /** What is to be seen of it. */
  readonly place: Range | undefined;
}

const setPlace = StateEffect.define<Range | undefined>();
const mark = Decoration.mark({ class: "cm-remarked" });

const placeField = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update: (marked, { effects }) => {
    const given = effects.findLast((effect) => effect.is(setPlace));
    return given ? Decoration.set(marksOf(given.value as Range | undefined)) : marked;
  },
  provide: (field) => EditorView.decorations.from(field),
});

function marksOf(place: Range | undefined): Marked<Decoration>[] {
  return place && place.from < place.to ? [mark.range(place.from, place.to)] : [];
}

/** A text in the looks of the editor, to be read. It has the editor's styles, for which it needs a shadow root. */
export function Pane({ label, text, place }: PaneProps) {
  const host = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView | undefined>(undefined);
  useLayoutEffect(() => {
    if (!host.current) return;
    const root = host.current.shadowRoot ?? host.current.attachShadow({ mode: "open" });
    if (root.adoptedStyleSheets.length === 0) {
      adopt(editorStyles, root);
      adopt(paneStyles, root);
    }
    const extensions = [
      lineNumbers(),
      signs,
      wrapping,
      hangingIndent,
      languageOfText,
      syntaxHighlighting(classHighlighter),
      bidiIsolates(),
      placeField,
      EditorState.readOnly.of(true),
      EditorView.editable.of(false),
      EditorView.contentAttributes.of({ "aria-label": label, tabindex: "0" }),
    ];
    view.current = new EditorView({ parent: root, root, state: EditorState.create({ doc: text, extensions }) });
    return () => view.current?.destroy();
  }, [text]);
  useLayoutEffect(() => {
    const length = view.current?.state.doc.length ?? 0;
    const range = place && { from: Math.min(place.from, length), to: Math.min(place.to, length) };
    const scroll = range ? [EditorView.scrollIntoView(range.from, { y: "center" })] : [];
    view.current?.dispatch({ effects: [setPlace.of(range), ...scroll] });
  }, [text, place]);
  return <div class="conversion-text" ref={host} />;
}
