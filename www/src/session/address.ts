import type { ViewName } from "../views/registry";
import type { Store } from "./store";

/** What the reference shows: a rule, all rules, or the box for a message. */
const PLACE = /^#(rule\/[a-z0-9-]+|rules|explain)$/;

/**
 * The page's address and the browser's way back: behind the `#` stands what the reference shows. A link is a step to go
 * back from; a change of tabs is none.
 */
export class Address {
  readonly #store: Store;
  /** How many steps of this page the browser's history has behind it. */
  #step = 0;
  /** The views that steps were taken from. */
  readonly #left = new Map<number, ViewName>();
  #last = "rules";
  #arrived = false;

  constructor(store: Store) {
    this.#store = store;
    if (typeof history.state === "number") this.#step = history.state;
    else history.replaceState(0, "");
    addEventListener("popstate", () => this.#follow());
    if (placeIn(location.hash)) this.#arrive(placeIn(location.hash));
  }

  /** Goes to `place`, such as `rule/path-query`. */
  go(place: string): void {
    location.hash = place;
  }

  /** Goes back to where a person came from, or to all rules for those who came by a link from elsewhere. */
  back(): void {
    if (this.#step > 0) history.back();
    else this.go("rules");
  }

  /** The reference comes into sight: by its tab, it shows what it showed before. */
  enter(): void {
    if (this.#store.state.place) return;
    history.replaceState(history.state, "", `#${this.#last}`);
    this.#store.set({ place: this.#last });
  }

  /** Another view takes the place of the reference. */
  leave(): void {
    const { place } = this.#store.state;
    if (!place) return;
    this.#last = place;
    history.replaceState(history.state, "", location.pathname + location.search);
    this.#store.set({ place: "" });
  }

  /** Whether the keyboard is to follow to the place: once after each step. */
  takeArrival(): boolean {
    const arrived = this.#arrived;
    this.#arrived = false;
    return arrived;
  }

  #follow(): void {
    const { state } = this.#store;
    this.#left.set(this.#step, state.view);
    if (typeof history.state === "number") this.#step = history.state;
    else history.replaceState(++this.#step, "");
    const place = placeIn(location.hash);
    if (place) this.#arrive(place);
    else if (state.place) {
      const view = this.#left.get(this.#step) ?? "problems";
      this.#store.set({ place: "", view, focus: { on: view === "problems" ? "problem" : "panel" } });
    }
  }

  #arrive(place: string): void {
    this.#arrived = true;
    this.#store.set({ place, view: "reference", focus: undefined });
  }
}

function placeIn(hash: string): string {
  return PLACE.exec(hash)?.[1] ?? "";
}
