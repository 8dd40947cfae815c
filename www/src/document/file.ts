import { invertedEffects } from "../editor/commands";
import { UNSEEN } from "../seen";
import { type EditorState, type Extension, StateEffect, StateField } from "@codemirror/state";
import { type FileFacts, NEW_FILE } from "./facts";

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

/** The file that the text of `state` is of. */
export function fileOf(state: EditorState): FileFacts {
  return state.field(field);
}

/** The name of a file on disk as the page shows it: without the endings of text files, as in `api.json.txt`. */
export function nameFromDisk(fileName: string): string {
  return fileName.replace(/(\.(json|ya?ml|txt))+$/i, "") || NEW_FILE.name;
}

/** What every file system takes of `name`; nothing where that is nothing. */
export function allowedName(name: string): string {
  return name.replace(UNSEEN, "").replace(/[\t\n<>:"/\\|?*]/g, "").replace(/^[. ]+|[. ]+$/g, "");
}

/** The name under which the file is downloaded. */
export function nameOnDisk({ name }: FileFacts): string {
  return `${allowedName(name) || NEW_FILE.name}.json`;
}
