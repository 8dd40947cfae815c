import type { Text } from "@codemirror/state";
import type { EditorView } from "@codemirror/view";
import { newName, RecordSet, removeLost } from "../document/database";
import { fileOf } from "../document/file";
import { originalOf } from "../document/original";
import { Slot } from "../document/slot";
import { madeOf, type MadeOf } from "../editor/converted";
import { editsBetween } from "../editor/steps";
import type { Store } from "./store";

const KEEP_AFTER = 300;
/** Writing a longer text into the slot holds the page up: it goes to the database, and the slot has what changes in it. */
const LONGEST_IN_SLOT = 100_000;
/** What the slot takes of changes, in characters; for more the text goes to the database anew. */
const MOST_CHANGES = 50_000;
/** About what a remark of a conversion takes. */
const CHARACTERS_OF_REMARK = 400;
/** About what an edit takes beside its text. */
const CHARACTERS_OF_EDIT = 40;
/** What browsers have room for in a slot; trying with more would only take time. */
const ROOM = 5_000_000;

/** A text in the database. */
interface Recorded {
  readonly name: string;
  readonly text: Text;
  readonly original: Text;
}

/**
 * Keeps the text in the editor for the next visit. What is in a slot is there even if the page crashes a moment later;
 * the database takes its time, so a long text is put there once, and its changes into the slot.
 */
export class TextKeeping {
  readonly #view: EditorView;
  readonly #store: Store;
  readonly #slot: Slot;
  #timer = 0;
  #isOurs = false;
  /** The name of what the database has of the text, and what that is, if this page has put it there. */
  #name: string | undefined;
  #recorded: Recorded | undefined;
  #isRecording = false;
  #isKept = true;

  constructor(view: EditorView, store: Store, slot: Slot) {
    this.#view = view;
    this.#store = store;
    this.#slot = slot;
    void slot.isOurs.then(() => {
      const kept = slot.text();
      this.#name = kept && "record" in kept ? kept.record : undefined;
      this.#isOurs = true;
    });
    addEventListener("pagehide", () => this.now());
    document.addEventListener("visibilitychange", () => document.hidden && this.now());
  }

  /** Whether the text was kept when that was tried last. */
  get isKept(): boolean {
    return this.#isKept;
  }

  /** From here on nothing is kept. */
  end(): void {
    this.#isOurs = false;
    clearTimeout(this.#timer);
    this.#timer = 0;
  }

  /** From here on the text is kept again. */
  resume(): void {
    this.#isOurs = true;
    this.#recorded = undefined;
    this.soon();
  }

  soon(): void {
    this.#timer ||= setTimeout(() => void this.#keep(), KEEP_AFTER);
  }

  /** Keeps all of the text, and waits until that is done or has failed. */
  async all(): Promise<void> {
    clearTimeout(this.#timer);
    while (this.#isRecording) await new Promise((resolve) => setTimeout(resolve, 50));
    await this.#keep();
  }

  /** Keeps what has changed, without waiting for anything: the page may be gone in a moment. */
  now(): void {
    if (!this.#isOurs || !(this.#timer || this.#isRecording)) return;
    clearTimeout(this.#timer);
    this.#timer = 0;
    if (this.#keepChanges() || this.#keepWhole()) this.#tell(true);
    else void this.#record();
  }

  async #keep(): Promise<void> {
    await this.#slot.isOurs;
    this.#timer = 0;
    if (this.#isRecording || !this.#isOurs) return;
    const { state } = this.#view;
    const isLong = state.doc.length + originalOf(state).text.length + lengthOf(madeOf(state)) > LONGEST_IN_SLOT;
    const isKept = isLong ? this.#keepChanges() || (await this.#record()) || this.#keepWhole() : this.#keepWhole() || (await this.#record());
    if (!isKept) this.#slot.forgetText();
    this.#tell(isKept);
  }

  #tell(isKept: boolean): void {
    this.#isKept = isKept;
    // Several files have a storage of their own.
    const kept = isKept || this.#store.state.files.list.length > 0;
    if (kept !== this.#store.state.kept) this.#store.set({ kept });
  }

  /** Puts the whole text into the slot, with its original where there is room. */
  #keepWhole(): boolean {
    const { state } = this.#view;
    if (state.doc.length > ROOM) return false;
    const original = originalOf(state).text;
    const stored = { ...fileOf(state), text: state.doc.toString() };
    const made = madeOf(state);
    const isSame = original.eq(state.doc);
    const isRoomy = state.doc.length + (isSame ? 0 : original.length) + lengthOf(made) <= ROOM && (made || !isSame);
    const whole = { ...stored, original: isSame ? undefined : original.toString(), madeOf: made };
    const isKept = (isRoomy && this.#slot.keepText(whole)) || this.#slot.keepText(stored);
    if (isKept) this.#remove(this.#name);
    if (isKept) this.#name = undefined;
    return isKept;
  }

  /** Puts into the slot what has changed in the text since it was put into the database. */
  #keepChanges(): boolean {
    const { state } = this.#view;
    const recorded = this.#recorded;
    if (recorded === undefined || recorded.name !== this.#name || recorded.original !== originalOf(state).text) return false;
    const edits = editsBetween(recorded.text, state.doc);
    if (!edits || edits.reduce((sum, { insert }) => sum + insert.length + CHARACTERS_OF_EDIT, 0) > MOST_CHANGES) return false;
    return this.#slot.keepText({ ...fileOf(state), record: recorded.name, edits });
  }

  /** Puts the whole text into the database. */
  async #record(): Promise<boolean> {
    const { doc } = this.#view.state;
    const original = originalOf(this.#view.state).text;
    const name = newName();
    const before = this.#name;
    this.#isRecording = true;
    try {
      const record = { text: doc.toString(), original: original.eq(doc) ? undefined : original.toString(), madeOf: madeOf(this.#view.state) };
      await new RecordSet<typeof record>(name).put(0, record);
      this.#recorded = { name, text: doc, original };
      this.#name = name;
      if (!this.#keepChanges()) throw new Error("another text by now, or no room");
      this.#remove(before);
      removeLost(Slot.named()).catch(() => undefined);
      return true;
    } catch {
      this.#name = before;
      this.#remove(name);
      return false;
    } finally {
      this.#isRecording = false;
      if (this.#view.state.doc !== doc) this.soon();
    }
  }

  #remove(name: string | undefined): void {
    if (name) new RecordSet(name).removeAll().catch(() => undefined);
  }
}

function lengthOf(madeOf: MadeOf | undefined): number {
  return (madeOf?.remarks.length ?? 0) * CHARACTERS_OF_REMARK;
}
