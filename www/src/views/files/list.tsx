import { useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import type { Files } from "../../session/files/files";
import { type FilesState, isText, type OpenFile } from "../../session/files/state";
import type { Session } from "../../session/session";
import { files as words } from "../../text/later";
import { FileRow } from "./row";

type Order = "name" | "problems";

interface FileListProps {
  readonly session: Session;
  readonly files: FilesState;
  readonly use: (work: (files: Files) => Promise<void> | void) => void;
}

const collator = new Intl.Collator("en", { numeric: true, sensitivity: "base" });

const byName = (a: OpenFile, b: OpenFile) => collator.compare(`${a.folder}${a.name}`, `${b.folder}${b.name}`) || a.id - b.id;

function byProblems(a: OpenFile, b: OpenFile): number {
  const weights = ({ standing, counts }: OpenFile) => {
    // What cannot be shown is worse than what can be mended.
    const failed = standing === "crashed" || standing === "unreadable" || !isText({ standing } as OpenFile) ? 1 : 0;
    return [failed, counts?.error ?? 0, counts?.warning ?? 0, (counts?.hint ?? 0) + (counts?.more ?? 0)];
  };
  const [left, right] = [weights(a), weights(b)];
  for (const [index, weight] of left.entries()) {
    const difference = (right[index] ?? 0) - weight;
    if (difference !== 0) return difference;
  }
  return byName(a, b);
}

/** The files; one tab stop, with the arrow keys between them. */
export function FileList({ session, files, use }: FileListProps) {
  const list = useRef<HTMLUListElement>(null);
  const [order, setOrder] = useState<Order>("name");
  const [chosen, setChosen] = useState(files.active);
  const focusNext = useRef<number | undefined>(undefined);
  const sorted = useMemo(() => [...files.list].sort(order === "name" ? byName : byProblems), [files.list, order]);
  const tabStop = sorted.find(({ id }) => id === chosen) ?? sorted.find(({ id }) => id === files.active) ?? sorted[0];
  useLayoutEffect(() => setChosen(files.active), [files.active]);
  useLayoutEffect(() => {
    if (focusNext.current === undefined) return;
    list.current?.querySelector<HTMLElement>(`[data-file="${focusNext.current}"]`)?.focus();
    focusNext.current = undefined;
  });

  const move = (index: number) => {
    const file = sorted[Math.min(Math.max(index, 0), sorted.length - 1)];
    if (!file) return;
    focusNext.current = file.id;
    setChosen(file.id);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || !tabStop) return;
    const index = sorted.indexOf(tabStop);
    const moves: Record<string, () => void> = {
      ArrowDown: () => move(index + 1),
      ArrowUp: () => move(index - 1),
      Home: () => move(0),
      End: () => move(sorted.length - 1),
      Delete: () => close(tabStop),
      Escape: () => session.places.focusEditor(),
    };
    const act = moves[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  };
  const close = (file: OpenFile) => {
    const index = sorted.indexOf(file);
    const next = sorted[index + 1] ?? sorted[index - 1];
    use((all) => {
      focusNext.current = next?.id;
      all.close([file.id]);
      if (next) setChosen(next.id);
    });
  };
  const open = (file: OpenFile) => {
    setChosen(file.id);
    if (file.id === files.active) session.views.show("problems", true);
    else use((all) => all.open(file.id));
  };
  const convert = (file: OpenFile) => {
    setChosen(file.id);
    use((all) => {
      all.open(file.id);
      return session.conversions.preview();
    });
  };
  const putBack = (file: OpenFile) => {
    // The button goes away with what it takes away.
    focusNext.current = file.id;
    setChosen(file.id);
    use((all) => all.conversions.putBack(file.id));
  };
  return (
    <>
      <div class="files-order" role="group" aria-label={words.sort}>
        {(["name", "problems"] as const).map((each) => (
          <button key={each} type="button" class="button small bare" aria-pressed={order === each} onClick={() => setOrder(each)}>
            {each === "name" ? words.byName : words.byProblems}
          </button>
        ))}
      </div>
      <ul class="file-list" aria-label={words.list} ref={list} onKeyDown={onKeyDown}>
        {sorted.map((file) => (
          <FileRow
            key={file.id}
            file={file}
            isActive={file.id === files.active}
            isTabStop={file === tabStop}
            onOpen={() => open(file)}
            onConvert={() => convert(file)}
            onPutBack={() => putBack(file)}
            onClose={() => close(file)}
          />
        ))}
      </ul>
    </>
  );
}
