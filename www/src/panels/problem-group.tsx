import type { Group } from "../session/groups";
import { texts } from "../text/first";
import { FoldIcon, SeverityIcon } from "./icons";
import { Words } from "./words";

interface GroupHeadProps {
  readonly group: Group;
  readonly isOpen: boolean;
  readonly isTabStop: boolean;
  readonly onToggle: () => void;
}

/** What many problems of one cause have in common, and how many there are. */
export function GroupHead({ group, isOpen, isTabStop, onToggle }: GroupHeadProps) {
  return (
    <button
      type="button"
      class="problem-head group-head"
      data-group={group.key}
      aria-expanded={isOpen}
      tabIndex={isTabStop ? 0 : -1}
      onClick={onToggle}
    >
      <SeverityIcon severity={group.severity} />
      <span class="visually-hidden">{texts.severity[group.severity]}: </span>
      <span class="group-title">
        <Words text={group.title} />
      </span>
      <span class="group-count">
        {texts.problems.places(group.problems.length)}
        <FoldIcon />
      </span>
    </button>
  );
}
