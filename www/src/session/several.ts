import type { EditorView } from "@codemirror/view";
import { part } from "../parts";
import { texts } from "../text/first";
import type { Files } from "./files/files";
import type { Session } from "./session";

/** The way to several files: what they need comes when there are any. */
export class Several {
  readonly #view: EditorView;
  readonly #session: Session;
  #files: Files | undefined;
  #restored = false;

  constructor(view: EditorView, session: Session) {
    this.#view = view;
    this.#session = session;
  }

  /** Does `work` with them. */
  async use(work: (files: Files) => Promise<void> | void): Promise<void> {
    try {
      const { Files } = await part(() => import("./files/files"));
      this.#files ??= new Files(this.#view, this.#session);
    } catch {
      this.#session.store.say(texts.said.notLoaded);
      return;
    }
    await work(this.#files);
  }

  /** Brings back those of the last visit, once the text in the editor was checked. */
  restore(): void {
    if (this.#restored) return;
    this.#restored = true;
    const { slot } = this.#session;
    void slot.isOurs.then(() => slot.set() && this.use((files) => files.restore()));
  }

  /** Keeps all of them as they are now for the next visit. */
  async keep(): Promise<void> {
    await this.#files?.keep();
  }

  /** After anything has changed that the panels show. */
  follow(): void {
    this.#files?.follow();
  }
}
