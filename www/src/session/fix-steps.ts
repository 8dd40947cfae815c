import { EditorSelection, type EditorState, type TransactionSpec } from "@codemirror/state";
import { showChanged } from "../editor/changed";
import { isolateHistory } from "../editor/commands";
import { fixesAdded } from "../editor/fixed";
import type { Edit, Fix } from "../wire";

/** The event of a change that a fix makes; whoever makes it checks the outcome. */
export const FIX_EVENT = "fix";

/** Fixes that are made together. */
export interface Fixed {
  /** In order, and none touches another. */
  readonly edits: readonly Edit[];
  /** The titles of the fixes, the same one as often as it is made. */
  readonly fixes: readonly string[];
  /** What a person has to fill in, in the text with the fixes. */
  readonly blank?: Fix["blank"];
}

/** The changes of the editor that make these fixes, as one step of its history. */
export function fixSteps(state: EditorState, { edits, fixes, blank }: Fixed): TransactionSpec[] {
  const [first] = edits;
  if (!first) return [];
  return [
    // The history keeps the selection from before a change: so undoing this one shows what it brings back.
    { selection: EditorSelection.range(first.from, first.to) },
    {
      changes: edits,
      selection: blank ? EditorSelection.range(blank.from, blank.to) : EditorSelection.cursor(first.from),
      effects: [showChanged(state, edits), fixesAdded(state, fixes, edits)],
      userEvent: FIX_EVENT,
      annotations: isolateHistory.of("full"),
    },
  ];
}
