import { decode, type Unreadable } from "../../document/bytes";
import { gather, MOST_FILES, type NotRead, type Offered } from "../../document/gather";
import { HUGE } from "../../document/limits";
import type { Run } from "./work";

const ALL_TOGETHER = 256_000_000;

/** A file that was read, or why it could not be. */
export type ReadFile = { path: string; contents: string; standing?: never } | { path: string; contents?: never; standing: NotRead | Unreadable };

interface ReadFiles {
  /** In the order of their paths. */
  readonly files: readonly ReadFile[];
  readonly others: number;
  readonly tooMany: number;
  readonly source: string;
}

const inOrder = new Intl.Collator("en", { numeric: true });

/** Finds and reads what a person has dropped or chosen, beside the `open` files that there are; nothing where `run` ends. */
export async function readOffered(offered: Offered, open: number, run: Run): Promise<ReadFiles | undefined> {
  const { found, others, tooMany, source } = await gather(offered, MOST_FILES - open, run.signal);
  const files: ReadFile[] = [];
  let room = ALL_TOGETHER;
  for (const { path, read } of found) {
    run.advance(files.length, found.length);
    const bytes = await read(Math.min(HUGE, room));
    if (run.signal.aborted) return undefined;
    if (typeof bytes === "string") {
      files.push({ path, standing: bytes });
      continue;
    }
    room -= bytes.length;
    const decoded = decode(bytes);
    files.push("text" in decoded ? { path, contents: decoded.text } : { path, standing: decoded.unreadable });
  }
  return { files: files.sort((a, b) => inOrder.compare(a.path, b.path)), others, tooMany, source };
}
