import { type Diagnostic as Mark, forEachDiagnostic, setDiagnostics } from "@codemirror/lint";
import type { EditorState, TransactionSpec } from "@codemirror/state";
import type { Diagnostic } from "../wire";

/** A mark of the editor that knows what it stands for. */
interface ProblemMark extends Mark {
  readonly problem: Diagnostic;
}

/** Where a problem stands now: its mark moves along while the text changes. */
export interface Placed {
  readonly problem: Diagnostic;
  readonly from: number;
  readonly to: number;
}

/** The change of the editor that shows `problems`, and no others. */
export function showProblems(
  state: EditorState,
  problems: readonly Diagnostic[],
  describe: (problem: Diagnostic) => Node,
): TransactionSpec {
  const length = state.doc.length;
  const marks = problems.map(
    (problem): ProblemMark => ({
      problem,
      from: Math.min(problem.from, length),
      to: Math.min(problem.to, length),
      severity: problem.severity,
      message: problem.message,
      renderMessage: () => describe(problem),
    }),
  );
  return setDiagnostics(state, marks);
}

/** The problems in the order of their places. */
export function placedProblems(state: EditorState): Placed[] {
  const placed: Placed[] = [];
  forEachDiagnostic(state, (mark, from, to) => placed.push({ problem: (mark as ProblemMark).problem, from, to }));
  return placed.sort((a, b) => a.from - b.from || a.to - b.to);
}

/** Where `problem` begins now. */
export function placeOf(state: EditorState, problem: Diagnostic): number {
  return placedProblems(state).find((placed) => placed.problem === problem)?.from ?? problem.from;
}

/** The smallest problem around `position`. */
export function problemAt(state: EditorState, position: number): Diagnostic | undefined {
  const around = placedProblems(state).filter(({ from, to }) => from <= position && position <= to);
  return around.sort((a, b) => a.to - a.from - (b.to - b.from))[0]?.problem;
}
