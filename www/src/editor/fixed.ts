import { type EditorState, type Extension, StateEffect, StateField } from "@codemirror/state";
import { setFile } from "../document/file";
import { invertedEffects } from "./commands";

const set = StateEffect.define<readonly string[]>();

const field = StateField.define<readonly string[]>({
  create: () => [],
  update(titles, { effects }) {
    const changed = effects.findLast((effect) => effect.is(set));
    if (changed) return changed.value;
    return effects.some((effect) => effect.is(setFile)) ? [] : titles;
  },
});

/** Keeps the titles of the fixes made in a file: undoing one takes its title away, and another file begins anew. */
export const fixesMade: Extension = [
  field,
  invertedEffects.of(({ effects, startState }) =>
    effects.some((effect) => effect.is(set) || effect.is(setFile)) ? [set.of(startState.field(field))] : [],
  ),
];

export function titlesOfFixes(state: EditorState): readonly string[] {
  return state.field(field);
}

/** The effect that says which fixes a change makes. */
export function fixesAdded(state: EditorState, titles: readonly string[]): StateEffect<readonly string[]> {
  return set.of([...state.field(field), ...titles]);
}
