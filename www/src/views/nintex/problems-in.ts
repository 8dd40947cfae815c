import { SEVERITIES } from "../../session/state";
import type { Action, Diagnostic, Severity, Span } from "../../wire";
import { fieldsOf } from "./find";

/** Finds the problems that stand in a part of the text. */
export class ProblemsIn {
  readonly #byPlace: readonly Diagnostic[];
  readonly #ofActions = new WeakMap<Action, readonly Diagnostic[]>();

  constructor(problems: readonly Diagnostic[]) {
    this.#byPlace = [...problems].sort((a, b) => a.from - b.from);
  }

  /** Those that begin inside, in the order of the text. */
  of({ start, end }: Span): Diagnostic[] {
    const inside: Diagnostic[] = [];
    for (let at = this.#firstFrom(start); at < this.#byPlace.length; at += 1) {
      const problem = this.#byPlace[at];
      if (!problem || problem.from >= end) break;
      inside.push(problem);
    }
    return inside;
  }

  /** Those of an action: in itself, and in the definitions of its fields. */
  ofAction(action: Action): readonly Diagnostic[] {
    const known = this.#ofActions.get(action) ?? this.#lookThrough(action);
    this.#ofActions.set(action, known);
    return known;
  }

  #lookThrough(action: Action): readonly Diagnostic[] {
    if (this.#byPlace.length === 0) return [];
    const all = new Set(this.of(action.span));
    const isOutside = ({ start, end }: Span) => start < action.span.start || end > action.span.end;
    for (const { span, target } of fieldsOf(action)) {
      for (const place of target ? [span, target] : [span]) {
        if (isOutside(place)) for (const problem of this.of(place)) all.add(problem);
      }
    }
    return [...all];
  }

  #firstFrom(offset: number): number {
    let low = 0;
    let high = this.#byPlace.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#byPlace[middle]?.from ?? 0) < offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** The worst of some problems. */
export function worstOf(problems: readonly Diagnostic[]): Severity | undefined {
  return SEVERITIES.find((severity) => problems.some((problem) => problem.severity === severity));
}
