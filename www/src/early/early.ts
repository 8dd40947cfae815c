import { Checker, type Life } from "../checker/client";
import { FIRST_PART, startWorker } from "../checker/start";
import { takeDroppedFiles } from "../document/drop";
import { withEdits } from "../document/edits";
import { type FileFacts, factsOfText, NEW_FILE } from "../document/facts";
import { loadChoices } from "../document/ignored";
import { HUGE } from "../document/limits";
import { Slot, type StoredText } from "../document/slot";
import { part } from "../parts";
import { choicesFor, withoutIgnored } from "../session/ignored";
import type { Session } from "../session/session";
import { texts } from "../text/first";
import type { Report } from "../wire";

/** A field that wraps more than this is slow; the editor is not. */
const LONG = 100_000;
const SHOWN_OF_LONG = 10_000;
const PAUSE = 100;

/** What the page before the editor leaves to the one with it. */
export interface Handover {
  readonly text: string;
  readonly file: FileFacts;
  /** The text as it was pasted or opened, where that was another. */
  readonly original: string | undefined;
  /** What that was converted from, as it was kept. */
  readonly madeOf: unknown;
  readonly selection: { readonly from: number; readonly to: number };
  readonly checker: Checker;
  readonly slot: Slot;
  /** The report on `text`, where there is one. */
  readonly report: Report | undefined;
}

/**
 * The page before its editor is there: a plain field, and what is wrong with its text. Once that is told, or as soon as a
 * person wants more, the rest of the page is loaded and takes over.
 */
export class Early {
  readonly field = document.createElement("textarea");
  readonly #draw: () => void;
  readonly #leave: () => void;
  readonly #checker: Checker;
  readonly #ended = new AbortController();
  /** The text, where the field shows only its beginning. */
  #long: string | undefined;
  #file: FileFacts = NEW_FILE;
  /** The text as it was pasted or opened. */
  #original = "";
  /** What that was converted from, as it was kept. */
  #madeOf: unknown;
  /** There once it is known what the last visit has left. */
  #slot: Slot | undefined;
  readonly #begun: Promise<Slot>;
  /** The text as it was kept. */
  #kept = "";
  #checked: { readonly text: string; readonly report: Report } | undefined;
  #timer = 0;
  #loads = false;
  #isLost = false;
  #session: Session | undefined;
  #wishes: ((session: Session) => void)[] = [];

  /** `leave` clears the page for the one with the editor. */
  constructor(draw: () => void, leave: () => void) {
    this.#draw = draw;
    this.#leave = leave;
    this.field.className = "early-text";
    this.field.spellcheck = false;
    this.field.placeholder = texts.editor.placeholder;
    this.field.setAttribute("aria-label", texts.editor.hint);
    this.#listen();
    this.#begun = this.#begin();
    const follow = (life: Life) => {
      if (life === "failed" || life === "ready") void this.#begun.then(() => (life === "failed" || this.text === "") && this.load());
    };
    this.#checker = new Checker(startWorker, follow, FIRST_PART);
    this.#checker.restart();
  }

  get text(): string {
    return this.#long ?? this.field.value;
  }

  /** Whether it is known what the last visit has left. */
  get hasBegun(): boolean {
    return this.#slot !== undefined;
  }

  /** The report on the text as it is now. */
  get report(): Report | undefined {
    return this.#checked?.text === this.text ? this.#checked.report : undefined;
  }

  /** The same without what is ignored. */
  get shown(): Report | undefined {
    return this.report && withoutIgnored(this.report, choicesFor(loadChoices(), undefined)).report;
  }

  /** The text as it was pasted or opened, where that was another. */
  get original(): string | undefined {
    return this.#original === this.text || this.#original === "" ? undefined : this.#original;
  }

  /** Whether the rest of the page did not come. */
  get isLost(): boolean {
    return this.#isLost;
  }

  /** Does `work` as soon as the rest of the page is there. */
  wish(work: (session: Session) => void): void {
    if (this.#session) work(this.#session);
    else this.#wishes.push(work);
    this.load();
  }

  /** Lets a person choose a file. A browser allows that on a click only, and not when the rest of the page is there. */
  choose(): void {
    const input = document.createElement("input");
    input.type = "file";
    input.multiple = true;
    input.onchange = () => {
      const files = [...(input.files ?? [])];
      this.wish((session) => session.documents.take({ files, folders: [] }));
    };
    input.click();
  }

  /** Loads the rest of the page, which takes over. */
  load(): void {
    if (this.#loads) return;
    this.#loads = true;
    this.#isLost = false;
    // What there is to see comes first.
    setTimeout(() =>
      Promise.all([part(() => import("../main")), this.#begun]).then(
        ([{ begin }, slot]) => this.#end(begin, slot),
        () => this.#lose(),
      ),
    );
    this.#draw();
  }

  /** Brings back what the last visit has left, unless a person was faster. */
  async #begin(): Promise<Slot> {
    const slot = await Slot.take();
    const kept = await textIn(slot);
    if (kept && this.text === "") {
      const { text, original, madeOf, ...file } = kept;
      this.#file = file;
      this.#original = original ?? text;
      this.#madeOf = madeOf;
      this.#kept = text;
      this.#show(text);
      void this.#check();
    }
    this.#slot = slot;
    this.#draw();
    return slot;
  }

  #end(begin: (handover: Handover) => Session, slot: Slot): void {
    const { selectionStart: from, selectionEnd: to } = this.field;
    clearTimeout(this.#timer);
    this.#ended.abort();
    const { text, original, report } = this;
    this.#leave();
    this.#session = begin({ text, original, madeOf: this.#madeOf, file: this.#file, selection: { from, to }, checker: this.#checker, slot, report });
    for (const wish of this.#wishes) wish(this.#session);
  }

  #lose(): void {
    this.#loads = false;
    this.#isLost = true;
    this.#draw();
  }

  #show(text: string): void {
    this.#long = text.length > LONG ? text : undefined;
    this.field.readOnly = this.#long !== undefined;
    this.field.value = this.#long ? text.slice(0, SHOWN_OF_LONG) : text;
    this.field.setSelectionRange(0, 0);
  }

  #listen(): void {
    const { signal } = this.#ended;
    this.field.addEventListener("input", () => this.#checkSoon(), { signal });
    this.field.addEventListener("paste", (event) => this.#paste(event), { signal });
    addEventListener("hashchange", () => this.load(), { signal });
    addEventListener("pagehide", () => this.#keep(), { signal });
    takeDroppedFiles(
      (hovering) => this.#session?.hover(hovering),
      (offered) => this.wish((session) => session.documents.take(offered)),
    );
  }

  /** What is pasted over everything is another file, as in the editor. */
  #paste(event: ClipboardEvent): void {
    const text = event.clipboardData?.getData("text/plain");
    const { selectionStart, selectionEnd, value } = this.field;
    if (text && text.length > HUGE) {
      event.preventDefault();
      this.wish((session) => session.documents.paste(text));
      return;
    }
    if (!text || selectionStart > 0 || selectionEnd < value.length) return;
    event.preventDefault();
    const { name } = this.text === "" ? this.#file : NEW_FILE;
    this.#file = factsOfText(name, text);
    this.#original = text.replaceAll(/\r\n?/g, "\n");
    this.#madeOf = undefined;
    this.#show(this.#original);
    void this.#check();
  }

  /** Keeps the text where it is not as the last visit has left it. */
  #keep(): void {
    if (this.text !== this.#kept) this.#slot?.keepText({ ...this.#file, text: this.text, original: this.original, madeOf: this.#madeOf });
  }

  #checkSoon(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#check(), PAUSE);
    this.#draw();
  }

  async #check(): Promise<void> {
    this.#draw();
    const { text } = this;
    if (text === "") return;
    try {
      const report = await this.#checker.check(text);
      if (!report || this.#ended.signal.aborted) return;
      this.#checked = { text, report };
    } catch {
      // The page with the editor says so, when it meets the same.
    }
    if (text === this.text) this.load();
    this.#draw();
  }
}

/** What was kept in `slot`; nothing where the browser does not give it back. */
async function textIn(slot: Slot): Promise<StoredText | undefined> {
  const kept = slot.text();
  if (!kept || "text" in kept) return kept;
  const { record, edits, ...file } = kept;
  try {
    const { RecordSet } = await part(() => import("../document/database"));
    const stored = await new RecordSet<StoredText>(record).get(0);
    return stored && { ...file, text: withEdits(stored.text, edits), original: stored.original ?? stored.text, madeOf: stored.madeOf };
  } catch {
    return undefined;
  }
}
