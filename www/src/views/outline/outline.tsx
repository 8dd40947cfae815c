import { useEffect, useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import outlineStyles from "../../../styles/outline.css";
import type { PageProps } from "../../panels/props";
import { walk } from "../../panels/walk";
import { adopt } from "../../styles";
import { outlineTexts as texts } from "../../text/later";
import type { Outline as OutlineData } from "../../wire";
import { type Counted, counted, entryAround, grouped, isShown } from "./entries";
import { EntryItem } from "./entry";

adopt(outlineStyles);

/** The view of what the document consists of: actions, definitions and ways to sign in, with their problems. */
export default function Outline({ session, state }: PageProps) {
  const [outline, setOutline] = useState<OutlineData>();
  const [filter, setFilter] = useState("");
  const [onlyProblems, setOnlyProblems] = useState(false);
  const list = useRef<HTMLDivElement>(null);
  const { checked, position } = state;

  useEffect(() => {
    void session.checks.ask("outline", "outline").then((answer) => answer && setOutline(answer.outline));
  }, [session, checked?.text]);

  const entries = useMemo(() => counted(outline?.entries ?? [], checked?.report.diagnostics ?? []), [outline, checked]);
  const shown = useMemo(() => entries.filter((entry) => isShown(entry, filter, onlyProblems)), [entries, filter, onlyProblems]);
  const current = entryAround(shown, position);
  useLayoutEffect(() => {
    const item = list.current?.querySelector(".is-current");
    // Whoever walks through the list sees where they are.
    if (item && !list.current?.contains(document.activeElement)) item.scrollIntoView({ block: "nearest" });
  }, [current]);

  const go = ({ entry }: Counted, withKeyboard: boolean) => session.places.showRange(entry.nameSpan.start, entry.nameSpan.end, withKeyboard ? "editor" : "panel");
  const onKeyDown = (event: KeyboardEvent) => {
    if (walk(event, [...(list.current?.querySelectorAll<HTMLElement>(".entry") ?? [])]) || event.key !== "Escape") return;
    event.preventDefault();
    session.places.focusEditor();
  };

  if (!outline) return <div role="status" />;
  if (entries.length === 0) return <p class="outline-none">{texts.none}</p>;
  const tabStop = current ?? shown[0];
  return (
    <>
      <div class="filters">
        <button type="button" class="severity-toggle outline-toggle" aria-pressed={onlyProblems} title={texts.withProblemsHint} onClick={() => setOnlyProblems(!onlyProblems)}>
          {texts.withProblems}
        </button>
        <input
          class="filter-text"
          type="search"
          aria-label={texts.filter}
          placeholder={texts.filterPlaceholder}
          value={filter}
          onInput={(event) => setFilter(event.currentTarget.value)}
        />
      </div>
      <div class="outline" ref={list} onKeyDown={onKeyDown}>
        {grouped(shown).map(([kind, members]) => (
          <section key={kind} aria-labelledby={`outline-${kind}`}>
            <h2 class="outline-heading" id={`outline-${kind}`}>
              {texts.groups[kind]} <span class="outline-count">{members.length}</span>
            </h2>
            <ul>
              {members.map((member) => (
                <EntryItem key={member.entry.span.start} counted={member} isCurrent={member === current} isTabStop={member === tabStop} go={go} />
              ))}
            </ul>
          </section>
        ))}
        {shown.length === 0 && (
          <div class="none-shown">
            <p>{texts.noneShown}</p>
            <button
              type="button"
              class="button"
              onClick={() => {
                setFilter("");
                setOnlyProblems(false);
              }}
            >
              {texts.showAll}
            </button>
          </div>
        )}
        {outline.omitted > 0 && <p class="omitted">{texts.omitted(outline.omitted)}</p>}
      </div>
    </>
  );
}
