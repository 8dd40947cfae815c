import { useRef } from "preact/hooks";
import { COMMANDS, type Command, keysInWords } from "../commands";
import type { Session } from "../session/session";
import type { State } from "../session/state";
import { texts } from "../text/first";
import { MenuIcon } from "./icons";

/** The commands that have no button of their own. */
export function Menu({ session, state }: { session: Session; state: State }) {
  const list = useRef<HTMLDivElement>(null);
  const items = () => [...(list.current?.querySelectorAll<HTMLElement>("[role=menuitem]:not(:disabled)") ?? [])];
  const onKeyDown = (event: KeyboardEvent) => {
    const all = items();
    const index = all.findIndex((item) => item === document.activeElement);
    const moves: Record<string, number> = { ArrowDown: (index + 1) % all.length, ArrowUp: index - 1, Home: 0, End: -1 };
    const to = moves[event.key];
    if (to === undefined) return;
    event.preventDefault();
    all.at(to)?.focus();
  };
  const run = (command: Command) => {
    list.current?.hidePopover();
    command.run(session);
  };
  return (
    <div class="buttons menu-place">
      <button type="button" class="button" popovertarget="menu" aria-haspopup="menu" title={texts.toolbar.more} aria-label={texts.toolbar.more}>
        <MenuIcon />
      </button>
      <div
        id="menu"
        class="menu"
        role="menu"
        popover="auto"
        aria-label={texts.toolbar.more}
        ref={list}
        onToggle={(event) => event.newState === "open" && items()[0]?.focus()}
        onKeyDown={onKeyDown}
      >
        {COMMANDS.filter(({ inMenu }) => inMenu).map((command) => (
          <button
            key={command.name}
            type="button"
            role="menuitem"
            class="menu-item"
            tabIndex={-1}
            disabled={!(command.isPossible?.(state) ?? true)}
            onClick={() => run(command)}
          >
            <span>{texts.commands[command.name]}</span>
            {command.keys && (
              <span class="menu-keys" aria-hidden="true">
                {keysInWords(command.keys).map((key) => (
                  <kbd key={key}>{key}</kbd>
                ))}
              </span>
            )}
          </button>
        ))}
      </div>
    </div>
  );
}
