import type { EditorState } from "@codemirror/state";
import type { EditorView } from "@codemirror/view";
import { type FileFacts, fileOf, nameFromDisk, NEW_FILE, nameOnDisk } from "../../document/file";
import type { Offered } from "../../document/gather";
import { originalOf } from "../../document/original";
import { folderAndName, freePath } from "../../document/paths";
import { stateWith } from "../../editor/another";
import { showProblems } from "../../editor/marks";
import { files as words } from "../../text/later";
import { FileConversions } from "./conversions";
import { FileKeeping } from "./keeping";
import { type Contents, FileText } from "./file-text";
import type { Fixed } from "../fix-steps";
import { FileWork } from "./work";
import { type FilesState, isText, NO_FILES, type OpenFile, type FileStanding } from "./state";
import { readOffered } from "./read-offered";
import { xtensionOf } from "../ignored";
import type { Session } from "../session";
import { countsOf } from "./counts";
import { isPartial, type State } from "../state";

/** A text that was made here. */
interface Made {
  readonly name: string;
  readonly text: string;
}

type Change = { -readonly [Key in "name" | "standing" | "counts" | "isChanged" | "notes" | "canRestore"]?: OpenFile[Key] };

/** Several files, one of them in the editor. Where there are fewer than two there is no list, and the editor is all. */
export class Files {
  readonly view: EditorView;
  readonly session: Session;
  readonly work: FileWork;
  readonly conversions: FileConversions;
  readonly #keeping: FileKeeping;
  readonly #texts = new Map<number, FileText>();
  #lastId = 0;
  #followed: State | undefined;

  constructor(view: EditorView, session: Session) {
    this.view = view;
    this.session = session;
    this.work = new FileWork(this);
    this.conversions = new FileConversions(this);
    this.#keeping = new FileKeeping(this);
  }

  get state(): FilesState {
    return this.session.state.files;
  }

  set(change: Partial<FilesState>): void {
    this.session.store.set({ files: { ...this.state, ...change } });
  }

  /** Changes what the list shows of a file. */
  update(id: number, change: Change): void {
    this.set({ list: this.state.list.map((file) => (file.id === id ? { ...file, ...change } : file)) });
  }

  /** The text of a file, which may be in the editor. */
  textOf(id: number): string {
    return id === this.state.active ? this.view.state.doc.toString() : (this.#texts.get(id)?.text ?? "");
  }

  /** The editor's state where a file is in it. */
  stateOf(id: number): EditorState | undefined {
    return id === this.state.active ? this.view.state : undefined;
  }

  /** What a file is called, and the like; nothing where it was closed. */
  factsOf(id: number): FileFacts | undefined {
    return this.stateOf(id) ? fileOf(this.view.state) : this.#texts.get(id)?.facts;
  }

  fileText(id: number): FileText | undefined {
    return this.#texts.get(id);
  }

  /** Makes fixes in a file that is not in the editor. */
  fix(id: number, fixed: Fixed): void {
    const file = this.#texts.get(id);
    if (!file) return;
    file.fix(fixed);
    this.update(id, { standing: "waiting", isChanged: file.isChanged(file.text) });
    this.#keeping.keep(id);
  }

  /** Puts `contents` in place of what a file has in it, as one step that can be undone when the file is in the editor. */
  put(id: number, contents: Contents): void {
    const file = this.#texts.get(id);
    if (!file) return;
    const { facts, text, madeOf } = contents;
    if (id === this.state.active) {
      this.session.documents.exchange(facts, text, madeOf);
      return;
    }
    file.put(contents);
    this.update(id, { ...shownOf(file), standing: "waiting", counts: undefined, isChanged: file.isChanged(text) });
    this.#keeping.keep(id);
  }

  /** `facts` with a name that no other file of the folder has. */
  withFreeName(id: number, facts: FileFacts): FileFacts {
    const { folder } = this.state.list.find((file) => file.id === id) ?? { folder: "" };
    const path = `${folder}${nameOnDisk(facts)}`;
    const free = this.#freePath(path, id);
    return free === path ? facts : { ...facts, name: nameFromDisk(folderAndName(free).name) };
  }

  /** Opens what a person has dropped or chosen. */
  async take(offered: Offered): Promise<void> {
    const read = await this.work.run("reading", (run) => readOffered(offered, this.state.list.length, run));
    if (!read) return;
    const { others, tooMany, files } = read;
    const [first] = files;
    const texts = files.filter(({ contents }) => contents !== undefined);
    const { store, documents, views } = this.session;
    if (this.state.list.length === 0 && (files.length < 2 || texts.length === 0)) {
      // The one text of the editor is enough.
      const name = first?.path.split("/").pop() ?? "";
      if (first?.contents !== undefined) documents.openText(name, first.contents);
      if (viewIsOfFiles(this.session.state)) views.show("problems");
      const details = [...files.flatMap(({ path, standing }) => (standing ? [words.trouble(path, standing)] : [])), ...words.leftOut(others, tooMany)];
      if (texts.length === 0) store.say(files.length > 0 ? words.noneReadable : words.noneFound, { details });
      else if (details.length > 0) store.say(words.openedOne(name), { details });
      return;
    }

    this.#adoptEditor();
    const empty = this.state.list.find(({ id, standing }) => id === this.state.active && standing === "empty");
    const added = files.map(({ path, contents, standing }) =>
      contents === undefined ? this.#list(path, standing) : this.#add(FileText.of(this.#freePath(path), contents), contents),
    );
    const source = this.state.list.length === added.length ? read.source : "";
    this.set({ others: this.state.others + others, tooMany: this.state.tooMany + tooMany, source });
    const opened = added.find(isText);
    if (opened) this.open(opened.id);
    if (opened && empty) this.#forget([empty.id]);
    views.show("files", true);
    store.mention(words.opened(added.length));
    void this.#keeping.keepAll();
    await this.work.check();
  }

  /** Keeps all of them as they are now. */
  async keep(): Promise<void> {
    await this.#keeping.keepRest();
  }

  /** Puts a file into the editor, as it was left there. */
  open(id: number): void {
    const file = this.#texts.get(id);
    if (!file || id === this.state.active) return;
    const state = this.#leave();
    this.#enter(id, file, state);
    this.work.checkRest();
  }

  /** Starts a file. */
  add(): void {
    const path = this.#freePath(nameOnDisk(NEW_FILE));
    const { id } = this.#add(FileText.of(path, ""), "");
    this.open(id);
    this.session.store.set({ focus: { on: "text" } });
    this.#keeping.keep(id);
  }

  /** Lists a text that was made here, and puts it into the editor. The notice that says `message` takes it out again. */
  addMade(made: Made, message: string): void {
    this.#adoptEditor();
    const { id } = this.#addMade(made);
    this.open(id);
    this.#sayMade(message, () => this.close([id]));
  }

  /**
   * Lists the texts that the file in the editor was parted into in its place, with the first of them in the editor. The
   * notice that says `message` has it in their place again.
   */
  part(parts: readonly Made[], message: string): void {
    this.#adoptEditor();
    const whole = this.state.active;
    const added = parts.map((made) => this.#addMade(made).id);
    const before = { ...this.state, texts: new Map(this.#texts) };
    this.open(added[0] ?? whole);
    this.#forget([whole]);
    this.#sayMade(message, () => {
      this.#bringBack(before);
      this.close(added);
    });
  }

  #addMade({ name, text }: Made): OpenFile {
    return this.#add(FileText.of(this.#freePath(name), text), text);
  }

  #sayMade(message: string, undoBy: () => void): void {
    this.session.views.show("files", true);
    this.session.store.say(message, { undo: true, undoBy });
    void this.#keeping.keepAll();
    void this.work.check(false);
  }

  /** Closes files; a notice brings them back. */
  close(ids: readonly number[]): void {
    const { list, active } = this.state;
    const index = list.findIndex(({ id }) => id === active);
    const rest = list.filter(({ id }) => !ids.includes(id));
    const closed = list.filter(({ id }) => ids.includes(id));
    const before = { ...this.state, texts: new Map(this.#texts) };
    if (ids.includes(active)) {
      const state = this.#leave();
      const near = [...list.slice(index + 1), ...list.slice(0, Math.max(index, 0)).reverse()];
      const next = near.find((file) => isText(file) && !ids.includes(file.id));
      const text = next && this.#texts.get(next.id);
      if (next && text) this.#enter(next.id, text, state);
      else this.session.putIn({ state: stateWith(state, "", NEW_FILE) });
    }
    this.#forget(ids);
    if (rest.length < 2) this.#dissolve();
    const [one] = closed;
    const message = closed.length === 1 && one ? words.closed(one.name) : words.closedAll(closed.length);
    this.session.store.say(message, { undo: true, undoBy: () => this.#bringBack(before) });
  }

  closeAll(): void {
    this.close(this.state.list.map(({ id }) => id));
  }

  /** Brings back the files of the last visit. */
  async restore(): Promise<void> {
    if (this.state.list.length > 0) return;
    const kept = await this.#keeping.load();
    if (!kept || kept.files.length < 2 || this.state.list.length > 0) return;
    for (const { id, file } of kept.files) this.#add(file, file.text, id);
    const active = kept.files.find(({ id }) => id === kept.active);
    if (active && (this.session.state.length > 0 || active.file.text === "")) {
      active.file.isNowInEditor();
      this.set({ active: active.id });
    } else if (this.session.state.length > 0) {
      this.#adoptEditor();
    } else {
      this.open(active?.id ?? kept.files[0]?.id ?? 0);
    }
    this.#describeActive();
    await this.work.check();
  }

  /** Keeps the list up to date with the editor. */
  follow(): void {
    const now = this.session.state;
    const before = this.#followed;
    this.#followed = now;
    const isNew = before?.checked !== now.checked || before?.file !== now.file;
    if (before && before.choices !== now.choices) this.#countAnew();
    if (isNew || before?.stopped !== now.stopped || before?.length !== now.length) this.#describeActive(isNew);
    this.work.announce();
  }

  /** After other problems are ignored than before: the counts of what is not in the editor leave them out. */
  #countAnew(): void {
    const { list, active } = this.state;
    const isCounted = ({ id, standing }: OpenFile) => standing === "checked" && id !== active;
    if (!list.some(isCounted)) return;
    this.set({ list: list.map((file) => (isCounted(file) ? { ...file, standing: "waiting" } : file)) });
    this.work.checkRest();
  }

  /** Says in the list what is known of the file in the editor; with `compare`, whether it is as it came. */
  #describeActive(compare = true): void {
    const { state } = this.session;
    const file = this.state.list.find(({ id }) => id === this.state.active);
    const text = file && this.#texts.get(file.id);
    if (!file || !text) return;
    text.facts = state.file;
    const change: Change = { ...shownOf(text, this.view.state), standing: standingInEditor(state, file) };
    if (change.standing === "checked" && state.checked) {
      change.counts = countsOf(state.checked.report);
      text.xtension = xtensionOf(state.checked.found, state.file);
    }
    if (compare) change.isChanged = text.isChanged(this.textOf(file.id));
    if (differs(file, change)) this.update(file.id, change);
    this.#keeping.keepSoon(file.id);
  }

  /** Makes the text in the editor one of several files. */
  #adoptEditor(): void {
    const { state } = this.view;
    if (this.state.list.length > 0 || state.doc.length === 0) return;
    const text = state.doc.toString();
    const facts = fileOf(state);
    const original = originalOf(state).text.toString();
    const record = { folder: "", name: nameOnDisk(facts), facts, came: facts, text, original, originalLineEnd: facts.lineEnd, asItCame: undefined };
    const file = new FileText(record);
    const { id } = this.#add(file, text);
    file.isNowInEditor();
    this.set({ active: id });
    this.#describeActive();
  }

  /** Takes the file that is in the editor out of it; what is left is the editor as it is without problems. */
  #leave() {
    const { state } = this.view.state.update(showProblems(this.view.state, [], () => document.createElement("div")));
    const { active } = this.state;
    const file = this.#texts.get(active);
    if (!file) return state;
    const text = this.textOf(active);
    const isCurrent = this.session.checks.isCurrent();
    file.leave({ state, scroll: this.view.scrollSnapshot(), current: this.session.state.current });
    const entry = this.state.list.find(({ id }) => id === active);
    const standing = text === "" ? "empty" : entry?.standing === "crashed" || isCurrent ? entry?.standing : "waiting";
    this.update(active, { standing: standing ?? "waiting", isChanged: file.isChanged(text) });
    this.set({ active: 0 });
    this.#keeping.keep(active);
    return state;
  }

  #enter(id: number, file: FileText, state: EditorState): void {
    this.session.putIn(file.enter(state));
    this.set({ active: id });
    this.#keeping.keepActive();
    const entry = this.state.list.find((other) => other.id === id);
    if (entry?.standing === "crashed") this.update(id, { standing: "waiting" });
  }

  #add(file: FileText, text: string, id = this.#lastId + 1): OpenFile {
    this.#lastId = Math.max(this.#lastId, id);
    this.#texts.set(id, file);
    const standing = text === "" ? "empty" : "waiting";
    const entry = { id, folder: file.folder, ...shownOf(file), standing, counts: undefined, isChanged: file.isChanged(text) } as const;
    this.set({ list: [...this.state.list, entry] });
    return entry;
  }

  /** Lists a file that cannot be shown. */
  #list(path: string, standing: FileStanding): OpenFile {
    this.#lastId += 1;
    const start = path.lastIndexOf("/") + 1;
    const entry = { id: this.#lastId, folder: path.slice(0, start), name: path.slice(start), standing, counts: undefined, isChanged: false };
    this.set({ list: [...this.state.list, entry] });
    return entry;
  }

  #freePath(path: string, except = 0): string {
    const others = this.state.list.filter(({ id }) => id !== except);
    return freePath(path, new Set(others.map(({ folder, name }) => `${folder}${name}`.toLowerCase())));
  }

  #forget(ids: readonly number[]): void {
    for (const id of ids) {
      this.#texts.delete(id);
      this.#keeping.forget(id);
    }
    this.set({ list: this.state.list.filter(({ id }) => !ids.includes(id)) });
  }

  /** One file is no list. */
  #dissolve(): void {
    this.work.cancel();
    this.#texts.clear();
    this.#keeping.forgetAll();
    this.session.store.set({ files: NO_FILES });
    if (viewIsOfFiles(this.session.state)) this.session.views.show("problems", true);
  }

  /** Opens again what was closed; what is in the editor stays there, if there is something. */
  #bringBack(before: FilesState & { texts: ReadonlyMap<number, FileText> }): void {
    const { texts, list, active, others, tooMany, source } = before;
    if (this.state.list.length === 0 && this.view.state.doc.length > 0 && !list.some(({ id }) => texts.get(id)?.isInEditor)) this.#adoptEditor();
    const now = new Map(this.state.list.map((file) => [file.id, file]));
    for (const [id, text] of texts) this.#texts.set(id, text);
    const back = list.map((file) => now.get(file.id) ?? file);
    const since = this.state.list.filter(({ id }) => !list.some((file) => file.id === id));
    const inEditor = this.state.active || (list.find(({ id }) => texts.get(id)?.isInEditor)?.id ?? 0);
    this.set({ list: [...back, ...since], others, tooMany, source, active: inEditor });
    this.open(active);
    this.session.views.show("files", true);
    this.session.store.silence();
    void this.#keeping.keepAll();
    this.work.checkRest();
  }
}

/** What the list shows of a file besides what was found in it; `state` is that of the editor where the file is there. */
function shownOf(file: FileText, state?: EditorState): Pick<OpenFile, "name" | "notes" | "canRestore"> {
  return { name: file.name, notes: file.madeOf(state)?.remarks.length, canRestore: file.cameAs !== undefined };
}

function viewIsOfFiles({ view }: State): boolean {
  return view === "files";
}

function standingInEditor(state: State, before: OpenFile): FileStanding {
  if (state.length === 0) return "empty";
  if (state.stopped) return "crashed";
  const { checked, whole } = state;
  const isComplete = checked && (!isPartial(checked.report) || whole === "failed");
  // The counts of a moment ago are better than none.
  return isComplete ? "checked" : before.counts ? before.standing : "checking";
}

function differs(file: OpenFile, change: Change): boolean {
  const { counts, ...rest } = change;
  const others = Object.entries(rest).some(([key, value]) => file[key as keyof typeof rest] !== value);
  return others || (counts !== undefined && JSON.stringify(counts) !== JSON.stringify(file.counts));
}
