import { useLayoutEffect, useRef } from "preact/hooks";
import type { Session } from "../session/session";
import { countOf, SEVERITIES, type State } from "../session/state";
import { texts } from "../text/first";
import { type View, VIEWS } from "../views/registry";

interface TabsProps {
  readonly session: Session;
  readonly state: State;
  /** The one that is shown. */
  readonly view: View;
}

/** The views to choose from; one tab stop, with the arrow keys between them. */
export function Tabs({ session, state, view }: TabsProps) {
  const list = useRef<HTMLDivElement>(null);
  const offered = VIEWS.filter(({ isOffered, name }) => name === view.name || (isOffered?.(state) ?? true));
  useLayoutEffect(() => list.current?.querySelector("[aria-selected=true]")?.scrollIntoView({ block: "nearest", inline: "nearest" }), [view, offered.length]);
  const onKeyDown = (event: KeyboardEvent) => {
    const index = offered.indexOf(view);
    const moves: Record<string, number> = { ArrowRight: index + 1, ArrowLeft: index - 1, Home: 0, End: -1 };
    const to = moves[event.key];
    const next = to === undefined ? undefined : offered.at(to % offered.length);
    if (!next || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    session.views.show(next.name);
    list.current?.querySelector<HTMLElement>(`#tab-${next.name}`)?.focus();
  };
  return (
    <div class="tabs" role="tablist" aria-label={texts.views.label} ref={list} onKeyDown={onKeyDown}>
      {offered.map(({ name }) => (
        <button
          key={name}
          type="button"
          role="tab"
          id={`tab-${name}`}
          class="tab"
          aria-selected={name === view.name}
          aria-controls="view"
          tabIndex={name === view.name ? 0 : -1}
          onClick={() => session.views.show(name)}
        >
          {texts.views[name]}
          {name === "problems" && <ProblemCount state={state} />}
          {name === "changes" && state.changes ? <span class="tab-count">{state.changes}</span> : null}
        </button>
      ))}
    </div>
  );
}

function ProblemCount({ state }: { state: State }) {
  const report = state.checked?.report;
  if (!report || report.diagnostics.length === 0) return null;
  const worst = SEVERITIES.find((severity) => countOf(report, severity) > 0);
  const count = report.diagnostics.length + report.omitted;
  return <span class={`tab-count is-${worst}`}>{count}</span>;
}
