import { EditorSelection, type Text } from "@codemirror/state";
import { EditorView } from "@codemirror/view";
import { placedProblems, problemAt } from "../editor/marks";
import type { Diagnostic, Report } from "../wire";
import { sameProblem, shownProblems } from "./state";
import { moved } from "./moved";
import type { Store } from "./store";

/** Where a person was when they asked for something: there the keyboard stays. */
export type Origin = "panel" | "editor";

/** The ways between a problem in the panel and its place in the text. */
export class Places {
  readonly #view: EditorView;
  readonly #store: Store;

  constructor(view: EditorView, store: Store) {
    this.#view = view;
    this.#store = store;
  }

  /** Makes `problem` the current one and shows its place; with `origin` "editor" the keyboard goes there. */
  show(problem: Diagnostic, origin: Origin): void {
    const placed = placedProblems(this.#view.state).find((other) => other.problem === problem);
    if (placed) this.showRange(placed.from, placed.to, origin);
    this.#store.set({ current: problem, fresh: false, focus: origin === "panel" ? { on: "problem" } : undefined });
  }

  showRange(from: number, to: number, origin: Origin): void {
    const { length } = this.#view.state.doc;
    const range = EditorSelection.range(Math.min(from, length), Math.min(to, length));
    this.#view.dispatch({ selection: range, effects: EditorView.scrollIntoView(range, { y: "center" }) });
    if (origin === "editor") this.#view.focus();
  }

  /** Shows a place of `text`, which may be from before the last changes. */
  showPlaceOf(text: Text, from: number, to: number, origin: Origin): void {
    const { doc } = this.#view.state;
    this.showRange(moved(from, text, doc), moved(to, text, doc), origin);
  }

  /** Where the cursor is in `text`; nothing where the text in the editor is another one by now. */
  cursorIn(text: Text): number | undefined {
    const { doc, selection } = this.#view.state;
    return doc === text || doc.eq(text) ? selection.main.head : undefined;
  }

  bringSelectionIntoSight(): void {
    const { main } = this.#view.state.selection;
    this.#view.dispatch({ effects: EditorView.scrollIntoView(main, { y: "nearest", yMargin: 60 }) });
  }

  /** Goes from the cursor to the next problem in the text, or back to the one before. */
  step(direction: 1 | -1): void {
    const { checked, current, fresh, filter } = this.#store.state;
    this.#store.set({ fresh: false });
    if (!checked) return;
    const shown = new Set(shownProblems(checked.report, filter));
    const placed = placedProblems(this.#view.state).filter(({ problem }) => shown.has(problem));
    if (placed.length === 0) return;
    const { from, to } = this.#view.state.selection.main;
    const open = placed.find(({ problem }) => problem === current);
    if (fresh && direction > 0 && open) {
      this.show(open.problem, "editor");
      return;
    }
    const here = placed.findIndex((other) => other.problem === current && other.from === from && other.to === to);
    const after = placed.findIndex((other) => other.from > from);
    const nearest = direction > 0 ? Math.max(after, 0) : (after < 0 ? placed.length : after) - 1;
    const next = placed.at((here < 0 ? nearest : here + direction) % placed.length);
    if (next) this.show(next.problem, "editor");
  }

  /** Makes the problem around the cursor the current one. */
  followCursor(): void {
    const { state } = this.#view;
    const current = problemAt(state, state.selection.main.head);
    this.#store.set(current ? { current, fresh: false } : { fresh: false });
  }

  /** Makes the problem current that a step through the history has brought back: `before` does not have it. */
  followHistory(before: Report | undefined): void {
    const now = this.#store.state.checked?.report;
    const back = before && now?.diagnostics.find((problem) => !sameProblem(before, problem, problem.from));
    if (back) this.#store.set({ current: back });
    else this.followCursor();
  }

  focusFixes(): void {
    if (this.#store.state.current) this.#store.set({ focus: { on: "fix" } });
  }

  /** For when what has the keyboard is about to go away. */
  focusPanel(): void {
    this.#store.set({ focus: { on: "panel" } });
  }

  focusEditor(): void {
    this.#view.focus();
  }
}
