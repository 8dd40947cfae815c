import { useMemo } from "preact/hooks";
import { pick as words } from "../text/later";
import type { Choice, Group } from "./groups";

interface RowProps {
  readonly choice: Choice;
  readonly isChosen: boolean;
  /** Chooses it, or no longer; with `extend` all from the last one on. */
  readonly toggle: (position: number, extend: boolean) => void;
}

/** An operation to be chosen. */
export function Row({ choice, isChosen, toggle }: RowProps) {
  const { position, candidate } = choice;
  // Hundreds of lines stay as they are while one is chosen.
  return useMemo(() => {
    let extend = false;
    return (
      <li class="pick-row">
        <label
          onClick={(event) => {
            // A press on the words with Shift reaches the box in no browser alike.
            if (!event.shiftKey || event.target instanceof HTMLInputElement) return;
            event.preventDefault();
            toggle(position, true);
          }}
        >
          <input
            type="checkbox"
            checked={isChosen}
            tabIndex={-1}
            data-position={position}
            onClick={(event) => {
              extend = event.shiftKey;
            }}
            onChange={() => toggle(position, extend)}
          />
          <span class="pick-label">{candidate.label || candidate.path}</span>
          {candidate.isDeprecated && <span class="tag">{words.deprecated}</span>}
          <code class="pick-call">
            <span class="pick-method">{candidate.method}</span> {candidate.path}
          </code>
        </label>
      </li>
    );
  }, [choice, isChosen, toggle]);
}

interface HeadProps {
  readonly group: Group;
  readonly count: number;
  readonly isTabStop: boolean;
  readonly toggle: (to: boolean) => void;
}

/** The head of a group, by which all of it that is shown is chosen. */
export function GroupHead({ group, count, isTabStop, toggle }: HeadProps) {
  const all = group.choices.length;
  return (
    <h3 class="pick-group">
      <label>
        <input
          type="checkbox"
          checked={count === all}
          tabIndex={isTabStop ? 0 : -1}
          ref={(box) => {
            if (box) box.indeterminate = count > 0 && count < all;
          }}
          onChange={() => toggle(count < all)}
        />
        {group.name || words.noGroup}
      </label>{" "}
      <span class="pick-count">{words.groupCount(count, all)}</span>
    </h3>
  );
}
