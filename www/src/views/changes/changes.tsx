import { useEffect, useRef, useState } from "preact/hooks";
import changesStyles from "../../../styles/changes.css";
import { DifferenceView } from "../../difference/difference";
import type { Viewer } from "../../difference/viewer";
import type { PageProps } from "../../panels/props";
import { adopt } from "../../styles";
import { changes as words } from "../../text/later";
import { ConvertedNote } from "./converted-note";
import { NextIcon, PreviousIcon } from "./icons";

adopt(changesStyles);

const FOLLOW_AFTER = 150;

/** All that differs from the text as it was pasted or opened. */
export default function Changes({ session, state }: PageProps) {
  const { changes } = session;
  const compared = useSettled(changes.compared);
  const [viewer, setViewer] = useState<Viewer>();
  const [onlyChanges, setOnlyChanges] = useState(true);
  const { original, text } = compared;
  const isSame = original.eq(text);
  const wasShown = useRef(false);
  useEffect(() => {
    // The last button that put something back is gone.
    if (isSame && wasShown.current && document.activeElement === document.body) session.places.focusPanel();
    wasShown.current = !isSame;
  }, [isSame]);
  if (original.length === 0) return <p class="changes-none">{state.length === 0 ? words.empty : words.written}</p>;
  const { madeOf } = session.conversions;
  if (isSame) {
    return (
      <>
        {madeOf && <ConvertedNote session={session} madeOf={madeOf} text={original} isOpen />}
        <p class="changes-none">{madeOf ? words.noneSince : words.none}</p>
      </>
    );
  }

  const step = (direction: 1 | -1) => {
    const difference = viewer?.step(direction);
    if (difference && compared === changes.compared) session.places.showRange(difference.from, difference.from, "panel");
  };
  return (
    <>
      {madeOf && <ConvertedNote session={session} madeOf={madeOf} text={original} />}
      <div class="changes-head">
        <div class="changes-tools">
          <h2>{words.count(state.changes ?? 1)}</h2>
          <div role="group" aria-label={words.steps} class="changes-steps">
            <button type="button" class="button small" title={words.previous} aria-label={words.previous} onClick={() => step(-1)}>
              <PreviousIcon />
            </button>
            <button type="button" class="button small" title={words.next} aria-label={words.next} onClick={() => step(1)}>
              <NextIcon />
            </button>
          </div>
          <button type="button" class="button small changes-back" title={words.backHint} onClick={() => changes.takeBack()}>
            {words.back}
          </button>
        </div>
        <div class="changes-tools">
          <p>{madeOf ? words.sinceConverted : words.since}</p>
          <label class="changes-only">
            <input type="checkbox" checked={onlyChanges} onChange={(event) => setOnlyChanges(event.currentTarget.checked)} />
            {words.only}
          </label>
        </div>
      </div>
      <DifferenceView
        compared={compared}
        onlyChanges={onlyChanges}
        onRevert={(difference) => compared === changes.compared && changes.make(difference)}
        onDrawn={(drawn) => {
          setViewer(drawn);
          changes.tell(drawn.count);
        }}
      />
    </>
  );
}

/** `value` as it was when it last stayed the same for a while. */
function useSettled<Value>(value: Value): Value {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), FOLLOW_AFTER);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}
