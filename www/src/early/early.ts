import { Checker, type Life } from "../checker/client";
import { FIRST_PART, startWorker } from "../checker/start";
import { lineEndOf } from "../document/bytes";
import { takeDroppedFiles } from "../document/drop";
import { type FileFacts, NEW_FILE } from "../document/facts";
import { load, save } from "../document/storage";
import { part } from "../parts";
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
  readonly selection: { readonly from: number; readonly to: number };
  readonly checker: Checker;
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
  #file: FileFacts;
  /** The text as it was pasted or opened. */
  #original: string;
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
    const { text, original, ...file } = load() ?? { ...NEW_FILE, text: "" };
    this.#file = file;
    this.#original = original ?? text;
    this.field.className = "early-text";
    this.field.spellcheck = false;
    this.field.placeholder = texts.editor.placeholder;
    this.field.setAttribute("aria-label", texts.editor.hint);
    this.#show(text);
    this.#listen();
    const follow = (life: Life) => {
      if (life === "failed" || (life === "ready" && this.text === "")) this.load();
    };
    this.#checker = new Checker(startWorker, follow, FIRST_PART);
    this.#checker.restart();
    if (text) void this.#check();
  }

  get text(): string {
    return this.#long ?? this.field.value;
  }

  /** The report on the text as it is now. */
  get report(): Report | undefined {
    return this.#checked?.text === this.text ? this.#checked.report : undefined;
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
      part(() => import("../main")).then(
        ({ begin }) => this.#end(begin),
        () => this.#lose(),
      ),
    );
    this.#draw();
  }

  #end(begin: (handover: Handover) => Session): void {
    const { selectionStart: from, selectionEnd: to } = this.field;
    clearTimeout(this.#timer);
    this.#ended.abort();
    const { text, original, report } = this;
    this.#leave();
    this.#session = begin({ text, original, file: this.#file, selection: { from, to }, checker: this.#checker, report });
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
    addEventListener("pagehide", () => save({ ...this.#file, text: this.text, original: this.original }), { signal });
    takeDroppedFiles(
      (hovering) => this.#session?.hover(hovering),
      (offered) => this.wish((session) => session.documents.take(offered)),
    );
  }

  /** What is pasted over everything is another file, as in the editor. */
  #paste(event: ClipboardEvent): void {
    const text = event.clipboardData?.getData("text/plain");
    const { selectionStart, selectionEnd, value } = this.field;
    if (!text || selectionStart > 0 || selectionEnd < value.length) return;
    event.preventDefault();
    const { name } = this.text === "" ? this.#file : NEW_FILE;
    this.#file = { name, lineEnd: lineEndOf(text).lineEnd };
    this.#original = text.replaceAll(/\r\n?/g, "\n");
    this.#show(this.#original);
    void this.#check();
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
