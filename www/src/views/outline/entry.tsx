import { SeverityIcon } from "../../panels/icons";
import { SEVERITIES } from "../../session/state";
import { outlineTexts as texts } from "../../text/later";
import type { Counted } from "./entries";

interface EntryItemProps {
  readonly counted: Counted;
  readonly isCurrent: boolean;
  readonly isTabStop: boolean;
  /** Goes to its place; with the keyboard, or only shows it. */
  readonly go: (counted: Counted, withKeyboard: boolean) => void;
}

/** An action, a definition or a way to sign in, in one or two lines. */
export function EntryItem({ counted, isCurrent, isTabStop, go }: EntryItemProps) {
  const { name, method, path, detail, isHidden } = counted.entry;
  // The on-screen keyboard of a touch screen would cover the page.
  const show = (event: MouseEvent) => go(counted, !(event instanceof PointerEvent && event.pointerType === "touch"));
  return (
    <li>
      <button type="button" class={isCurrent ? "entry is-current" : "entry"} aria-current={isCurrent} tabIndex={isTabStop ? 0 : -1} onClick={show}>
        <span class="entry-name">{name}</span>
        {isHidden && (
          <span class="entry-hidden" title={texts.hiddenHint}>
            {texts.hidden}
          </span>
        )}
        <Badges counted={counted} />
        {path && (
          <span class="entry-address">
            <span class="entry-method">{method}</span> {path}
          </span>
        )}
        {detail && <span class="entry-detail">{detail}</span>}
      </button>
    </li>
  );
}

function Badges({ counted: { problems } }: { readonly counted: Counted }) {
  return (
    <span class="entry-badges">
      {SEVERITIES.filter((severity) => problems[severity] > 0).map((severity) => (
        <span key={severity} class={`entry-badge is-${severity}`} title={texts.problems[severity](problems[severity])}>
          <SeverityIcon severity={severity} />
          <span aria-hidden="true">{problems[severity]}</span>
          <span class="visually-hidden">{texts.problems[severity](problems[severity])}</span>
        </span>
      ))}
    </span>
  );
}
