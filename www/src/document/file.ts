import { invertedEffects } from "../editor/commands";
import { UNSEEN } from "../seen";
import { type EditorState, type Extension, StateEffect, StateField, Transaction, type TransactionSpec } from "@codemirror/state";
import { type FileFacts, factsOfText, isInBrackets, NEW_FILE } from "./facts";

export { type FileFacts, NEW_FILE };

/** Says of a change that it brings another file, or gives this one another name. */
export const setFile = StateEffect.define<FileFacts>();

const field = StateField.define<FileFacts>({
  create: () => NEW_FILE,
  update: (file, transaction) => transaction.effects.findLast((effect) => effect.is(setFile))?.value ?? file,
});

/** Keeps the file in the editor's state, so that undoing the opening of a file brings back all of the one before. */
export function fileOfEditor(file: FileFacts): Extension {
  return [
    field.init(() => file),
    invertedEffects.of((transaction) => {
      const before = transaction.startState.field(field);
      return transaction.effects.some((effect) => effect.is(setFile)) ? [setFile.of(before)] : [];
    }),
  ];
}

const RENAME_EVENT = "rename";

/** The change that gives the file of `state` another name. */
export function renamed(state: EditorState, name: string): TransactionSpec {
  const file = { ...fileOf(state), name };
  return { effects: setFile.of(file), annotations: Transaction.addToHistory.of(false), userEvent: RENAME_EVENT };
}

/** Whether another file comes with `transaction`, and not the same under another name. */
export function bringsFile(transaction: Transaction): boolean {
  return transaction.effects.some((effect) => effect.is(setFile)) && !transaction.isUserEvent(RENAME_EVENT);
}

/** The file that the text of `state` is of. */
export function fileOf(state: EditorState): FileFacts {
  return state.field(field);
}

/** The name of a file on disk as the page shows it: without the endings of text files, as in `api.json.txt`. */
export function nameFromDisk(fileName: string): string {
  return fileName.replace(/(\.(json|ya?ml|txt))+$/i, "") || NEW_FILE.name;
}

/** What a file called `fileName` on disk is that holds `text`: YAML keeps its ending. */
export function factsFromDisk(fileName: string, text: string): FileFacts {
  const name = nameFromDisk(fileName);
  const [, ending] = /\.(json|ya?ml)(?:\.txt)*$/i.exec(fileName) ?? [];
  const facts = factsOfText(name, text);
  if (!ending) return facts;
  return { name, lineEnd: facts.lineEnd, ...(!isInBrackets(text) && !/^json$/i.test(ending) && { ending }) };
}

/** What becomes of a file whose text is converted: a name that says what it was made of says so no longer. */
export function factsConverted(file: FileFacts): FileFacts {
  const name = file.name.replace(/\.postman_collection$/i, "") || file.name;
  return { ...file, name, isConverted: true };
}

/** What every file system takes of `name`; nothing where that is nothing. */
export function allowedName(name: string): string {
  return name.replace(UNSEEN, "").replace(/[\t\n<>:"/\\|?*]/g, "").replace(/^[. ]+|[. ]+$/g, "");
}

/** The name under which the file is downloaded. */
export function nameOnDisk(file: FileFacts): string {
  return `${stemOf(file)}.${endingOf(file)}`;
}

/** The same without its ending. */
export function stemOf({ name }: FileFacts): string {
  return allowedName(name) || NEW_FILE.name;
}

/** How the name of the file ends when it is downloaded. */
export function endingOf({ ending, isConverted }: FileFacts): string {
  return isConverted ? "json" : (ending ?? "json");
}
