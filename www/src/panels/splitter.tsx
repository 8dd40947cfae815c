import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import { loadSizes, type Sizes, saveSizes } from "../document/layout";
import { texts } from "../text/first";

const SMALLEST = 15;
const LARGEST = 85;
const STEP = 4;

/** What `layout.css` does at this width. */
const STACKED = matchMedia("(max-width: 56rem)");

/** The line between editor and panel, which a person can move: `percent` is the panel's part of both. */
export function Splitter() {
  const line = useRef<HTMLDivElement>(null);
  const [sizes, setSizes] = useState<Sizes>(loadSizes);
  const [stacked, setStacked] = useState(STACKED.matches);
  useEffect(() => {
    const follow = () => setStacked(STACKED.matches);
    STACKED.addEventListener("change", follow);
    return () => STACKED.removeEventListener("change", follow);
  }, []);
  useLayoutEffect(() => {
    const work = line.current?.parentElement;
    for (const [way, percent] of Object.entries(sizes)) {
      if (percent === undefined) work?.style.removeProperty(`--panel-${way}`);
      else work?.style.setProperty(`--panel-${way}`, `${percent}%`);
    }
  }, [sizes]);

  const way = stacked ? "stacked" : "beside";
  const measured = () => {
    const work = line.current?.parentElement?.getBoundingClientRect();
    const own = line.current?.getBoundingClientRect();
    if (!work || !own) return 50;
    return stacked ? (100 * (work.bottom - own.bottom)) / work.height : (100 * (work.right - own.right)) / work.width;
  };
  const set = (percent: number | undefined) => {
    const next = { ...sizes, [way]: percent === undefined ? undefined : Math.min(Math.max(Math.round(percent), SMALLEST), LARGEST) };
    setSizes(next);
    saveSizes(next);
  };
  const drag = (event: PointerEvent) => {
    const work = line.current?.parentElement?.getBoundingClientRect();
    if (!work || !line.current?.hasPointerCapture(event.pointerId)) return;
    set(stacked ? (100 * (work.bottom - event.clientY)) / work.height : (100 * (work.right - event.clientX)) / work.width);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const smaller = stacked ? "ArrowDown" : "ArrowRight";
    const larger = stacked ? "ArrowUp" : "ArrowLeft";
    const moves: Record<string, () => void> = {
      [smaller]: () => set(measured() - STEP),
      [larger]: () => set(measured() + STEP),
      Home: () => set(SMALLEST),
      End: () => set(LARGEST),
      Enter: () => set(undefined),
    };
    const move = moves[event.key];
    if (!move) return;
    event.preventDefault();
    move();
  };
  return (
    <div
      class="splitter"
      role="separator"
      tabIndex={0}
      aria-label={texts.views.splitter}
      aria-orientation={stacked ? "horizontal" : "vertical"}
      aria-valuenow={sizes[way] ?? 36}
      aria-valuemin={SMALLEST}
      aria-valuemax={LARGEST}
      title={texts.views.splitterHint}
      ref={line}
      onPointerDown={(event) => {
        event.preventDefault();
        line.current?.setPointerCapture(event.pointerId);
      }}
      onPointerMove={drag}
      onDblClick={() => set(undefined)}
      onKeyDown={onKeyDown}
    />
  );
}
