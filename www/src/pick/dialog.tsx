import { useCallback, useMemo, useRef, useState } from "preact/hooks";
import styles from "../../styles/pick.css";
import { converter } from "../converter/client";
import { Pending } from "../converter/pending";
import { failureOf, useAnswer } from "../converter/use-answer";
import { walk } from "../panels/walk";
import { adopt } from "../styles";
import { making, pick as words } from "../text/later";
import { Dialog, type DialogProps, takeFocus } from "../views/problems/dialog";
import { type Choice, choicesOf, filtered, firstOf, grouped, withAll, withRange } from "./groups";
import { GroupHead, Row } from "./row";

adopt(styles);

/** So long, in milliseconds, a person chooses on before it is worth finding out what the choice needs. */
const PAUSE = 150;

/** So many operations are drawn at first, and as many more where a person comes near their end. */
const AT_ONCE = 120;

/** How near that is, in pixels. */
const NEAR = 800;

/** The choice of the operations that stay; all that they do not need goes. */
export default function PickDialog({ session, close }: DialogProps) {
  const text = useMemo(() => session.documents.text.toString(), []);
  const listed = useAnswer(() => converter.list(text), [text]);
  const choices = useMemo(() => choicesOf(listed.value ?? []), [listed.value]);
  return (
    <Dialog heading={words.heading} kind="pick-dialog" stays close={close}>
      <p class="dialog-lead">{words.lead}</p>
      {listed.value && choices.length > 0 ? (
        <Choices session={session} close={close} text={text} choices={choices} />
      ) : (
        <Pending answer={listed} said={making.noOperations} />
      )}
    </Dialog>
  );
}

interface ChoicesProps extends Pick<DialogProps, "session" | "close"> {
  readonly text: string;
  readonly choices: readonly Choice[];
}

function Choices({ session, close, text, choices }: ChoicesProps) {
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set<number>());
  const [filter, setFilter] = useState("");
  const [failure, setFailure] = useState("");
  const [most, setMost] = useState(AT_ONCE);
  const list = useRef<HTMLDivElement>(null);
  const last = useRef<number | undefined>(undefined);
  const byTag = useMemo(() => choices.some(({ candidate }) => candidate.tags.length > 0), [choices]);
  const groups = useMemo(() => grouped(filtered(choices, filter), byTag), [choices, filter, byTag]);
  const order = useMemo(() => groups.flatMap((group) => group.choices.map(({ position }) => position)), [groups]);
  const needs = useAnswer(() => converter.pick(text, inOrder(chosen)), [text, chosen], PAUSE);

  const current = useRef(order);
  current.current = order;
  const toggle = useCallback((position: number, extend: boolean) => {
    const from = extend ? last.current : undefined;
    setChosen((before) => withRange(before, current.current, from ?? position, position, !before.has(position)));
    last.current = position;
  }, []);

  const boxes = () => [...(list.current?.querySelectorAll<HTMLInputElement>("input") ?? [])];
  const onKeyDown = (event: KeyboardEvent) => {
    if ((event.ctrlKey || event.metaKey) && event.key === "a") {
      event.preventDefault();
      setChosen(withAll(chosen, order, true));
      return;
    }
    const before = event.target instanceof HTMLInputElement ? event.target : undefined;
    const from = positionOf(before);
    if (!walk(event, boxes()) || !event.shiftKey || from === undefined) return;
    const to = positionOf(document.activeElement);
    if (to !== undefined) setChosen(withRange(chosen, order, from, to, before?.checked ?? true));
  };

  const isAll = order.length > 0 && order.every((position) => chosen.has(position));
  const keep = async () => {
    try {
      const { edits, needed } = await converter.pick(text, inOrder(chosen));
      close();
      session.documents.change(edits, words.kept(chosen.size + needed.length, choices.length));
    } catch (error) {
      setFailure(making.failed[failureOf(error)]);
    }
  };
  const onScroll = ({ currentTarget: { scrollTop, clientHeight, scrollHeight } }: { readonly currentTarget: HTMLElement }) => {
    if (most < order.length && scrollTop + clientHeight > scrollHeight - NEAR) setMost(most + AT_ONCE);
  };
  return (
    <>
      <div class="pick-tools">
        <input
          class="filter-text"
          type="search"
          aria-label={words.filter}
          placeholder={words.filterPlaceholder}
          value={filter}
          ref={takeFocus}
          onInput={(event) => {
            setFilter(event.currentTarget.value);
            setMost(AT_ONCE);
          }}
          onKeyDown={(event) => {
            if (event.key !== "ArrowDown") return;
            event.preventDefault();
            boxes()[0]?.focus();
          }}
        />
        <button type="button" class="button" disabled={order.length === 0} onClick={() => setChosen(withAll(chosen, order, !isAll))}>
          {isAll ? words.chooseNone(order.length) : words.chooseAll(order.length)}
        </button>
      </div>
      <div class="pick-list" role="group" aria-label={words.list} ref={list} onKeyDown={onKeyDown} onScroll={onScroll}>
        {firstOf(groups, most).map(({ group, drawn }, index) => {
          const count = group.choices.reduce((sum, { position }) => sum + (chosen.has(position) ? 1 : 0), 0);
          const positions = group.choices.map(({ position }) => position);
          return (
            <section key={group.name}>
              <GroupHead group={group} count={count} isTabStop={index === 0} toggle={(to) => setChosen(withAll(chosen, positions, to))} />
              <ul>
                {drawn.map((choice) => (
                  <Row key={choice.position} choice={choice} isChosen={chosen.has(choice.position)} toggle={toggle} />
                ))}
              </ul>
            </section>
          );
        })}
        {order.length === 0 && <p class="pick-none">{words.noneShown}</p>}
      </div>
      <div class="pick-foot">
        <p role="status">
          {failure || [words.count(chosen.size, choices.length), ...(chosen.size > 0 && needs.value ? needsInWords(needs.value) : [])].join(", ")}
        </p>
        <div class="dialog-buttons">
          <button type="button" class="button" onClick={close}>
            {making.cancel}
          </button>
          <button type="button" class="button main" disabled={chosen.size === 0 || chosen.size === choices.length} onClick={() => void keep()}>
            {words.keep}
          </button>
        </div>
      </div>
    </>
  );
}

function needsInWords({ shared, needed }: { readonly shared: number; readonly needed: readonly number[] }): string[] {
  return [words.keeps(shared), ...(needed.length > 0 ? [words.needed(needed.length)] : [])];
}

function inOrder(chosen: ReadonlySet<number>): number[] {
  return [...chosen].sort((a, b) => a - b);
}

function positionOf(element: Element | null | undefined): number | undefined {
  const position = element instanceof HTMLInputElement ? element.dataset["position"] : undefined;
  return position === undefined ? undefined : Number(position);
}
