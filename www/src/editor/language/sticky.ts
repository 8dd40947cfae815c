import { syntaxTree } from "@codemirror/language";
import type { Extension } from "@codemirror/state";
import { EditorView, type PluginValue, ViewPlugin, type ViewUpdate } from "@codemirror/view";
import { seen } from "../../seen";
import { editorTexts } from "../../text/later";
import { jump } from "./definition";

/** How many of them there are at most, and how much of the editor they may take. */
const MOST = 4;
const LARGEST_SHARE = 0.25;
/** More characters of a line than are ever in sight. */
const LONGEST = 400;

interface StickyLine {
  readonly number: number;
  readonly from: number;
  readonly text: string;
}

/** What is drawn, in pixels of the editor. */
interface Measured {
  /** The lines that hold what is in sight and are out of sight themselves, the outermost first. */
  readonly lines: readonly StickyLine[];
  /** How much is to be seen of the line that they cover in part. */
  readonly rest: number;
  readonly top: number;
  readonly gutter: number;
  readonly height: number;
}

function linesAround(view: EditorView): Pick<Measured, "lines" | "rest"> {
  const lines: StickyLine[] = [];
  const top = view.scrollDOM.getBoundingClientRect().top - view.documentTop;
  if (top <= 0) return { lines, rest: 0 };
  const most = Math.min(MOST, Math.floor((view.scrollDOM.clientHeight * LARGEST_SHARE) / view.defaultLineHeight));
  for (let count = 0; count < most; count += 1) {
    // What is right below it, if it comes: a line whose object ends above that says nothing any more.
    const position = view.elementAtHeight(top + (count + 1) * view.defaultLineHeight).from;
    const next = openersOf(view.state, position)[count];
    if (!next) break;
    lines.push(next);
  }
  const bottom = top + lines.length * view.defaultLineHeight;
  // A long line has several rows.
  const covered = (bottom - view.lineBlockAtHeight(bottom).top) % view.defaultLineHeight;
  return { lines, rest: covered > 1 ? view.defaultLineHeight - covered : 0 };
}

/** The lines with the keys in whose values `position` is, the outermost first. */
function openersOf(state: EditorView["state"], position: number): StickyLine[] {
  const tree = syntaxTree(state);
  const own = state.doc.lineAt(position);
  const openers: StickyLine[] = [];
  if (tree.length < position) return openers;
  for (let node = tree.resolveInner(own.from, 1).parent; node; node = node.parent) {
    if (node.name !== "Property" || node.from >= own.from || node.to <= own.to) continue;
    const line = state.doc.lineAt(node.from);
    if (openers.at(-1)?.number === line.number) continue;
    openers.push({ number: line.number, from: node.from, text: line.text });
  }
  return openers.reverse();
}

class StickyLines implements PluginValue {
  readonly dom = document.createElement("div");
  shown: readonly StickyLine[] = [];
  readonly #view: EditorView;
  readonly #measure = {
    key: this,
    read: (view: EditorView): Measured => ({
      ...linesAround(view),
      top: view.scrollDOM.offsetTop,
      gutter: view.contentDOM.getBoundingClientRect().left - view.dom.getBoundingClientRect().left,
      height: view.defaultLineHeight,
    }),
    write: (measured: Measured) => this.#draw(measured),
  };
  readonly #onScroll = () => this.#view.requestMeasure(this.#measure);

  constructor(view: EditorView) {
    this.#view = view;
    this.dom.className = "sticky-lines";
    // The bar above the editor says the same to who does not see it.
    this.dom.setAttribute("aria-hidden", "true");
    this.dom.addEventListener("mousedown", (event) => event.preventDefault());
    this.dom.addEventListener("click", (event) => this.#go(event));
    view.dom.append(this.dom);
    view.scrollDOM.addEventListener("scroll", this.#onScroll, { passive: true });
    this.#onScroll();
  }

  update({ docChanged, geometryChanged, viewportChanged, startState, state }: ViewUpdate): void {
    if (docChanged || geometryChanged || viewportChanged || syntaxTree(startState) !== syntaxTree(state)) this.#onScroll();
  }

  destroy(): void {
    this.#view.scrollDOM.removeEventListener("scroll", this.#onScroll);
    this.dom.remove();
  }

  /** What is covered at the top of the editor, in pixels. */
  get height(): number {
    return this.shown.length * this.#view.defaultLineHeight;
  }

  #draw({ lines, rest, top, gutter, height }: Measured): void {
    const { style } = this.dom;
    style.setProperty("top", `${top}px`);
    style.setProperty("--gutter", `${gutter}px`);
    style.setProperty("--line", `${height}px`);
    style.setProperty("--rest", `${rest}px`);
    const isSame = (line: StickyLine, index: number) => line.from === this.shown[index]?.from && line.text === this.shown[index]?.text;
    if (lines.length === this.shown.length && lines.every(isSame)) return;
    this.shown = lines;
    this.dom.replaceChildren(...lines.map(drawn));
  }

  #go(event: MouseEvent): void {
    const clicked = event.target instanceof Element ? event.target.closest<HTMLElement>(".sticky-line") : null;
    const line = this.shown[Number(clicked?.dataset["index"])];
    if (line) jump(this.#view, { start: line.from, end: line.from });
  }
}

function drawn({ number, text }: StickyLine, index: number): HTMLElement {
  const shown = seen(text.slice(0, LONGEST));
  const line = document.createElement("div");
  line.className = "sticky-line";
  line.dataset["index"] = String(index);
  line.title = editorTexts.sticky.goThere(number);
  const place = document.createElement("span");
  place.className = "sticky-number";
  place.textContent = String(number);
  const key = /^(\s*)("(?:[^"\\]|\\.)*")(.*)$/.exec(shown);
  const code = document.createElement("span");
  code.className = "sticky-text";
  if (key) {
    const name = document.createElement("span");
    name.className = "tok-propertyName";
    name.textContent = key[2] ?? "";
    code.append(key[1] ?? "", name, key[3] ?? "");
  } else {
    code.append(shown);
  }
  line.append(place, code);
  return line;
}

/** The keys around what is in sight stay in sight. */
export const sticky: Extension = (() => {
  const plugin = ViewPlugin.define((view) => new StickyLines(view));
  return [plugin, EditorView.scrollMargins.of((view) => ({ top: view.plugin(plugin)?.height ?? 0 }))];
})();
