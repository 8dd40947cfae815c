import { FIRST_STATE, type Notice, type State } from "./state";

const MENTION_FOR = 6000;

/** The one place where what the panels show is kept and changed. */
export class Store {
  #state: State = FIRST_STATE;
  readonly #onChange: () => void;

  constructor(onChange: () => void) {
    this.#onChange = onChange;
  }

  get state(): State {
    return this.#state;
  }

  set(change: Partial<State>): void {
    this.#state = { ...this.#state, ...change };
    this.#onChange();
  }

  /** Says something until something else is done. */
  say(message: string, { details = [], undo = false, passes = false, undoBy }: Partial<Omit<Notice, "message">> = {}): void {
    this.set({ notice: { message, details, undo, passes, undoBy } });
  }

  /** Says what needs no answer, and falls silent again. */
  mention(message: string): void {
    this.say(message, { passes: true });
    const { notice } = this.#state;
    setTimeout(() => this.#state.notice === notice && this.silence(), MENTION_FOR);
  }

  silence(): void {
    if (this.#state.notice) this.set({ notice: undefined });
  }
}
