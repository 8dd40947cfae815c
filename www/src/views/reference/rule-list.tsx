import { useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import { SeverityIcon } from "../../panels/icons";
import { KeysLine } from "../../panels/keys-line";
import type { PageProps } from "../../panels/props";
import { Words } from "../../panels/words";
import { texts } from "../../text/first";
import { reference } from "../../text/later";
import { countsOf } from "./counts";
import { RULES, type Rule, search } from "./data";

/** What a person looked for, kept while they read a rule. */
const kept = { query: "", onlyInFile: false, rule: "" };

/** All rules, to search and to choose from. */
export function RuleList({ session, state }: PageProps) {
  const [query, setQuery] = useState(kept.query);
  const [onlyInFile, setOnlyInFile] = useState(kept.onlyInFile);
  const field = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const counts = useMemo(() => countsOf(state), [state.checked]);
  const isOnlyInFile = onlyInFile && counts.size > 0;
  const found = useMemo(() => search(query), [query]);
  const shown = isOnlyInFile ? found.filter(({ id }) => counts.has(id)) : found;
  const [tabStop, setTabStop] = useState(kept.rule);
  Object.assign(kept, { query, onlyInFile, rule: tabStop });

  const rows = () => [...(list.current?.querySelectorAll<HTMLElement>(".rule-row") ?? [])];
  useLayoutEffect(() => {
    const row = list.current?.querySelector<HTMLElement>(`[data-rule="${kept.rule}"]`);
    if (session.address.takeArrival()) (row ?? field.current)?.focus({ preventScroll: true });
    row?.scrollIntoView({ block: "center" });
  }, [session]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const all = rows();
    const index = all.findIndex((row) => row === document.activeElement);
    const isInField = document.activeElement === field.current;
    const moves: Record<string, () => void> = {
      ArrowDown: () => all[Math.min(index + 1, all.length - 1)]?.focus(),
      ArrowUp: () => (index > 0 ? all[index - 1] : field.current)?.focus(),
      Escape: () => (query ? setQuery("") : session.places.focusEditor()),
      ...(isInField ? { Enter: () => all[0]?.click() } : { Home: () => all[0]?.focus(), End: () => all.at(-1)?.focus() }),
    };
    const move = moves[event.key];
    if (!move) return;
    event.preventDefault();
    move();
  };

  const stop = shown.some(({ id }) => id === tabStop) ? tabStop : shown[0]?.id;
  // A key typed in the editor draws the page anew; the rules stay as they are.
  const rules = useMemo(() => {
    const row = (rule: Rule) => (
      <RuleRow key={rule.id} rule={rule} count={counts.get(rule.id) ?? 0} isTabStop={rule.id === stop} onFocus={() => setTabStop(rule.id)} />
    );
    if (query.trim()) return shown.length > 0 && <ul aria-label={reference.found}>{shown.map(row)}</ul>;
    return groupsOf(shown).map(([object, ofObject]) => (
      <section key={object} class="rule-group" aria-label={reference.objects[object] ?? object}>
        <h3>{reference.objects[object] ?? object}</h3>
        <ul>{ofObject.map(row)}</ul>
      </section>
    ));
  }, [found, isOnlyInFile, counts, stop]);
  return (
    <div class="rule-list" onKeyDown={onKeyDown}>
      <h2 class="visually-hidden">{reference.rules}</h2>
      <div class="rule-search">
        <input
          ref={field}
          type="search"
          class="filter-text"
          aria-label={reference.search}
          placeholder={reference.search}
          value={query}
          onInput={(event) => setQuery(event.currentTarget.value)}
        />
        {counts.size > 0 && (
          <button type="button" class="button small" aria-pressed={isOnlyInFile} onClick={() => setOnlyInFile(!onlyInFile)}>
            {reference.inFile(counts.size)}
          </button>
        )}
      </div>
      <p class="rule-count" role="status">
        {shown.length > 0 ? reference.count(shown.length) : reference.none}
      </p>
      <div ref={list}>{rules}</div>
      <KeysLine list={reference.keys} />
    </div>
  );
}

const OBJECTS = [...new Set(RULES.map(({ object }) => object))];

function groupsOf(rules: readonly Rule[]): readonly [string, readonly Rule[]][] {
  const groups = OBJECTS.map((object): [string, Rule[]] => [object, rules.filter((rule) => rule.object === object)]);
  return groups.filter(([, ofObject]) => ofObject.length > 0);
}

interface RuleRowProps {
  readonly rule: Rule;
  /** How often the rule speaks of the text in the editor. */
  readonly count: number;
  readonly isTabStop: boolean;
  readonly onFocus: () => void;
}

function RuleRow({ rule, count, isTabStop, onFocus }: RuleRowProps) {
  return (
    <li>
      <a class="rule-row" href={`#rule/${rule.id}`} data-rule={rule.id} tabIndex={isTabStop ? 0 : -1} onFocus={onFocus}>
        <span class="rule-severities">
          {rule.severities.map((severity) => (
            <SeverityIcon key={severity} severity={severity} />
          ))}
          <span class="visually-hidden">{rule.severities.map((severity) => texts.severity[severity]).join(", ")}: </span>
        </span>
        <span class="rule-title">
          <span>
            <Words text={rule.title} />
          </span>
          <code>{rule.id}</code>
        </span>
        {count > 0 && (
          <span class="tab-count" title={reference.inYourFile(count)}>
            <span aria-hidden="true">{count}</span>
            <span class="visually-hidden">{reference.inYourFile(count)}</span>
          </span>
        )}
      </a>
    </li>
  );
}
