import type { Extension } from "@codemirror/state";
import type { EditorView } from "@codemirror/view";
import { addComforts } from "../editor/editor";
import { part } from "../parts";
import { texts } from "../text/first";
import type { Session } from "./session";
import type { Store } from "./store";

type Loaded = typeof import("../later");

/** What the page loads after its first check. Without it the page works, with a plainer editor. */
export class Later {
  readonly #view: EditorView;
  readonly #store: Store;
  readonly #session: Session;
  #loading: Promise<Loaded> | undefined;
  #comforts: Extension | undefined;
  #prepared = false;

  constructor(view: EditorView, store: Store, session: Session) {
    this.#view = view;
    this.#store = store;
    this.#session = session;
  }

  /** Loads it ahead of need, once the page is drawn. Where it does not come, it is tried again when it is used. */
  prepare(): void {
    if (this.#prepared) return;
    this.#prepared = true;
    setTimeout(() => this.#load().catch(() => undefined));
  }

  /** Does `work` with it, as soon as it is there. */
  async use(work: (loaded: Loaded) => void): Promise<void> {
    let loaded: Loaded;
    try {
      loaded = await this.#load();
    } catch {
      this.#store.say(texts.said.notLoaded);
      return;
    }
    work(loaded);
  }

  /** Gives the editor what is loaded, if another file has come into it that was there before. */
  refresh(): void {
    if (this.#comforts) addComforts(this.#view, this.#comforts);
  }

  #load(): Promise<Loaded> {
    this.#loading ??= this.#start();
    return this.#loading;
  }

  async #start(): Promise<Loaded> {
    try {
      const loaded = await part(() => import("../later"));
      this.#comforts = loaded.comforts(this.#session);
      this.refresh();
      loaded.preparePrint(this.#store);
      // Who has just erased everything is not given the page to keep at once.
      if (!loaded.sayErased(this.#session)) void loaded.keepOffline(this.#session);
      return loaded;
    } catch (error) {
      this.#loading = undefined;
      throw error;
    }
  }
}
