import { redo, redoDepth, undo, undoDepth } from "../editor/commands";
import type { EditorState, StateEffect } from "@codemirror/state";
import { EditorView, type ViewUpdate } from "@codemirror/view";
import { fileOf } from "../document/file";
import { loadChoices } from "../document/ignored";
import type { Slot } from "../document/slot";
import type { Handover } from "../early/early";
import { keptMadeOf } from "../editor/converted";
import { createEditor } from "../editor/editor";
import type { EditorAction } from "../editor/language/actions";
import { rememberStep } from "../editor/steps";
import type { Diagnostic } from "../wire";
import { Address } from "./address";
import { Changes } from "./changes";
import { Checks } from "./checks";
import { Conversions } from "./conversions";
import { Documents } from "./documents";
import { FIX_EVENT } from "./fix-steps";
import { Fixes } from "./fixes";
import { Ignores } from "./ignores";
import { Later } from "./later";
import { Places } from "./places";
import { Several } from "./several";
import { isSettled, type State } from "./state";
import { Store } from "./store";
import { TextKeeping } from "./text-keeping";
import { Views } from "./views";

/** One person's work on one text: the editor, and everything that can be done with it. */
export class Session {
  readonly editorHost = document.createElement("div");
  /** Where the cursor is, in keys: what the page loads later draws it. */
  readonly crumbsHost = document.createElement("nav");
  readonly store: Store;
  readonly slot: Slot;
  readonly keeping: TextKeeping;
  readonly documents: Documents;
  readonly checks: Checks;
  readonly places: Places;
  readonly conversions: Conversions;
  readonly fixes: Fixes;
  readonly ignores: Ignores;
  readonly changes: Changes;
  readonly views: Views;
  readonly address: Address;
  readonly several: Several;
  readonly #view: EditorView;
  readonly #later: Later;

  /** `describe` renders a problem for the editor's tooltips. */
  constructor({ text, file, original, madeOf, selection, checker, report, slot }: Handover, onChange: () => void, describe: (problem: Diagnostic) => Node) {
    this.crumbsHost.className = "crumbs";
    this.#view = createEditor(this.editorHost, {
      text,
      selection,
      file,
      original,
      madeOf: keptMadeOf(madeOf),
      onUpdate: (update) => this.#follow(update),
      onSearch: () => this.search(),
      onPaste: (pasted) => this.documents.paste(pasted),
    });
    this.store = new Store(() => {
      onChange();
      this.several.follow();
      if (!isSettled(this.state)) return;
      this.checks.complete();
      this.#later.prepare();
      this.several.restore();
    });
    this.slot = slot;
    this.several = new Several(this.#view, this);
    this.store.set({ ...this.#facts(), choices: loadChoices() });
    this.keeping = new TextKeeping(this.#view, this.store, slot);
    this.#later = new Later(this.#view, this.store, this);
    this.documents = new Documents(this.#view, this.store, this.#later, this.several);
    this.checks = new Checks(this.#view, this.store, checker, describe);
    this.places = new Places(this.#view, this.store);
    this.conversions = new Conversions(this.#view, this.store, this.checks, this.documents, this.places);
    this.fixes = new Fixes(this.#view, this.store, this.checks);
    this.ignores = new Ignores(this.store, this.checks, () => this.places.focusEditor());
    this.changes = new Changes(this.#view, this.store);
    this.views = new Views(this.store);
    this.address = new Address(this.store);
    if (original !== undefined) this.changes.countSoon();
    this.checks.begin(report);
  }

  get state(): State {
    return this.store.state;
  }

  undo(): void {
    undo(this.#view);
    this.places.bringSelectionIntoSight();
    this.store.silence();
  }

  redo(): void {
    redo(this.#view);
    this.places.bringSelectionIntoSight();
    this.store.silence();
  }

  search(): void {
    void this.#later.use(({ openSearchPanel }) => openSearchPanel(this.#view));
  }

  /** Shows what `message` means, or asks for one. */
  explain(message?: string): void {
    if (message !== undefined) this.store.set({ message });
    this.address.go("explain");
  }

  /** Does something with the text that comes with what the page loads later. */
  edit(action: EditorAction): void {
    void this.#later.use(({ actions }) => void actions[action](this.#view, this));
  }

  /** Keeps all text in this browser for the next visit; false where it cannot. */
  async keep(): Promise<boolean> {
    await this.keeping.all();
    await this.several.keep();
    return this.state.kept && this.state.files.kept;
  }

  /** A file is held over the page, or no longer. */
  hover(hovering: boolean): void {
    if (hovering !== this.state.hovering) this.store.set({ hovering });
  }

  /** Puts another file into the editor, and shows it as it was left there. */
  putIn({ state, scroll, current }: { state: EditorState; scroll?: StateEffect<unknown>; current?: Diagnostic | undefined }): void {
    this.#view.setState(state);
    this.#later.refresh();
    this.#view.dispatch({ effects: scroll ?? EditorView.scrollIntoView(0, { y: "start", yMargin: 40 }) });
    this.store.set({ ...this.#facts(), checked: undefined, current, stopped: false, slow: false, large: undefined });
    this.keeping.soon();
    this.changes.countSoon();
    void this.checks.now(scroll === undefined);
  }

  #facts(): Partial<State> {
    const { state } = this.#view;
    const { head } = state.selection.main;
    const line = state.doc.lineAt(head);
    return {
      file: fileOf(state),
      length: state.doc.length,
      line: line.number,
      column: head - line.from + 1,
      position: head,
      canUndo: undoDepth(state) > 0,
      canRedo: redoDepth(state) > 0,
    };
  }

  #follow(update: ViewUpdate): void {
    rememberStep(update);
    const by = (event: string) => update.transactions.some((transaction) => transaction.isUserEvent(event));
    const fileChanged = fileOf(update.startState) !== fileOf(update.state);
    if (!update.docChanged && !update.selectionSet && !fileChanged) return;

    this.store.set(this.#facts());
    if (update.selectionSet && by("select")) this.places.followCursor();
    if (update.docChanged || fileChanged) this.keeping.soon();
    if (!update.docChanged) return;

    this.changes.countSoon();
    if (by("input")) this.store.silence();
    if (fileChanged && by("input.paste")) this.store.set({ checked: undefined, current: undefined });
    if (by("input.type") || by("delete")) this.checks.whenTypingPauses();
    else if (by("undo") || by("redo")) void this.#checkHistory();
    else if (!by(FIX_EVENT)) void this.checks.now();
  }

  async #checkHistory(): Promise<void> {
    const before = this.state.checked?.report;
    await this.checks.now();
    this.places.followHistory(before);
  }
}
