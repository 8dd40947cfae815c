import { EditorView } from "@codemirror/view";
import { fileOf } from "../document/file";
import { titlesOfFixes } from "../editor/fixed";
import { placeOf } from "../editor/marks";
import type { Answer } from "../checker/client";
import { texts } from "../text/first";
import type { Diagnostic, Fix } from "../wire";
import type { Checks } from "./checks";
import { type Fixed, fixSteps } from "./fix-steps";
import { otherKind } from "./other-kind";
import type { Origin } from "./places";
import { type Checked, isPartial, sameProblem } from "./state";
import type { Store } from "./store";

/** Why nothing is offered for a problem without fixes. */
export function whyNoFix(problem: Diagnostic, checked: Checked | undefined): string {
  const { problems } = texts;
  if (checked?.typed.includes(problem)) return problems.fixLater;
  return checked && isPartial(checked.report) ? problems.fixComes : problems.noFix;
}

/** Makes the fixes that a person chooses. */
export class Fixes {
  readonly #view: EditorView;
  readonly #store: Store;
  readonly #checks: Checks;

  constructor(view: EditorView, store: Store, checks: Checks) {
    this.#view = view;
    this.#store = store;
    this.#checks = checks;
  }

  /** The titles of the fixes made in this file, without those that were undone. */
  made(): readonly string[] {
    return titlesOfFixes(this.#view.state);
  }

  /** Applies the best fix of the current problem. */
  async applyFirst(): Promise<void> {
    const { current, checked } = this.#store.state;
    if (!current) return;
    const [fix] = current.fixes;
    if (fix) await this.apply(current, fix, this.#view.hasFocus ? "editor" : "panel");
    else this.#store.mention(whyNoFix(current, checked));
  }

  /** Applies `fix` of `problem`, to the text that was checked or to what has become of it. */
  async apply(problem: Diagnostic, fix: Fix, origin: Origin): Promise<void> {
    const place = placeOf(this.#view.state, problem);
    const file = fileOf(this.#view.state);
    if (!this.#checks.isCurrent()) await this.#checks.now();
    // Another file may be in the editor by now, and have the same problem.
    const isHere = this.#checks.isCurrent() && fileOf(this.#view.state) === file;
    const found = isHere ? this.#find(problem, fix, place) : undefined;
    if (!found) {
      this.#store.say(texts.said.gone);
      return;
    }
    this.#make({ edits: found.fix.edits, fixes: [found.fix.title], blank: found.fix.blank });
    this.#store.say(texts.said.fixed(found.fix.title), { undo: true });
    await this.#checks.now();
    this.#goOn(found.index, found.fix.blank ? "editor" : origin);
  }

  /** Shows all fixes that keep the meaning, and makes them when a person agrees. */
  async reviewAllSafe(): Promise<void> {
    let script: typeof import("../fix-all/dialog");
    try {
      script = await import("../fix-all/dialog");
    } catch {
      // What keeps the meaning and can be undone needs no look at it before.
      const fixed = await this.#checks.allSafeFixes();
      if (fixed) await this.#applyAll(fixed);
      return;
    }
    const text = this.#view.state.doc;
    script.openFixAll({
      text,
      find: (without) => this.#checks.allSafeFixes(without),
      giveUp: () => this.#checks.giveUpSafeFixes(),
      apply: (fixed) => {
        if (text.eq(this.#view.state.doc)) void this.#applyAll(fixed);
        else this.#store.say(texts.said.gone);
      },
    });
  }

  /** Makes all of `fixed`, as one step that can be undone. */
  async #applyAll(fixed: Answer<"fixedAll">): Promise<void> {
    if (fixed.edits.length === 0) {
      this.#store.say(texts.said.nothingToFix);
      return;
    }
    this.#make(fixed);
    const counts = new Map<string, number>();
    for (const title of fixed.fixes) counts.set(title, (counts.get(title) ?? 0) + 1);
    const details = [...counts].map(([title, count]) => texts.said.times(title, count));
    this.#store.say(texts.said.fixedAll(fixed.fixes.length), { details, undo: true });
    await this.#checks.now();
    this.#goOn(0, "panel");
  }

  /** `fix` as the newest report has it: a tooltip may still show what an older one said. */
  #find(problem: Diagnostic, { title }: Fix, place: number): { index: number; fix: Fix } | undefined {
    const report = this.#store.state.checked?.report;
    if (!report) return undefined;
    const same = report.diagnostics.includes(problem) ? problem : sameProblem(report, problem, place);
    const fix = same?.fixes.find((other) => other.title === title);
    return same && fix && { index: report.diagnostics.indexOf(same), fix };
  }

  #make(fixed: Fixed): void {
    for (const step of fixSteps(this.#view.state, fixed)) this.#view.dispatch(step);
    this.#view.dispatch({ effects: EditorView.scrollIntoView(this.#view.state.selection.main, { y: "nearest", yMargin: 60 }) });
  }

  /** On to the problem that has taken the place of the one that is gone. */
  #goOn(index: number, origin: Origin): void {
    const { checked } = this.#store.state;
    const diagnostics = checked?.report.diagnostics ?? [];
    const current = diagnostics[Math.min(index, diagnostics.length - 1)];
    if (origin === "editor") {
      this.#store.set({ current });
      this.#view.focus();
    } else {
      // A text that turns out to be no Xtension has a message in place of the list.
      const inList = current !== undefined && !(checked && otherKind(checked.found));
      this.#store.set({ current, focus: { on: inList ? "problem" : "panel" } });
    }
  }
}
