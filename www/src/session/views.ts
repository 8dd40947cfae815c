import { type View, type ViewName, VIEWS } from "../views/registry";
import type { State } from "./state";
import type { Store } from "./store";

/** Which view stands beside the editor. */
export class Views {
  readonly #store: Store;

  constructor(store: Store) {
    this.#store = store;
  }

  /** Shows the view called `name`; with `focus` the keyboard goes there. */
  show(name: ViewName, focus = false): void {
    this.#store.set({ view: name, ...(focus ? { focus: { on: "panel" } } : {}) });
  }
}

/** The view to show: what stands in the way of everything is told where the problems are. The rules need no checker. */
export function viewOf({ view, large, life, stopped }: State): View {
  // Where the checker stops on one of several files, the way to the others is open.
  const isBlocked = large || (stopped && view !== "files") || (life === "failed" && view !== "reference");
  const name: ViewName = isBlocked ? "problems" : view;
  return VIEWS.find((other) => other.name === name) ?? VIEWS[0];
}
