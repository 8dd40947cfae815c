import { isolateHistory } from "../editor/commands";
import { EditorSelection, type Text } from "@codemirror/state";
import { EditorView } from "@codemirror/view";
import { decode, lineEndOf, withLineEnd } from "../document/bytes";
import { download } from "../document/download";
import { allowedName, endingOf, factsConverted, factsFromDisk, type FileFacts, fileOf, NEW_FILE, nameOnDisk, renamed } from "../document/file";
import type { Sample } from "../document/samples";
import type { Offered } from "../document/gather";
import { HUGE } from "../document/limits";
import { isArchive } from "../document/paths";
import { replaced } from "../editor/another";
import type { MadeOf } from "../editor/converted";
import { paste } from "../editor/paste";
import { texts } from "../text/first";
import type { Diagnostic, Edit } from "../wire";
import type { Later } from "./later";
import type { Several } from "./several";
import type { Large } from "./state";
import type { Store } from "./store";


/** How a text comes into the editor and goes out. */
export class Documents {
  readonly #view: EditorView;
  readonly #store: Store;
  readonly #later: Later;
  readonly #several: Several;

  constructor(view: EditorView, store: Store, later: Later, several: Several) {
    this.#view = view;
    this.#store = store;
    this.#later = later;
    this.#several = several;
  }

  /** Lets a person choose files, or a folder with all that is in it. */
  choose(folder = false): void {
    const input = document.createElement("input");
    input.type = "file";
    input.multiple = true;
    if (folder) input.webkitdirectory = true;
    else input.accept = ".json,.yaml,.yml,application/json,text/plain,.zip";
    input.onchange = () => this.take({ files: [...(input.files ?? [])], folders: [] });
    input.click();
  }

  /** Opens what a person has chosen or dropped: one file takes the place of the text, several stand beside it. */
  take(offered: Offered): void {
    const { files, folders } = offered;
    const [file] = files;
    const isOne = files.length === 1 && folders.length === 0 && file && !isArchive(file.name) && !file.webkitRelativePath;
    if (isOne && this.#store.state.files.list.length === 0) void this.open(file);
    else if (files.length + folders.length > 0) void this.#several.use((several) => several.take(offered));
  }

  async open(file: File, largeIsFine = false): Promise<void> {
    if (file.size > HUGE && !largeIsFine) {
      this.askAbout({ name: file.name, size: file.size, open: () => void this.open(file, true) });
      return;
    }
    let bytes: ArrayBuffer;
    try {
      bytes = await file.arrayBuffer();
    } catch {
      this.#store.say(texts.said.unreadable(file.name));
      return;
    }
    const decoded = decode(new Uint8Array(bytes));
    if ("unreadable" in decoded) {
      this.#store.say(decoded.unreadable === "utf-16" ? texts.said.utf16(file.name) : texts.said.notUtf8(file.name));
      return;
    }
    this.openText(file.name, decoded.text);
  }

  /** Opens the text of a file that is called `fileName` on disk. */
  openText(fileName: string, text: string): void {
    const { lineEnd, mixed } = lineEndOf(text);
    this.#replace(factsFromDisk(fileName, text), text);
    if (mixed) this.#store.say(texts.said.openedMixed(fileName, texts.status.lineEnd[lineEnd]));
    else this.#store.mention(texts.said.opened(fileName));
  }

  /** Asks whether something very large is to be opened. */
  askAbout(large: Large): void {
    this.#store.set({ large, focus: { on: "panel" } });
  }

  /** The answer to the question: yes. */
  openLarge({ open }: Large): void {
    this.#store.set({ large: undefined });
    open();
  }

  /** The answer to the question: no. */
  leaveLarge(): void {
    this.#store.set({ large: undefined });
    this.#view.focus();
  }

  /** Puts `text` where the cursor is, or in place of what is selected, as the clipboard has it. */
  paste(text: string): void {
    if (text.length > HUGE) this.askAbout({ name: "", size: text.length, open: () => paste(this.#view, text) });
    else paste(this.#view, text);
  }

  openSample({ name, title }: Sample): void {
    const before = this.#view.state.doc;
    void this.#later.use(({ SAMPLE_TEXTS }) => {
      // Whoever did something else meanwhile does not want it any more.
      if (this.#view.state.doc !== before) return;
      this.#replace({ name, lineEnd: "\n" }, SAMPLE_TEXTS[name]);
      this.#store.mention(texts.said.opened(title));
    });
  }

  /** Starts again: with an empty editor, or with another of several files. */
  clear(): void {
    if (this.#store.state.files.list.length > 0) {
      void this.#several.use((several) => several.add());
      return;
    }
    this.#replace(NEW_FILE, "");
    this.#store.say(texts.said.cleared, { undo: true });
  }

  /** The text in the editor. */
  get text(): Text {
    return this.#view.state.doc;
  }

  /** Makes `edits` of the text as one step that can be undone, shows where the first one is, and says `message`. */
  change(edits: readonly Edit[], message: string): void {
    const [first] = edits;
    if (!first) return;
    const at = first.from;
    // The history keeps the selection from before a change: so undoing this one shows what it brings back.
    this.#view.dispatch({ selection: EditorSelection.range(at, first.to) });
    this.#view.dispatch({
      changes: edits,
      selection: EditorSelection.cursor(at),
      effects: EditorView.scrollIntoView(at, { y: "nearest", yMargin: 60 }),
      annotations: isolateHistory.of("full"),
    });
    this.#store.say(message, { undo: true });
  }

  /** Puts a text that was made here in place of the one in the editor, or beside the other files where there are several. */
  begin(name: string, text: string, message: string): void {
    const file = { name: allowedName(name) || NEW_FILE.name, lineEnd: "\n" } as const;
    if (this.#store.state.files.list.length > 0) {
      void this.#several.use((several) => several.addMade({ name: nameOnDisk(file), text }, message));
      return;
    }
    this.#replace(file, text);
    this.#store.say(message, { undo: true });
  }

  rename(name: string): void {
    this.#view.dispatch(renamed(this.#view.state, name));
  }

  async copy(text = this.textOfFile()): Promise<void> {
    try {
      await navigator.clipboard.writeText(text);
      this.#store.mention(texts.said.copied);
    } catch {
      this.#store.say(texts.said.notCopied);
    }
  }

  download(): void {
    const file = fileOf(this.#view.state);
    const name = nameOnDisk(file);
    // Of another type some browsers would give it another ending.
    download(name, this.textOfFile(), endingOf(file) === "json" ? "application/json" : "application/yaml");
    this.#store.mention(texts.said.downloaded(name));
  }

  /** The text with the line ends of its file. */
  textOfFile(): string {
    const { state } = this.#view;
    return withLineEnd(state.doc.toString(), fileOf(state).lineEnd);
  }

  /** Puts in what was made of the text, as one step that can be undone. */
  convert(text: string, madeOf: MadeOf): void {
    // What was found in a text in YAML is found in what it becomes as well.
    const { current } = this.#store.state;
    this.#replace(factsConverted(fileOf(this.#view.state)), text, { madeOf, current });
  }

  /** Puts another text of the file in place of the one in the editor, as one step that can be undone; the keyboard stays where it is. */
  exchange(file: FileFacts, text: string, madeOf: MadeOf | undefined): void {
    this.#put(file, text, { madeOf });
  }

  #replace(file: FileFacts, text: string, options: PutOptions = {}): void {
    this.#put(file, text, options);
    this.#store.set({ focus: { on: "text" } });
  }

  #put(file: FileFacts, text: string, { madeOf, current }: PutOptions): void {
    this.#store.set({ checked: undefined, current });
    this.#view.dispatch(replaced(this.#view.state, text, file, madeOf));
  }
}

interface PutOptions {
  /** What the text was converted from, where it was. */
  readonly madeOf?: MadeOf | undefined;
  /** The problem that is to be shown in it. */
  readonly current?: Diagnostic | undefined;
}
