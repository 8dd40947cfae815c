import { EditorSelection, type TransactionSpec } from "@codemirror/state";
import { EditorView } from "@codemirror/view";
import { LARGE } from "../document/limits";
import { originalOf } from "../document/original";
import type { Compared } from "../difference/between";
import { isolateHistory } from "../editor/commands";
import { REVERT_EVENT } from "../editor/fixed";
import { texts } from "../text/first";
import type { Edit } from "../wire";
import type { Store } from "./store";

const COUNT_AFTER = 400;

/** What differs from the text as it was pasted or opened. */
export class Changes {
  readonly #view: EditorView;
  readonly #store: Store;
  #timer = 0;
  #compared: Compared | undefined;

  constructor(view: EditorView, store: Store) {
    this.#view = view;
    this.#store = store;
  }

  /** The original and the text as they are now; the same object as long as both stay. */
  get compared(): Compared {
    const { text: original, since } = originalOf(this.#view.state);
    const text = this.#view.state.doc;
    if (this.#compared?.text !== text || this.#compared.since !== since) this.#compared = { original, text, since };
    return this.#compared;
  }

  /** Counts the changes once a person stops typing. */
  countSoon(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#count(), COUNT_AFTER);
  }

  /** Makes one change of the text, as a step of its own. */
  make({ from, to, insert }: Edit): void {
    const spec: TransactionSpec = {
      changes: { from, to, insert },
      selection: EditorSelection.cursor(from),
      userEvent: REVERT_EVENT,
      annotations: isolateHistory.of("full"),
    };
    this.#view.dispatch(spec);
    this.#view.dispatch({ effects: EditorView.scrollIntoView(from, { y: "nearest", yMargin: 60 }) });
  }

  /** Puts the text back as it was pasted or opened. */
  takeBack(): void {
    const { original, text } = this.compared;
    this.make({ from: 0, to: text.length, insert: original.toString() });
    this.#store.say(texts.said.takenBack, { undo: true });
    // The button goes away with what it puts back.
    this.#store.set({ focus: { on: "panel" } });
  }

  async #count(): Promise<void> {
    const { compared } = this;
    const { original, text } = compared;
    if (original.length === 0 || original.eq(text)) {
      this.tell(0);
      return;
    }
    if (text.length > LARGE) {
      this.tell(undefined);
      return;
    }
    try {
      const { countChanges } = await import("../difference/between");
      if (this.compared === compared) this.tell(countChanges(compared));
    } catch {
      // Without the script the tab has no number.
      this.tell(undefined);
    }
  }

  /** How many changes there are; not known where nobody has counted them. */
  tell(changes: number | undefined): void {
    if (changes !== this.#store.state.changes) this.#store.set({ changes });
  }
}
