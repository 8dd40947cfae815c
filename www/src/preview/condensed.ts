import type { Hunk, Line } from "./hunks";

/** A line that is shown, or what is said in place of lines that are not. */
export interface ShownLine extends Line {
  /** For how many lines it stands. */
  readonly skipped?: number;
}

/** What is shown of a hunk. */
export interface ShownHunk extends Hunk {
  readonly lines: readonly ShownLine[];
}

/** Fewer lines are not worth leaving out. */
const FEWEST_SKIPPED = 2;

/** At most `most` lines of `hunks`, with at most `run` that go, or that come, one after the other. */
export function condensed(hunks: readonly Hunk[], most: number, run: number): ShownHunk[] {
  const shown: ShownHunk[] = [];
  let room = most;
  for (const hunk of hunks) {
    if (room <= 0) break;
    const lines = runsOf(hunk.lines)
      .flatMap((same) => shortened(same, run))
      .slice(0, room);
    shown.push({ ...hunk, lines });
    room -= lines.length;
  }
  return shown;
}

/** The lines in runs of one kind. */
function runsOf(lines: readonly Line[]): Line[][] {
  const runs: Line[][] = [];
  for (const line of lines) {
    const last = runs.at(-1);
    if (last?.[0]?.kind === line.kind) last.push(line);
    else runs.push([line]);
  }
  return runs;
}

function shortened(run: readonly Line[], most: number): readonly ShownLine[] {
  const [first] = run;
  const kept = Math.max(most - 1, 1);
  const skipped = run.length - kept;
  if (!first || first.kind === "same" || skipped < FEWEST_SKIPPED) return run;
  return [...run.slice(0, kept), { kind: first.kind, text: "", marks: [], skipped }];
}
