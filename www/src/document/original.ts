import { ChangeSet, type EditorState, type Extension, StateEffect, StateField, Text, type Transaction } from "@codemirror/state";
import { invertedEffects } from "../editor/commands";
import type { Edit } from "../wire";
import { setFile } from "./file";

/** The text as it was pasted or opened, and what has been done to it since. */
export interface Original {
  /** Empty where the text was written here. */
  readonly text: Text;
  readonly since: ChangeSet;
}

const setOriginal = StateEffect.define<Original>();

const unchanged = (text: Text): Original => ({ text, since: ChangeSet.empty(text.length) });

/** The original after `transaction`, where that changes it: a text that comes with a file of its own is one. */
function newOriginal({ effects, docChanged, newDoc }: Transaction): Original | undefined {
  const given = effects.findLast((effect) => effect.is(setOriginal));
  if (given) return given.value as Original;
  return docChanged && effects.some((effect) => effect.is(setFile)) ? unchanged(newDoc) : undefined;
}

const field = StateField.define<Original>({
  create: ({ doc }) => unchanged(doc),
  update(original, transaction) {
    const other = newOriginal(transaction);
    if (other || !transaction.docChanged) return other ?? original;
    if (transaction.newDoc.eq(original.text)) return unchanged(original.text);
    return { text: original.text, since: original.since.compose(transaction.changes) };
  },
});

/**
 * Keeps the original in the editor's state, so that undoing the opening of a file brings back that of the one before.
 * `text` is the original of an earlier visit; without it the editor's text is taken as one.
 */
export function originalOfEditor(text: string | undefined): Extension {
  return [
    field.init(({ doc }) => {
      if (text === undefined) return unchanged(doc);
      const original = Text.of(text.split("\n"));
      return { text: original, since: ChangeSet.of(changeTo(original, doc) ?? [], original.length) };
    }),
    invertedEffects.of((transaction) => (newOriginal(transaction) ? [setOriginal.of(transaction.startState.field(field))] : [])),
  ];
}

/** What the text of `state` was when it came, and what has changed since. */
export function originalOf(state: EditorState): Original {
  return state.field(field);
}

/** The one change that makes `after` of `before`. */
export function changeTo(before: Text, after: Text): Edit | undefined {
  if (before.eq(after)) return undefined;
  const a = before.toString();
  const b = after.toString();
  const shorter = Math.min(a.length, b.length);
  let ahead = 0;
  while (ahead < shorter && a.charCodeAt(ahead) === b.charCodeAt(ahead)) ahead += 1;
  let behind = 0;
  while (behind < shorter - ahead && a.charCodeAt(a.length - 1 - behind) === b.charCodeAt(b.length - 1 - behind)) behind += 1;
  return { from: ahead, to: a.length - behind, insert: b.slice(ahead, b.length - behind) };
}
