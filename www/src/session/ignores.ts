import { type Choice, isSameChoice, keepChoices, loadChoices, onOtherChoices } from "../document/ignored";
import { texts } from "../text/first";
import type { Diagnostic } from "../wire";
import type { Checks } from "./checks";
import { choiceOf, choicesFor, covers, xtensionOf } from "./ignored";
import type { Origin } from "./places";
import type { Store } from "./store";

/** What a person chooses not to be told, in this browser. */
export class Ignores {
  readonly #store: Store;
  readonly #checks: Checks;
  readonly #focusEditor: () => void;

  constructor(store: Store, checks: Checks, focusEditor: () => void) {
    this.#store = store;
    this.#checks = checks;
    this.#focusEditor = focusEditor;
    // What is chosen here next must not undo what was chosen there.
    onOtherChoices(() => this.#consider(loadChoices()));
  }

  /** Ignores `problem` in this Xtension, or all problems of its rule everywhere, and goes on to the next. */
  ignore(problem: Diagnostic, everywhere: boolean, origin: Origin): void {
    const { checked, choices, file } = this.#store.state;
    const of = checked && xtensionOf(checked.found, file);
    if (!checked || of === undefined) return;
    const index = checked.report.diagnostics.indexOf(problem);
    const choice = choiceOf(problem, of, everywhere);
    this.#set([...choices, choice]);
    const { ignored } = texts.problems;
    const undoBy = () => this.#set(this.#store.state.choices.filter((other) => !isSameChoice(other, choice)));
    this.#store.say(everywhere ? ignored.ruleIgnored(problem.rule) : ignored.isIgnored, { undo: true, undoBy });
    const left = this.#store.state.checked?.report.diagnostics ?? [];
    const current = left[Math.min(Math.max(index, 0), left.length - 1)];
    this.#store.set({ current, ...(origin === "panel" ? { focus: { on: current ? "problem" : "panel" } } : {}) });
    if (origin === "editor") this.#focusEditor();
  }

  /** Tells of `problem` again: with it goes every choice that ignored it. */
  takeBack(problem: Diagnostic): void {
    const ours = new Set(this.forThisText());
    this.#set(this.#store.state.choices.filter((choice) => !(ours.has(choice) && covers(choice, problem))));
    const current = this.#store.state.checked?.report.diagnostics.find((other) => other === problem);
    this.#store.set({ current: current ?? this.#store.state.current, focus: { on: "problem" } });
  }

  /** Tells of everything again that is ignored in this text. */
  takeBackAll(): void {
    const ignored = this.#store.state.checked?.ignored ?? [];
    const used = new Set(this.forThisText().filter((choice) => ignored.some((problem) => covers(choice, problem))));
    this.#set(this.#store.state.choices.filter((choice) => !used.has(choice)));
    this.#store.set({ focus: { on: "panel" } });
  }

  /** The choices that say something about the text as it was checked. */
  forThisText(): readonly Choice[] {
    const { checked, choices, file } = this.#store.state;
    return checked ? choicesFor(choices, xtensionOf(checked.found, file)) : choicesFor(choices, "");
  }

  #set(choices: readonly Choice[]): void {
    keepChoices(choices);
    this.#consider(choices);
  }

  #consider(choices: readonly Choice[]): void {
    this.#store.set({ choices });
    this.#checks.considerChoices();
  }
}
