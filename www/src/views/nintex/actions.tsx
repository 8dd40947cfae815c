import { useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import { walk } from "../../panels/walk";
import { Words } from "../../panels/words";
import { nintex } from "../../text/later";
import type { Action, Actions as List, Note } from "../../wire";
import { ActionItem } from "./action";
import type { Context, ContextProps } from "./context";
import { notesOf } from "./notes";
import { Nothing, Notes } from "./parts";

const { actions: words } = nintex;

/** From so many actions on there is a box to filter them. */
const MANY = 7;

/** An action of the list, with its position there. */
interface Entry {
  readonly action: Action;
  readonly index: number;
}

/** What designers find in the toolbox, and each action's panel. */
export function Actions({ context, list }: ContextProps & { readonly list: List }) {
  const { preview, shown } = context;
  const { filter, open } = preview;
  const entries = useMemo(() => list.list.map((action, index): Entry => ({ action, index })), [list]);
  const matching = useMemo(() => entries.filter(({ action, index }) => index === open || matches(action, filter)), [entries, filter, open]);
  const visible = entries.filter(({ action }) => !action.isHidden);
  if (entries.length === 0) return <Nothing heading={words.none} text={words.noneHint} />;
  const notes: Note[] = [...notesOf(shown.summary.notes, "actions"), ...list.notes];
  return (
    <>
      <Notes context={context} notes={notes} />
      {entries.length >= MANY && (
        <div class="filters">
          <input
            type="search"
            class="filter-text"
            aria-label={words.filter}
            placeholder={words.filter}
            value={filter}
            onInput={(event) => preview.set({ filter: event.currentTarget.value })}
          />
          <p class="small" role="status">
            {filter && words.shown(matching.length, entries.length)}
          </p>
        </div>
      )}
      {visible.length === 0 && <Nothing heading={words.none} text={words.allHidden} />}
      {matching.length === 0 && (
        <div class="none-shown">
          <p>{words.noneShown}</p>
          <button type="button" class="button" onClick={() => preview.set({ filter: "" })}>
            {words.showAll}
          </button>
        </div>
      )}
      <Groups context={context} entries={matching} />
      {list.omitted > 0 && (
        <p class="small">
          <Words text={words.omitted(list.omitted)} />
        </p>
      )}
    </>
  );
}

function matches({ label, operationId, method, path }: Action, filter: string): boolean {
  const haystack = `${label} ${operationId} ${method} ${path}`.toLowerCase();
  return filter.toLowerCase().split(/\s+/).every((word) => haystack.includes(word));
}

/** The actions, and apart from them those that designers do not see. */
function Groups({ context, entries }: { readonly context: Context; readonly entries: readonly Entry[] }) {
  const { preview } = context;
  const groups = useRef<HTMLDivElement>(null);
  const [isHiddenShown, setHiddenShown] = useState(false);
  const visible = entries.filter(({ action }) => !action.isHidden);
  const hidden = entries.filter(({ action }) => action.isHidden);
  const isHiddenOpen = hidden.some(({ index }) => index === preview.open);
  const showsHidden = isHiddenShown || isHiddenOpen || (preview.filter !== "" && visible.length === 0);

  useLayoutEffect(() => {
    const item = groups.current?.querySelector(".action.is-open");
    // All of it, and its head in any case.
    item?.scrollIntoView({ block: "nearest" });
    item?.querySelector(".action-head")?.scrollIntoView({ block: "nearest" });
    item?.querySelector(".is-lit")?.scrollIntoView({ block: "nearest" });
  }, [preview.open, preview.lit]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (walk(event, [...(groups.current?.querySelectorAll<HTMLElement>(".action-head") ?? [])]) || event.key !== "Escape") return;
    event.preventDefault();
    context.session.places.focusEditor();
  };
  const toggleHidden = (isOpen: boolean) => {
    setHiddenShown(isOpen);
    if (!isOpen && isHiddenOpen) preview.set({ open: undefined, lit: undefined });
  };
  return (
    <div ref={groups} onKeyDown={onKeyDown}>
      {visible.length > 0 && <Items context={context} entries={visible} label={words.list} />}
      {hidden.length > 0 && (
        <details class="hidden-actions" open={showsHidden} onToggle={(event) => toggleHidden(event.currentTarget.open)}>
          <summary>{words.hidden(hidden.length)}</summary>
          {showsHidden && <Items context={context} entries={hidden} label={words.hidden(hidden.length)} />}
        </details>
      )}
    </div>
  );
}

/** One list; one stop of the Tab key, with the arrow keys between its actions. */
function Items({ context, entries, label }: { readonly context: Context; readonly entries: readonly Entry[]; readonly label: string }) {
  const { preview, shown } = context;
  const [focused, setFocused] = useState<number>();
  const has = (position: number | undefined) => entries.some(({ index }) => index === position);
  const stop = has(focused) ? focused : has(preview.open) ? preview.open : entries[0]?.index;
  // A key typed in the editor draws the page anew; the list stays as it is.
  return useMemo(
    () => (
      <ul class="actions" aria-label={label}>
        {entries.map(({ action, index }) => (
          <ActionItem
            key={`${action.method} ${action.path} ${index}`}
            context={context}
            action={action}
            index={index}
            problems={shown.problems.ofAction(action)}
            isTabStop={index === stop}
            onFocus={setFocused}
          />
        ))}
      </ul>
    ),
    [context, entries, shown, label, stop, preview.open, preview.lit],
  );
}
