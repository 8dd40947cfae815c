import type { Session } from "../../session/session";
import type { Checked } from "../../session/state";
import type { Action, Actions, Span, Summary } from "../../wire";
import { find, type Found, type Moment } from "./find";
import { ProblemsIn } from "./problems-in";

/** What the preview is drawn from: everything in it is about the same text. */
export interface Shown {
  readonly checked: Checked;
  readonly summary: Summary;
  /** Absent until they have been asked for. */
  readonly actions: Actions | undefined;
  readonly problems: ProblemsIn;
}

/** Answers that take longer than this are not asked for at each pause. */
const SLOW = 150;
const LONGEST_PAUSE = 2000;

/** What a person looks at in the preview. It outlives the view, so that whoever comes back finds it as it was. */
export class Preview {
  shown: Shown | undefined;
  /** The checker stopped on the question. */
  hasFailed = false;
  moment: Moment = "import";
  /** The position of the action that stands open. */
  open: number | undefined;
  /** The place of what is lit. */
  lit: Span | undefined;
  isFollowing = true;
  filter = "";
  onChange: () => void = () => undefined;

  readonly #session: Session;
  #asked: Checked | undefined;
  #followed: number | undefined;
  #isAway = false;
  #pause = 0;
  #timer = 0;

  constructor(session: Session) {
    this.#session = session;
  }

  /** Changes what is looked at. */
  set(change: Partial<Pick<Preview, "moment" | "open" | "lit" | "isFollowing" | "filter">>): void {
    Object.assign(this, change);
    if (change.isFollowing) this.#followed = undefined;
    this.onChange();
  }

  /** Takes in what a check has found, and asks for the actions of the same text. */
  look(checked: Checked | undefined): void {
    if (checked === this.#asked) {
      this.#isAway = false;
      return;
    }
    clearTimeout(this.#timer);
    this.#asked = checked;
    // What was last in sight may have been another file.
    if (!checked || this.#isAway) {
      this.shown = undefined;
      this.open = undefined;
      this.lit = undefined;
      this.#followed = undefined;
    }
    this.#isAway = false;
    const summary = checked?.report.summary;
    if (!checked || !summary) return;
    // Until the first answer there is the summary alone.
    this.shown ??= shownOf(checked, summary, undefined);
    this.#timer = setTimeout(() => void this.#ask(checked, summary), this.#pause);
  }

  /** Asks again after a failure. */
  tryAgain(): void {
    this.hasFailed = false;
    const summary = this.#asked?.report.summary;
    if (this.#asked && summary) void this.#ask(this.#asked, summary);
  }

  /** The view goes out of sight: nothing is asked any more. */
  leave(): void {
    clearTimeout(this.#timer);
    this.onChange = () => undefined;
    this.#isAway = true;
    if (this.shown?.checked !== this.#asked || !this.shown?.actions) this.#asked = undefined;
  }

  /** Turns to what the cursor is in, if it has moved. */
  follow(): void {
    if (!this.shown || !this.isFollowing) return;
    const { checked, summary, actions } = this.shown;
    const cursor = this.#session.places.cursorIn(checked.text);
    if (cursor === undefined || cursor === this.#followed) return;
    // Without the actions it is not known yet what it is in.
    if (actions) this.#followed = cursor;
    const found = find(summary, actions, this.open, cursor);
    if (found) this.#turnTo(found);
    else this.lit = undefined;
  }

  #turnTo({ moment, action, lit }: Found): void {
    this.moment = moment;
    this.lit = lit;
    if (action !== undefined) this.open = action;
  }

  async #ask(checked: Checked, summary: Summary): Promise<void> {
    const began = performance.now();
    try {
      const actions = await this.#session.checks.actions(checked.text);
      if (!actions || checked !== this.#asked) return;
      const took = performance.now() - began;
      this.#pause = took > SLOW ? Math.min(took, LONGEST_PAUSE) : 0;
      this.hasFailed = false;
      this.open = same(this.shown?.actions, actions, this.open);
      this.shown = shownOf(checked, summary, actions);
      // The places are those of another text now.
      this.#followed = undefined;
    } catch {
      if (checked !== this.#asked) return;
      this.hasFailed = true;
    }
    this.onChange();
  }
}

function shownOf(checked: Checked, summary: Summary, actions: Actions | undefined): Shown {
  return { checked, summary, actions, problems: new ProblemsIn(checked.report.diagnostics) };
}

/** Where the action that was at `position` is in a newer list; what is gone is closed. */
function same(before: Actions | undefined, after: Actions, position: number | undefined): number | undefined {
  const old = position === undefined ? undefined : before?.list[position];
  if (!old) return undefined;
  const isIt = (action: Action | undefined) => action?.method === old.method && action.path === old.path;
  if (isIt(after.list[position ?? 0])) return position;
  const index = after.list.findIndex(isIt);
  return index < 0 ? undefined : index;
}
