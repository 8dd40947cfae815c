import { useRef } from "preact/hooks";
import { nintex } from "../../text/later";
import type { ContextProps } from "./context";
import { MOMENTS } from "./find";
import { FollowIcon } from "./icons";

/** The parts of the preview to choose from; one tab stop, with the arrow keys between them. */
export function Moments({ context: { preview, shown } }: ContextProps) {
  const list = useRef<HTMLDivElement>(null);
  const onKeyDown = (event: KeyboardEvent) => {
    const index = MOMENTS.indexOf(preview.moment);
    const moves: Record<string, number> = { ArrowRight: index + 1, ArrowLeft: index - 1, Home: 0, End: -1 };
    const to = moves[event.key];
    const next = to === undefined ? undefined : MOMENTS.at(to % MOMENTS.length);
    if (!next || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    preview.set({ moment: next });
    list.current?.querySelector<HTMLElement>(`#moment-${next}`)?.focus();
  };
  return (
    <div class="moments">
      <div role="tablist" aria-label={nintex.moments.label} ref={list} onKeyDown={onKeyDown}>
        {MOMENTS.map((moment) => (
          <button
            key={moment}
            type="button"
            role="tab"
            id={`moment-${moment}`}
            aria-selected={moment === preview.moment}
            aria-controls="moment"
            tabIndex={moment === preview.moment ? 0 : -1}
            onClick={() => preview.set({ moment })}
          >
            {nintex.moments[moment]}
            {moment === "actions" && <span class="small"> {shown.summary.visibleActions}</span>}
          </button>
        ))}
      </div>
      <button
        type="button"
        class="follow"
        aria-pressed={preview.isFollowing}
        aria-label={nintex.followHint}
        title={nintex.followHint}
        onClick={() => preview.set({ isFollowing: !preview.isFollowing })}
      >
        <FollowIcon />
        {nintex.follow}
      </button>
    </div>
  );
}
