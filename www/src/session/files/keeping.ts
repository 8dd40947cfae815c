import { newName, RecordSet } from "../../document/database";
import type { Slot } from "../../document/slot";
import { type FileRecord, FileText } from "./file-text";
import type { Files } from "./files";

const KEEP_AFTER = 1000;

interface Kept {
  readonly active: number;
  readonly files: readonly { readonly id: number; readonly file: FileText }[];
}

/** Keeps several files in this browser for the next visit, where it has room. */
export class FileKeeping {
  readonly #files: Files;
  readonly #slot: Slot;
  #set: string;
  #storage: RecordSet<FileRecord> | undefined;
  #timer = 0;
  #all: Promise<void> | undefined;

  constructor(files: Files) {
    this.#files = files;
    this.#slot = files.session.slot;
    this.#set = this.#slot.set()?.set ?? newName();
  }

  async load(): Promise<Kept | undefined> {
    const kept = this.#slot.set();
    if (!kept) return undefined;
    try {
      const records = await this.#open().all();
      const files = records.flatMap(([id, record]) => (isRecord(record) ? [{ id, file: new FileText(record) }] : []));
      return { active: kept.active, files };
    } catch {
      return undefined;
    }
  }

  /** Keeps all files, and none of an earlier list. */
  keepAll(): Promise<void> {
    this.#all = this.#keepAll();
    return this.#all;
  }

  /** Keeps what is not kept yet: what is not in the editor is, since it left it. */
  async keepRest(): Promise<void> {
    await this.#all;
    await this.#keep(this.#files.state.active);
  }

  /** Keeps the file in the editor, unless its text is kept in the slot: then that is the one that comes back. */
  keepSoon(id: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      const { keeping, state } = this.#files.session;
      if (!keeping.isKept || state.length === 0) this.keep(id);
    }, KEEP_AFTER);
  }

  keep(id: number): void {
    void this.#keep(id);
  }

  /** Keeps which file is in the editor. */
  keepActive(): void {
    if (this.#isKept()) this.#keepSet();
    else this.#failed();
  }

  forget(id: number): void {
    void this.#try(() => this.#open().remove(id));
  }

  forgetAll(): void {
    clearTimeout(this.#timer);
    if (!this.#isKept()) return;
    this.#slot.keepSet(undefined);
    void this.#try(() => this.#open().removeAll());
  }

  async #keepAll(): Promise<void> {
    const before = this.#isKept() ? this.#open() : undefined;
    this.#set = newName();
    this.#storage = undefined;
    this.#files.set({ kept: true });
    this.#keepSet();
    if (before) await this.#try(() => before.removeAll());
    for (const { id } of this.#files.state.list) await this.#keep(id);
  }

  async #keep(id: number): Promise<void> {
    const file = this.#files.fileText(id);
    if (!file) return;
    if (this.#isKept()) await this.#try(() => this.#open().put(id, file.record(this.#files.textOf(id), this.#files.stateOf(id))));
    else this.#failed();
  }

  /** Whether these files come back after a reload, and not those of another page of this browser. */
  #isKept(): boolean {
    return this.#slot.set()?.set === this.#set;
  }

  #keepSet(): void {
    if (!this.#slot.keepSet({ set: this.#set, active: this.#files.state.active })) this.#failed();
  }

  #open(): RecordSet<FileRecord> {
    this.#storage ??= new RecordSet(this.#set);
    return this.#storage;
  }

  async #try(change: () => Promise<void>): Promise<void> {
    try {
      await change();
    } catch {
      this.#failed();
    }
  }

  #failed(): void {
    if (this.#files.state.kept && this.#files.state.list.length > 0) this.#files.set({ kept: false });
  }
}

/** Whether this version of the page has kept it. */
function isRecord(value: unknown): value is FileRecord {
  if (typeof value !== "object" || value === null) return false;
  const { folder, name, facts, text, original } = value as Record<string, unknown>;
  return [folder, name, text, original].every((part) => typeof part === "string") && typeof facts === "object" && facts !== null;
}
