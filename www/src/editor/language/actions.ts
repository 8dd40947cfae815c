import { foldAll, unfoldAll } from "@codemirror/language";
import type { EditorView } from "@codemirror/view";
import type { Session } from "../../session/session";
import { goBack, goToDefinition } from "./definition";
import { layOut } from "./layout";

/** What can be done with the text that comes with what the page loads later. */
export type EditorAction = "format" | "definition" | "back" | "foldAll" | "unfoldAll";

/** What can be done with the text besides typing. */
export const actions: Record<EditorAction, (view: EditorView, session: Session) => unknown> = {
  format: layOut,
  definition: goToDefinition,
  back: goBack,
  foldAll,
  unfoldAll,
};
