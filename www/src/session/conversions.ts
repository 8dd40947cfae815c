import type { Text } from "@codemirror/state";
import type { EditorView } from "@codemirror/view";
import { madeOf, type MadeOf, madeOfOriginal } from "../editor/converted";
import { download } from "../document/download";
import { factsConverted, fileOf, nameOnDisk } from "../document/file";
import { part } from "../parts";
import { texts } from "../text/first";
import type { Converted } from "../wire";
import type { Checks } from "./checks";
import type { Documents } from "./documents";
import type { Places } from "./places";
import type { Store } from "./store";

/** Makes Xtensions of texts of other formats. */
export class Conversions {
  readonly #view: EditorView;
  readonly #store: Store;
  readonly #checks: Checks;
  readonly #documents: Documents;
  readonly #places: Places;

  constructor(view: EditorView, store: Store, checks: Checks, documents: Documents, places: Places) {
    this.#view = view;
    this.#store = store;
    this.#checks = checks;
    this.#documents = documents;
    this.#places = places;
  }

  /** What the text in the editor was converted from. */
  get madeOf(): MadeOf | undefined {
    return madeOf(this.#view.state);
  }

  /** Shows what becomes of the text in the editor. */
  async preview(): Promise<void> {
    let script: typeof import("../conversion/dialog");
    try {
      script = await part(() => import("../conversion/dialog"));
    } catch {
      this.#store.say(texts.said.notLoaded);
      return;
    }
    const original = this.#view.state.doc;
    const name = nameOnDisk(factsConverted(fileOf(this.#view.state)));
    script.openConversion({
      original,
      check: (text) => this.#checks.checkOther("preview", text),
      use: (converted) => this.#use(original, converted),
      download: (text) => {
        download(name, text);
        this.#store.mention(texts.said.downloaded(name));
      },
      show: ({ from, to }) => this.#places.showPlaceOf(original, from, to, "editor"),
    });
  }

  #use(original: Text, { text, ...converted }: Converted): void {
    if (!original.eq(this.#view.state.doc)) {
      this.#store.say(texts.said.gone);
      return;
    }
    this.#documents.convert(text, madeOfOriginal(original, converted));
    this.#store.say(texts.said.converted(converted.remarks.length), { undo: true });
  }
}
