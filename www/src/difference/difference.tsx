import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import type { Edit } from "../wire";
import type { Compared } from "./between";
import { Viewer } from "./viewer";

interface DifferenceProps {
  readonly compared: Compared;
  readonly onlyChanges: boolean;
  readonly onRevert?: (difference: Edit) => void;
  /** Tells how many places differ, and how to go from one to the next. */
  readonly onDrawn?: (viewer: Viewer) => void;
}

/** So wide, in pixels, two texts stand beside each other. */
const WIDE = 960;

/** How two texts differ: below each other, or beside each other where there is room. */
export function DifferenceView({ compared, onlyChanges, onRevert, onDrawn }: DifferenceProps) {
  const host = useRef<HTMLDivElement>(null);
  const viewer = useRef<Viewer | undefined>(undefined);
  const latest = useRef(onRevert);
  latest.current = onRevert;
  const [isWide, setWide] = useState<boolean>();
  useLayoutEffect(() => {
    const element = host.current;
    if (!element) return;
    const measure = () => setWide(element.clientWidth >= WIDE);
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  useLayoutEffect(() => {
    if (isWide === undefined || !host.current) return;
    const revert = onRevert ? (difference: Edit) => latest.current?.(difference) : undefined;
    const options = { compared, isWide, onlyChanges, onRevert: revert };
    if (viewer.current) viewer.current.update(options);
    else viewer.current = new Viewer(host.current, options);
    onDrawn?.(viewer.current);
  }, [compared, isWide, onlyChanges]);
  useEffect(() => () => viewer.current?.destroy(), []);
  return <div class="difference" ref={host} />;
}
