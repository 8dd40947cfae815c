import { type ChangeDesc, type EditorState, type Extension, StateEffect, StateField, type Transaction } from "@codemirror/state";
import { bringsFile } from "../document/file";
import { originalOf } from "../document/original";
import type { Edit, Range } from "../wire";
import { invertedEffects } from "./commands";

/** The event of a change that puts back what stood in a place. */
export const REVERT_EVENT = "revert";

/** Fixes that were made together. */
interface Made {
  readonly titles: readonly string[];
  /** What of the text they made, as it stands now. */
  readonly places: readonly Range[];
}

const set = StateEffect.define<readonly Made[]>();

const field = StateField.define<readonly Made[]>({
  create: () => [],
  update(made, transaction) {
    const { effects, docChanged, newDoc, state } = transaction;
    const changed = effects.findLast((effect) => effect.is(set));
    if (changed) return changed.value;
    if (bringsFile(transaction)) return [];
    if (!docChanged || made.length === 0) return made;
    return newDoc.eq(originalOf(state).text) ? [] : leftOf(made, transaction);
  },
});

/** What is left of `made` after `transaction`: what it puts back, which are whole lines, is gone. */
function leftOf(made: readonly Made[], transaction: Transaction): readonly Made[] {
  const { changes, startState } = transaction;
  if (!transaction.isUserEvent(REVERT_EVENT)) return moved(made, changes);
  const isPutBack = ({ from, to }: Range) => {
    let isInside = false;
    changes.iterChangedRanges((start, end) => {
      // A fix that takes a line out may take the line end before it or the one behind it.
      isInside ||= startState.doc.lineAt(start).from - 1 <= from && to <= startState.doc.lineAt(end).to;
    });
    return isInside;
  };
  const left = made.map((fix) => ({ ...fix, places: fix.places.filter((place) => !isPutBack(place)) }));
  return moved(left, changes).filter(({ places }) => places.length > 0);
}

function moved(made: readonly Made[], changes: ChangeDesc): Made[] {
  const move = ({ from, to }: Range): Range => ({ from: changes.mapPos(from, -1), to: changes.mapPos(to, 1) });
  return made.map((fix) => ({ ...fix, places: fix.places.map(move) }));
}

/** Keeps what fixes have made in a file: undoing or putting back takes it away, and another file begins anew. */
export const fixesMade: Extension = [
  field,
  invertedEffects.of(({ startState, state }) =>
    state.field(field) === startState.field(field) ? [] : [set.of(startState.field(field))],
  ),
];

/** The titles of the fixes made in the file, in their order. */
export function titlesOfFixes(state: EditorState): readonly string[] {
  return state.field(field).flatMap(({ titles }) => titles);
}

/** The effect that says which fixes a change makes by `edits`. */
export function fixesAdded(state: EditorState, titles: readonly string[], edits: readonly Edit[]): StateEffect<readonly Made[]> {
  const changes = state.changes(edits);
  const places: Range[] = [];
  changes.iterChangedRanges((_from, _to, from, to) => places.push({ from, to }));
  return set.of([...moved(state.field(field), changes), { titles, places }]);
}
