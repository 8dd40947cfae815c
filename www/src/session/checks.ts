import type { Text } from "@codemirror/state";
import { EditorView } from "@codemirror/view";
import { type Answer, type AnswerTo, type Checker, type Life, NotLoaded, type Question, Stopped } from "../checker/client";
import { placeOf, showProblems } from "../editor/marks";
import { editsBetween } from "../editor/steps";
import { texts } from "../text/first";
import type { Actions, Diagnostic, Explanation, Report, WantedReport } from "../wire";
import { choicesFor, withoutIgnored, xtensionOf } from "./ignored";
import { openApi2InYaml } from "./other-kind";
import { isPartial, sameProblem, type Unread } from "./state";
import type { Store } from "./store";
import { Typed } from "./typed";

/** A check that takes no longer, in milliseconds, does not wait for a pause. */
const QUICK = 60;
const LONGEST_PAUSE = 1000;
const SLOW_AFTER = 400;

/** Keeps the report up to date with the text. */
export class Checks {
  readonly #view: EditorView;
  readonly #store: Store;
  readonly #describe: (problem: Diagnostic) => Node;
  readonly #checker: Checker;
  readonly #typed = new Typed((json) => this.checkOther("typed", json));
  #pause = 0;
  #nextTimer = 0;
  #slowTimer = 0;

  /** `describe` renders a problem for the editor's tooltips. */
  constructor(view: EditorView, store: Store, checker: Checker, describe: (problem: Diagnostic) => Node) {
    this.#view = view;
    this.#store = store;
    this.#describe = describe;
    this.#checker = checker;
  }

  /** Begins with `report`, where there is one on the text already. */
  begin(report: Report | undefined): void {
    this.#checker.workFor(
      (life, version) => this.#store.set({ life, version }),
      (whole) => this.#followWhole(whole),
      editsBetween,
    );
    if (report) this.#adopt(report, true);
    // What stands in YAML was not looked for before.
    if (!report || openApi2InYaml(report)) void this.now();
  }

  /** Whether the report is about the text as it is now. */
  isCurrent(): boolean {
    return this.#store.state.checked?.text.eq(this.#view.state.doc) ?? false;
  }

  /** Checks at once, or where that takes its time once a person stops typing: the longer, the longer it takes. */
  whenTypingPauses(): void {
    clearTimeout(this.#nextTimer);
    this.#nextTimer = setTimeout(() => void this.now(), this.#pause);
  }

  /** Checks the text as it is; with `reveal` the first problem of a new text comes into sight. */
  async now(reveal = true): Promise<void> {
    clearTimeout(this.#nextTimer);
    clearTimeout(this.#slowTimer);
    if (this.#store.state.cancelled) this.#store.set({ cancelled: false });
    const text = this.#view.state.doc;
    if (text.length === 0) {
      this.#view.dispatch(showProblems(this.#view.state, [], this.#describe));
      this.#store.set({ checked: undefined, current: undefined, stopped: false, slow: false });
      return;
    }
    this.#slowTimer = setTimeout(() => this.#store.set({ slow: true }), SLOW_AFTER);
    const began = performance.now();
    const wasReady = this.#store.state.life === "ready";
    try {
      const report = await this.#checker.check(text);
      if (!report || !text.eq(this.#view.state.doc)) return;
      const typed = this.#typed.find(text, report);
      const { checked } = this.#store.state;
      // As long as there are findings of the text before, they stay until there are new ones.
      if (!typed || !checked?.typed.length) this.#adopt(report, reveal, typed && checked?.unread);
      const found = await typed;
      if (!text.eq(this.#view.state.doc)) return;
      if (found) this.#adopt(report, false, found);
      const took = performance.now() - began;
      if (wasReady) this.#pause = took > QUICK ? Math.min(2 * took, LONGEST_PAUSE) : 0;
    } catch (error) {
      // Whatever came after this text is checked anew.
      if (!(error instanceof Stopped) || !text.eq(this.#view.state.doc)) return;
      clearTimeout(this.#slowTimer);
      this.#store.set({ stopped: true, slow: false, checked: undefined, current: undefined });
    }
  }

  /** The report on a text besides the one in the editor; nothing where that cannot be had. */
  async checkOther(purpose: "preview" | "typed", text: string): Promise<Report | undefined> {
    try {
      return await this.#checker.checkOther(purpose, text);
    } catch {
      return undefined;
    }
  }

  /** Gives up the check that takes so long; the next change of the text begins another. */
  cancel(): void {
    clearTimeout(this.#slowTimer);
    this.#checker.cancel("check");
    this.#store.set({ slow: false, cancelled: true });
  }

  /** Gets the whole checker, where only the first is there. Tried once; `tryAgain` tries again. */
  complete(): void {
    if (this.#store.state.whole === undefined) this.#checker.complete();
  }

  /**
   * What the worker knows of the text as it is now. Nothing where the text changes meanwhile, where another question for
   * the same purpose comes, and where the worker stops over it: that is said of what a person has asked for.
   */
  async ask<Kind extends Question>(purpose: string, kind: Kind, at = 0): Promise<AnswerTo<Kind> | undefined> {
    const text = this.#view.state.doc;
    try {
      const answer = await this.#checker.about(purpose, kind, text, at);
      return text === this.#view.state.doc ? answer : undefined;
    } catch (error) {
      if (error instanceof Stopped && (purpose === "format" || purpose === "definition")) this.#stoppedOver(purpose, error);
      return undefined;
    }
  }

  /**
   * What "fix all safe" would do to the text as it is now without the fixes of the rules named; nothing if given up or
   * where the text changes meanwhile.
   */
  async allSafeFixes(without: readonly string[] = []): Promise<Answer<"fixedAll"> | undefined> {
    const text = this.#view.state.doc;
    const left = without.map((rule) => ({ rule, pointer: "", message: "" }));
    try {
      const { checked, choices, file } = this.#store.state;
      const ignored = checked ? choicesFor(choices, xtensionOf(checked.found, file)) : [];
      const answer = await this.#checker.fixAll(text, [...ignored, ...left]);
      return text.eq(this.#view.state.doc) ? answer : undefined;
    } catch (error) {
      this.#stoppedOver("fixAll", error);
      return undefined;
    }
  }

  giveUpSafeFixes(): void {
    this.#checker.cancel("fixAll");
  }

  /** What `message` means for the text as it is now. */
  async explain(message: string): Promise<Explanation | undefined> {
    try {
      return await this.#checker.explain(message, this.#view.state.doc);
    } catch (error) {
      this.#stoppedOver("explain", error);
      return undefined;
    }
  }

  /** What the designer makes of `text`; nothing where a newer text came first. Fails where the checker stops on it. */
  actions(text: Text): Promise<Actions | undefined> {
    return this.#checker.actions(text);
  }

  /**
   * After the checker did not start or stopped on the text, the whole one did not come, or what reads YAML did not. Ends
   * when it is known what comes of it.
   */
  tryAgain(): Promise<void> {
    const { life, whole } = this.#store.state;
    this.#store.set({ stopped: false });
    if (life === "failed") this.#checker.restart();
    if (whole === "failed") this.#checker.complete();
    this.#typed.again();
    return this.now();
  }

  #followWhole(whole: Life): void {
    this.#store.set({ whole });
    const { checked } = this.#store.state;
    if (whole === "ready" && checked && isPartial(checked.report)) void this.now();
  }

  /** Says that the checker stopped over `work`, or never came for it, and goes on with what is known of the text. */
  #stoppedOver(work: keyof typeof texts.said.stopped, error: unknown): void {
    this.#store.say(error instanceof NotLoaded ? texts.said.notLoaded : texts.said.stopped[work]);
  }

  /** The report on `text`, with the line ends of its file, as people keep it. */
  async report(text: string, wanted: WantedReport): Promise<string | undefined> {
    try {
      return await this.#checker.report(text, wanted);
    } catch (error) {
      this.#stoppedOver("report", error);
      return undefined;
    }
  }

  /** After other problems are to be ignored than before. */
  considerChoices(): void {
    const { checked } = this.#store.state;
    if (checked && this.isCurrent()) this.#adopt(checked.found, true, checked.unread ?? checked.typed);
    else void this.now();
  }

  /** `inYaml` is what was found in a text in YAML, or why nobody has looked. */
  #adopt(found: Report, reveal: boolean, inYaml: readonly Diagnostic[] | Unread = []): void {
    clearTimeout(this.#slowTimer);
    const [typed, unread] = typeof inYaml === "string" ? [[], inYaml] : [inYaml, undefined];
    const { checked, choices, current, file, fresh } = this.#store.state;
    const { report, ignored } = withoutIgnored({ ...found, diagnostics: [...found.diagnostics, ...typed] }, choicesFor(choices, xtensionOf(found, file)));
    const begins = !checked || (isPartial(checked.report) && fresh && !current);
    const index = current && checked ? checked.report.diagnostics.indexOf(current) : 0;
    const fallback = report.diagnostics[Math.min(Math.max(index, 0), report.diagnostics.length - 1)];
    const same = current && sameProblem(report, current, placeOf(this.#view.state, current));
    this.#view.dispatch(showProblems(this.#view.state, report.diagnostics, this.#describe));
    const first = same ?? fallback;
    if (begins && reveal && first) this.#view.dispatch({ effects: EditorView.scrollIntoView(first.from, { y: "center" }) });
    this.#store.set({
      checked: { text: this.#view.state.doc, found, report, ignored, typed, unread },
      current: first,
      ...(begins ? { fresh: true } : {}),
      stopped: false,
      slow: false,
    });
  }
}
