import type { VNode } from "preact";
import { useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import { type Group, keyOf, rowsOf } from "../session/groups";
import type { Session } from "../session/session";
import type { Checked } from "../session/state";
import { texts } from "../text/first";
import type { Diagnostic } from "../wire";
import { GroupHead } from "./problem-group";
import { ProblemItem } from "./problem";

interface ProblemListProps {
  readonly session: Session;
  readonly checked: Checked;
  readonly shown: readonly Diagnostic[];
  readonly current: Diagnostic | undefined;
}

/** What the arrow keys step on: a problem, or the head of a group. */
type Stop = Diagnostic | Group;

/** The problems, many of one cause under one head. Only what is open is drawn. */
export function ProblemList({ session, checked, shown, current }: ProblemListProps) {
  const list = useRef<HTMLUListElement>(null);
  const rows = useMemo(() => rowsOf(shown), [shown]);
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const [closed, setClosed] = useState<Diagnostic>();
  /** The head that has the tab stop; else the current problem has it. */
  const [head, setHead] = useState<string>();

  // The group of the current problem is open, unless a person has closed it over just this one.
  const isOpen = ({ key }: Group) => open.has(key) || (current !== undefined && current !== closed && keyOf(current) === key);
  const stops = rows.flatMap((row): Stop[] =>
    "problem" in row ? [row.problem] : isOpen(row.group) ? [row.group, ...row.group.problems] : [row.group],
  );

  useLayoutEffect(() => {
    setHead(undefined);
    // What opened for a problem stays open: nothing moves away under the pointer of whoever chooses another.
    if (current && !open.has(keyOf(current)) && rows.some((row) => "group" in row && row.group.key === keyOf(current))) {
      setOpen(new Set(open).add(keyOf(current)));
    }
    const item = list.current?.querySelector(".problem.is-current");
    // A new text's list begins at its top. Later the whole problem comes into sight, and its first line in any case.
    if (session.state.fresh) return;
    item?.scrollIntoView({ block: "nearest" });
    item?.querySelector(".problem-head")?.scrollIntoView({ block: "nearest" });
  }, [current]);

  const focusHead = (key: string) => {
    setHead(key);
    list.current?.querySelector<HTMLElement>(`[data-group="${key}"]`)?.focus();
  };
  const setGroup = (group: Group, opens: boolean) => {
    const next = new Set(open);
    if (opens) next.add(group.key);
    else next.delete(group.key);
    setOpen(next);
    setClosed(opens ? undefined : current);
    focusHead(group.key);
  };
  const moveTo = (index: number) => {
    const stop = stops[Math.min(Math.max(index, 0), stops.length - 1)];
    if (!stop) return;
    if ("key" in stop) focusHead(stop.key);
    else {
      setHead(undefined);
      session.places.show(stop, "panel");
    }
  };
  const at = stops.findIndex((stop) => ("key" in stop ? stop.key === head : head === undefined && stop === current));
  const here = stops[at];
  const onKeyDown = (event: KeyboardEvent) => {
    const moves: Record<string, () => void> = {
      ArrowDown: () => moveTo(at + 1),
      ArrowUp: () => moveTo(at - 1),
      Home: () => moveTo(0),
      End: () => moveTo(stops.length - 1),
      Escape: () => session.places.focusEditor(),
    };
    if (here && "key" in here) {
      moves.ArrowRight = () => (isOpen(here) ? moveTo(at + 1) : setGroup(here, true));
      moves.ArrowLeft = () => setGroup(here, false);
    } else if (here) {
      const group = rows.find((row) => "group" in row && row.group.problems.includes(here));
      if (group && "group" in group) moves.ArrowLeft = () => focusHead(group.group.key);
    }
    const move = moves[event.key];
    if (!move || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    move();
  };

  const tabStop = here ?? stops[0];
  // What is closed and no tab stop always looks the same: drawn once, it costs nothing while others change.
  const plain = useMemo(() => new Map<Diagnostic, VNode>(), [session, checked, rows]);
  const item = (problem: Diagnostic, index: number) => {
    const isCurrent = problem === current;
    const isTabStop = problem === tabStop;
    const known = isCurrent || isTabStop ? undefined : plain.get(problem);
    if (known) return known;
    const drawn = <ProblemItem key={index} session={session} checked={checked} problem={problem} isCurrent={isCurrent} isTabStop={isTabStop} />;
    if (!isCurrent && !isTabStop) plain.set(problem, drawn);
    return drawn;
  };
  // A key typed in the editor draws the page anew; the list stays as it is.
  return useMemo(
    () => (
      <ul class="problems" aria-label={texts.problems.list} ref={list} onKeyDown={onKeyDown}>
        {rows.map((row, index) =>
          "problem" in row ? (
            item(row.problem, index)
          ) : (
            <li key={row.group.key} class="problem-group">
              <GroupHead
                group={row.group}
                isOpen={isOpen(row.group)}
                isTabStop={row.group === tabStop}
                onToggle={() => setGroup(row.group, !isOpen(row.group))}
              />
              {isOpen(row.group) && <ul aria-label={row.group.title.replaceAll("`", "")}>{row.group.problems.map(item)}</ul>}
            </li>
          ),
        )}
      </ul>
    ),
    [session, checked, rows, current, open, closed, head],
  );
}
