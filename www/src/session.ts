import { isolateHistory, redo, redoDepth, undo, undoDepth } from "@codemirror/commands";
import { EditorSelection, Transaction, type TransactionSpec } from "@codemirror/state";
import { EditorView, type ViewUpdate } from "@codemirror/view";
import { Checker } from "./checker/client";
import { startWorker } from "./checker/start";
import { decode, lineEndOf, withLineEnd } from "./document/bytes";
import { download } from "./document/download";
import { fileOf, type FileFacts, nameFromDisk, NEW_FILE, nameOnDisk, setFile } from "./document/file";
import type { Sample } from "./document/samples";
import { load, save } from "./document/storage";
import { showChanged } from "./editor/changed";
import { createEditor } from "./editor/editor";
import { placedProblems, problemAt, showProblems } from "./editor/marks";
import { type Filter, FIRST_STATE, type Focus, type Notice, sameProblem, shownProblems, type State } from "./state";
import { texts } from "./text";
import type { Diagnostic, Edit, Fix, Report } from "./wire";

const SHORTEST_PAUSE = 100;
const LONGEST_PAUSE = 1000;
const SLOW_AFTER = 400;
const SAVE_AFTER = 300;
const MENTION_FOR = 6000;
const LARGE_FILE = 64_000_000;

/** Where a person was when they asked for something: there the keyboard stays. */
export type Origin = "panel" | "editor";

/** One person's work on one text: everything that can be done, and the state that the panels show. */
export class Session {
  readonly editorHost = document.createElement("div");
  readonly #view: EditorView;
  readonly #checker: Checker;
  readonly #onState: () => void;
  #state: State = FIRST_STATE;
  #pause = SHORTEST_PAUSE;
  #checkTimer = 0;
  #slowTimer = 0;
  #saveTimer = 0;

  /** `describe` renders a problem for the editor's tooltips. */
  constructor(onState: () => void, describe: (problem: Diagnostic) => Node) {
    this.#onState = onState;
    this.#describe = describe;
    const stored = load() ?? { ...NEW_FILE, text: "" };
    this.#view = createEditor(this.editorHost, stored.text, { name: stored.name, lineEnd: stored.lineEnd }, (update) =>
      this.#editorChanged(update),
    );
    this.#set(this.#editorFacts());
    this.#checker = new Checker(startWorker, (life, version) => this.#set({ life, version }));
    this.#checker.restart();
    void this.#check();
    addEventListener("pagehide", () => this.#save());
  }

  readonly #describe: (problem: Diagnostic) => Node;

  get state(): State {
    return this.#state;
  }

  #set(change: Partial<State>): void {
    this.#state = { ...this.#state, ...change };
    this.#onState();
  }

  // The document.

  async open(file: File, largeIsFine = false): Promise<void> {
    if (file.size > LARGE_FILE && !largeIsFine) {
      this.#set({ large: file });
      return;
    }
    this.#set({ large: undefined });
    let bytes: ArrayBuffer;
    try {
      bytes = await file.arrayBuffer();
    } catch {
      this.#say(texts.said.unreadable(file.name));
      return;
    }
    const decoded = decode(new Uint8Array(bytes));
    if ("unreadable" in decoded) {
      this.#say(decoded.unreadable === "utf-16" ? texts.said.utf16(file.name) : texts.said.notUtf8(file.name));
      return;
    }
    const { lineEnd, mixed } = lineEndOf(decoded.text);
    this.#replaceDocument({ name: nameFromDisk(file.name), lineEnd }, decoded.text);
    if (mixed) this.#say(texts.said.openedMixed(file.name, texts.status.lineEnd[lineEnd]));
    else this.#mention(texts.said.opened(file.name));
  }

  leaveLarge(): void {
    this.#set({ large: undefined });
  }

  openSample({ name, title, text }: Sample): void {
    this.#replaceDocument({ name, lineEnd: "\n" }, text);
    this.#mention(texts.said.opened(title));
    this.#view.focus();
  }

  clear(): void {
    this.#replaceDocument(NEW_FILE, "");
    this.#say(texts.said.cleared, { undo: true });
    this.#view.focus();
  }

  rename(name: string): void {
    const file = { ...this.#state.file, name };
    this.#view.dispatch({ effects: setFile.of(file), annotations: Transaction.addToHistory.of(false) });
  }

  hover(hovering: boolean): void {
    if (hovering !== this.#state.hovering) this.#set({ hovering });
  }

  undo(): void {
    undo(this.#view);
    this.#set({ notice: undefined });
  }

  redo(): void {
    redo(this.#view);
    this.#set({ notice: undefined });
  }

  async copy(text = this.#textOfFile()): Promise<void> {
    try {
      await navigator.clipboard.writeText(text);
      this.#mention(texts.said.copied);
    } catch {
      this.#say(texts.said.notCopied);
    }
  }

  download(): void {
    const name = nameOnDisk(this.#state.file);
    download(name, this.#textOfFile());
    this.#mention(texts.said.downloaded(name));
  }

  #textOfFile(): string {
    return withLineEnd(this.#view.state.doc.toString(), this.#state.file.lineEnd);
  }

  #replaceDocument(file: FileFacts, text: string): void {
    this.#set({ checked: undefined, current: undefined });
    this.#view.dispatch({
      changes: { from: 0, to: this.#view.state.doc.length, insert: text },
      selection: EditorSelection.cursor(0),
      effects: [setFile.of(file), EditorView.scrollIntoView(0)],
      annotations: isolateHistory.of("full"),
    });
  }

  // The problems.

  filter(filter: Filter): void {
    this.#set({ filter });
  }

  /** Makes `problem` the current one and shows its place; with `origin` "editor" the keyboard goes there. */
  show(problem: Diagnostic, origin: Origin): void {
    const placed = placedProblems(this.#view.state).find((other) => other.problem === problem);
    if (placed) this.showRange(placed.from, placed.to, origin);
    this.#set({ current: problem, focus: origin === "panel" ? { on: "problem" } : undefined });
  }

  showRange(from: number, to: number, origin: Origin): void {
    const { length } = this.#view.state.doc;
    const range = EditorSelection.range(Math.min(from, length), Math.min(to, length));
    this.#view.dispatch({ selection: range, effects: EditorView.scrollIntoView(range, { y: "center" }) });
    if (origin === "editor") this.#view.focus();
  }

  /** Goes from the cursor to the next problem in the text, or back to the one before. */
  step(direction: 1 | -1): void {
    const { checked, current, filter } = this.#state;
    if (!checked) return;
    const shown = shownProblems(checked.report, filter);
    const placed = placedProblems(this.#view.state).filter(({ problem }) => shown.includes(problem));
    if (placed.length === 0) return;
    const { from, to } = this.#view.state.selection.main;
    const here = placed.findIndex((other) => other.problem === current && other.from === from && other.to === to);
    const after = placed.findIndex((other) => other.from > from);
    const nearest = direction > 0 ? Math.max(after, 0) : (after < 0 ? placed.length : after) - 1;
    const index = here >= 0 ? here + direction : nearest;
    const next = placed.at(index % placed.length);
    if (next) this.show(next.problem, "editor");
  }

  focus(on: Focus["on"]): void {
    if (this.#state.current) this.#set({ focus: { on } });
  }

  focusEditor(): void {
    this.#view.focus();
  }

  /** Applies `fix` of `problem`, to the text that was checked or to what has become of it. */
  async applyFix(problem: Diagnostic, fix: Fix, origin: Origin): Promise<void> {
    const target = this.#isChecked() ? { problem, fix } : await this.#sameFix(problem, fix);
    const { checked } = this.#state;
    if (!target || !checked || !this.#isChecked()) {
      this.#say(texts.said.gone);
      return;
    }
    const index = checked.report.diagnostics.indexOf(target.problem);
    this.#applyEdits(target.fix.edits, target.fix.blank);
    this.#say(texts.said.fixed(target.fix.title), { undo: true });
    await this.#check();
    this.#afterFix(index, target.fix.blank || origin === "editor" ? "editor" : "panel");
  }

  async fixAll(): Promise<void> {
    const text = this.#view.state.doc;
    try {
      const answer = await this.#checker.fixAll(text.toString());
      if (!answer) return;
      if (!this.#view.state.doc.eq(text)) return await this.fixAll();
      if (answer.edits.length === 0) {
        this.#say(texts.said.nothingToFix);
        return;
      }
      this.#applyEdits(answer.edits);
      const counts = new Map<string, number>();
      for (const title of answer.fixes) counts.set(title, (counts.get(title) ?? 0) + 1);
      const details = [...counts].map(([title, count]) => texts.said.times(title, count));
      this.#say(texts.said.fixedAll(answer.fixes.length), { details, undo: true });
      await this.#check();
      this.#afterFix(0, "panel");
    } catch {
      this.#set({ stopped: true, slow: false });
    }
  }

  tryAgain(): void {
    this.#set({ stopped: false });
    if (this.#state.life === "failed") this.#checker.restart();
    void this.#check();
  }

  dismissNotice(): void {
    this.#set({ notice: undefined });
  }

  #say(message: string, { details = [], undo = false }: Partial<Omit<Notice, "message">> = {}): void {
    this.#set({ notice: { message, details, undo } });
  }

  /** Says what needs no answer, and falls silent again. */
  #mention(message: string): void {
    this.#say(message);
    const { notice } = this.#state;
    setTimeout(() => this.#state.notice === notice && this.dismissNotice(), MENTION_FOR);
  }

  #applyEdits(edits: readonly Edit[], blank?: Fix["blank"]): void {
    const changes = edits.map(({ from, to, insert }) => ({ from, to, insert }));
    const changed = showChanged(this.#view, edits);
    const spec: TransactionSpec = { changes, effects: changed, userEvent: "fix", annotations: isolateHistory.of("full") };
    const first = edits[0];
    if (blank) spec.selection = EditorSelection.range(blank.from, blank.to);
    else if (first) spec.selection = EditorSelection.cursor(first.from);
    this.#view.dispatch(spec);
    this.#view.dispatch({ effects: EditorView.scrollIntoView(this.#view.state.selection.main, { y: "nearest", yMargin: 60 }) });
  }

  #afterFix(index: number, origin: Origin): void {
    const diagnostics = this.#state.checked?.report.diagnostics ?? [];
    const current = diagnostics[Math.min(index, diagnostics.length - 1)];
    if (origin === "editor") {
      this.#set({ current });
      this.#view.focus();
    } else {
      this.#set({ current, focus: { on: current ? "problem" : "panel" } });
    }
  }

  async #sameFix(problem: Diagnostic, fix: Fix): Promise<{ problem: Diagnostic; fix: Fix } | undefined> {
    await this.#check();
    const same = this.#state.checked && sameProblem(this.#state.checked.report, problem);
    const sameFix = same?.fixes.find(({ title }) => title === fix.title);
    return same && sameFix && { problem: same, fix: sameFix };
  }

  // The checks.

  #isChecked(): boolean {
    return this.#state.checked?.text.eq(this.#view.state.doc) ?? false;
  }

  async #check(): Promise<void> {
    clearTimeout(this.#checkTimer);
    clearTimeout(this.#slowTimer);
    const text = this.#view.state.doc;
    if (text.length === 0) {
      this.#set({ checked: undefined, current: undefined, stopped: false, slow: false });
      return;
    }
    this.#slowTimer = setTimeout(() => this.#set({ slow: true }), SLOW_AFTER);
    const began = performance.now();
    try {
      const report = await this.#checker.check(text.toString());
      if (!report || !text.eq(this.#view.state.doc)) return;
      this.#pause = Math.min(Math.max(2 * (performance.now() - began), SHORTEST_PAUSE), LONGEST_PAUSE);
      clearTimeout(this.#slowTimer);
      this.#adopt(report);
    } catch {
      clearTimeout(this.#slowTimer);
      this.#set({ stopped: true, slow: false, checked: undefined, current: undefined });
    }
  }

  #adopt(report: Report): void {
    const { state } = this.#view;
    const { checked, current } = this.#state;
    const index = current && checked ? checked.report.diagnostics.indexOf(current) : 0;
    const fallback = report.diagnostics[Math.min(Math.max(index, 0), report.diagnostics.length - 1)];
    this.#view.dispatch(showProblems(state, report, this.#describe));
    if (!checked && fallback) this.#view.dispatch({ effects: EditorView.scrollIntoView(fallback.from, { y: "center" }) });
    this.#set({
      checked: { text: state.doc, report },
      current: (current && sameProblem(report, current)) ?? fallback,
      stopped: false,
      slow: false,
    });
  }

  // The editor.

  #editorFacts(): Partial<State> {
    const { state } = this.#view;
    const { head } = state.selection.main;
    const line = state.doc.lineAt(head);
    return {
      file: fileOf(state),
      length: state.doc.length,
      line: line.number,
      column: head - line.from + 1,
      canUndo: undoDepth(state) > 0,
      canRedo: redoDepth(state) > 0,
    };
  }

  #editorChanged(update: ViewUpdate): void {
    const byEvent = (event: string) => update.transactions.some((transaction) => transaction.isUserEvent(event));
    const fileChanged = fileOf(update.startState) !== fileOf(update.state);
    if (update.docChanged || update.selectionSet || fileChanged) this.#set(this.#editorFacts());
    if (update.docChanged && byEvent("input")) this.dismissNotice();
    if (update.selectionSet && byEvent("select")) {
      const current = problemAt(update.state, update.state.selection.main.head);
      if (current) this.#set({ current });
    }
    if (update.docChanged || fileChanged) {
      clearTimeout(this.#saveTimer);
      this.#saveTimer = setTimeout(() => this.#save(), SAVE_AFTER);
    }
    // Whoever applies a fix checks its outcome.
    if (update.docChanged && !byEvent("fix")) {
      clearTimeout(this.#checkTimer);
      this.#checkTimer = setTimeout(() => void this.#check(), byEvent("input.type") || byEvent("delete") ? this.#pause : 0);
    }
  }

  #save(): void {
    const kept = save({ ...this.#state.file, text: this.#view.state.doc.toString() });
    if (kept !== this.#state.kept) this.#set({ kept });
  }
}
