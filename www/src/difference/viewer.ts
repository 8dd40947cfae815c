import { type Chunk, getChunks, goToNextChunk, goToPreviousChunk, MergeView, unifiedMergeView } from "@codemirror/merge";
import { json } from "@codemirror/lang-json";
import { bidiIsolates, syntaxHighlighting } from "@codemirror/language";
import { EditorState, type Extension, type Text } from "@codemirror/state";
import { EditorView, highlightActiveLine, lineNumbers } from "@codemirror/view";
import { classHighlighter } from "@lezer/highlight";
import differenceStyles from "../../styles/difference.css";
import editorStyles from "../../styles/editor.css";
import { changeTo } from "../document/original";
import { hangingIndent } from "../editor/hanging";
import { signs } from "../editor/language/invisible";
import { wrapping } from "../editor/wrapping";
import { seen } from "../seen";
import { foldedByKeys } from "./folded";
import { adopt } from "../styles";
import { difference } from "../text/later";
import type { Edit } from "../wire";
import { type Compared, comparison } from "./between";

/** What is compared, and how it is shown. */
export interface ViewerOptions {
  readonly compared: Compared;
  /** The two texts stand beside each other. */
  readonly isWide: boolean;
  /** Only what differs is shown, with a few lines around it. */
  readonly onlyChanges: boolean;
  /** Puts one place back; absent where that makes no sense. */
  readonly onRevert?: ((difference: Edit) => void) | undefined;
}

const COLLAPSED = { margin: 3, minSize: 5 };

/** Where so much has changed at once, all is compared anew, by what is known of it. */
const MUCH = 20_000;

/** Shows how two texts differ, in the looks of the editor. Its styles need a shadow root, as those of the editor do. */
export class Viewer {
  readonly #root: ShadowRoot;
  #options: ViewerOptions;
  #unified: EditorView | undefined;
  #beside: MergeView | undefined;
  /** Which of the places was just put back. */
  #revertedAt: number | undefined;

  constructor(host: HTMLElement, options: ViewerOptions) {
    this.#root = host.attachShadow({ mode: "open" });
    this.#options = options;
    adopt(editorStyles, this.#root);
    adopt(differenceStyles, this.#root);
    this.#build();
  }

  /** How many places differ. */
  get count(): number {
    return this.#chunks.length;
  }

  get #view(): EditorView | undefined {
    return this.#beside?.b ?? this.#unified;
  }

  get #chunks(): readonly Chunk[] {
    const state = this.#view?.state;
    return (state && getChunks(state)?.chunks) ?? [];
  }

  update(options: ViewerOptions): void {
    const before = this.#options;
    this.#options = options;
    const isOther = options.compared.original !== before.compared.original || options.isWide !== before.isWide || options.onlyChanges !== before.onlyChanges;
    if (isOther || !this.#view) this.#build();
    else this.#follow(this.#view, options.compared.text);
    this.#keepFocus();
  }

  /** After a place was put back, and its button has gone: to the next such button. */
  #keepFocus(): void {
    const view = this.#view;
    const next = this.#chunks[Math.min(this.#revertedAt ?? 0, this.#chunks.length - 1)];
    if (this.#revertedAt === undefined || !view || !next) return;
    this.#revertedAt = undefined;
    view.dispatch({ effects: EditorView.scrollIntoView(next.fromB, { y: "nearest", yMargin: 60 }) });
    // What comes into sight is drawn in the next frame, and so are the buttons between two texts.
    requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        if (this.#root.activeElement || document.activeElement !== document.body) return;
        const buttons = [...this.#root.querySelectorAll<HTMLElement>(".revert")];
        (buttons.find((button) => this.#chunkOf(button) === next) ?? view.contentDOM).focus();
      }),
    );
  }

  /**
   * Goes to the next place that differs, or back to the one before, and tells which it is: what `from` to `to` is now,
   * and stood there before.
   */
  step(direction: 1 | -1): Edit | undefined {
    const view = this.#view;
    if (!view) return undefined;
    const go = direction > 0 ? goToNextChunk : goToPreviousChunk;
    go({ state: view.state, dispatch: (transaction) => view.dispatch(transaction) });
    const { head } = view.state.selection.main;
    const chunk = this.#chunks.find(({ fromB, endB }) => fromB <= head && head <= endB) ?? this.#chunks[0];
    if (chunk) view.dispatch({ selection: { anchor: chunk.fromB }, effects: EditorView.scrollIntoView(chunk.fromB, { y: "center" }) });
    return chunk && this.#differenceOf(chunk);
  }

  destroy(): void {
    this.#unified?.destroy();
    this.#beside?.destroy();
    this.#unified = undefined;
    this.#beside = undefined;
  }

  #build(): void {
    this.destroy();
    const { compared, isWide, onlyChanges, onRevert } = this.#options;
    const { original, text } = compared;
    const collapse = onlyChanges ? { collapseUnchanged: COLLAPSED } : {};
    const diffConfig = { override: comparison(compared) };
    if (!isWide) {
      const merge = unifiedMergeView({
        original,
        diffConfig,
        mergeControls: onRevert ? (type, _action) => (type === "reject" ? this.#button() : document.createElement("span")) : false,
        ...collapse,
      });
      const extensions = [this.#looks(difference.unified), merge, EditorView.updateListener.of(() => signRemoved(this.#root))];
      const state = EditorState.create({ doc: text, extensions });
      this.#unified = new EditorView({ parent: this.#root, root: this.#root, state });
      signRemoved(this.#root);
      return;
    }
    this.#beside = new MergeView({
      a: { doc: original, extensions: this.#looks(difference.before) },
      b: { doc: text, extensions: this.#looks(difference.after) },
      parent: this.#root,
      root: this.#root,
      diffConfig,
      ...collapse,
      ...(onRevert ? { revertControls: "a-to-b", renderRevertControl: () => this.#button() } : {}),
    });
  }

  /** Follows the text without building all anew: what was unfolded stays so, and the place as well. */
  #follow(view: EditorView, text: Text): void {
    const changes = changeTo(view.state.doc, text);
    if (!changes) return;
    if (changes.to - changes.from + changes.insert.length > MUCH) this.#build();
    else view.dispatch({ changes });
  }

  #looks(label: string): Extension {
    return [
      lineNumbers(),
      // Where there are steps from one change to the next.
      this.#options.onRevert ? highlightActiveLine() : [],
      signs,
      wrapping,
      hangingIndent,
      json(),
      syntaxHighlighting(classHighlighter),
      bidiIsolates(),
      EditorState.readOnly.of(true),
      EditorView.editable.of(false),
      EditorState.phrases.of({ "$ unchanged lines": difference.unchanged }),
      EditorView.contentAttributes.of({ "aria-label": label, tabindex: "0" }),
      foldedByKeys,
    ];
  }

  #button(): HTMLElement {
    return revertButton((button) => this.#revert(this.#chunkOf(button)));
  }

  /** What a button puts back. */
  #chunkOf(button: HTMLElement): Chunk | undefined {
    const stood = button.closest(".cm-deletedChunk");
    if (!stood || !this.#unified) return this.#chunks[Number(button.dataset["chunk"])];
    const at = this.#unified.posAtDOM(stood);
    return this.#chunks.find(({ fromB, endB }) => fromB <= at && at <= endB);
  }

  #revert(chunk: Chunk | undefined): void {
    if (!chunk) return;
    this.#revertedAt = this.#chunks.indexOf(chunk);
    this.#options.onRevert?.(this.#differenceOf(chunk));
  }

  #differenceOf(chunk: Chunk): Edit {
    const { original, text } = this.#options.compared;
    const stood = original.sliceString(chunk.fromA, chunk.endA);
    const isWholeLine = chunk.fromA !== chunk.toA && chunk.toB <= text.length;
    return { from: chunk.fromB, to: Math.min(chunk.toB, text.length), insert: isWholeLine ? `${stood}\n` : stood };
  }
}

/** CodeMirror has signs for what nobody sees in its lines, and none in what was removed. */
function signRemoved(root: ShadowRoot): void {
  for (const chunk of root.querySelectorAll<HTMLElement>(".cm-deletedChunk:not([data-signed])")) {
    chunk.dataset["signed"] = "";
    const texts = document.createTreeWalker(chunk, NodeFilter.SHOW_TEXT);
    for (let text = texts.nextNode(); text; text = texts.nextNode()) text.nodeValue = seen(text.nodeValue ?? "");
  }
}

function revertButton(onClick: (button: HTMLElement) => void): HTMLElement {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "revert";
  button.textContent = difference.revert;
  button.title = difference.revertHint;
  // CodeMirror acts when the mouse goes down, and knows no keyboard.
  button.addEventListener("mousedown", (event) => {
    event.preventDefault();
    event.stopPropagation();
  });
  button.addEventListener("click", () => onClick(button));
  return button;
}
