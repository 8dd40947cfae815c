import type { ChangeSet, Text } from "@codemirror/state";
import type { ViewUpdate } from "@codemirror/view";
import type { Source } from "../checker/engine";
import type { Edit } from "../wire";

interface Step {
  readonly changes: ChangeSet;
  readonly to: Text;
}

/** What has become of each text of the editor. Where a text is forgotten, so is its step. */
const steps = new WeakMap<Source, Step>();

/** Keeps in mind how the editor's text has changed. */
export function rememberStep({ docChanged, startState, changes, state }: ViewUpdate): void {
  if (docChanged) steps.set(startState.doc, { changes, to: state.doc });
}

/** The edits that make `after` of `before`, where the one became the other in the editor. */
export function editsBetween(before: Source, after: Source): readonly Edit[] | undefined {
  if (before === after) return [];
  let step = steps.get(before);
  if (!step) return undefined;
  while (step.to !== after) {
    const next = steps.get(step.to);
    if (!next) return undefined;
    step = { changes: step.changes.compose(next.changes), to: next.to };
  }
  // Whoever asks for the same again, later on, needs to look at what has happened since then only.
  steps.set(before, step);
  const edits: Edit[] = [];
  step.changes.iterChanges((from, to, _fromB, _toB, inserted) => edits.push({ from, to, insert: inserted.toString() }));
  return edits;
}
