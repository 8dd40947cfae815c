import { type Extension, type EditorState, StateEffect, StateField, type Text } from "@codemirror/state";
import { bringsFile } from "../document/file";
import type { Remark, Source } from "../wire";
import { invertedEffects } from "./commands";

/** What the text of a file was converted from. */
export interface MadeOf {
  readonly source: Source;
  readonly remarks: readonly Remark[];
  /** The original, whose lines the remarks name. */
  readonly original: Text;
  /** The text as it came of it, whose places the remarks name. */
  readonly text: Text;
}

/** Says of a change that it puts in what was converted. */
export const setMadeOf = StateEffect.define<MadeOf | undefined>();

const field = StateField.define<MadeOf | undefined>({
  create: () => undefined,
  update(madeOf, transaction) {
    const given = transaction.effects.findLast((effect) => effect.is(setMadeOf));
    if (given) return given.value;
    return bringsFile(transaction) ? undefined : madeOf;
  },
});

/** Keeps what a text was converted from in the editor's state, so that undoing the conversion takes it away. */
export const converted: Extension = [
  field,
  invertedEffects.of(({ startState, state }) => (startState.field(field) === state.field(field) ? [] : [setMadeOf.of(startState.field(field))])),
];

/** What the text of `state` was converted from. */
export function madeOf(state: EditorState): MadeOf | undefined {
  return state.field(field);
}
