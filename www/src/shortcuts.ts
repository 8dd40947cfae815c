import type { Session } from "./session/session";

/** The keys that work wherever the focus is. */
export function bindShortcuts(session: Session, openFile: () => void): void {
  const withControl: Record<string, () => void> = {
    s: () => session.documents.download(),
    o: openFile,
    ".": () => session.places.focusFixes(),
  };
  document.addEventListener("keydown", (event) => {
    const plain = !event.ctrlKey && !event.metaKey && !event.altKey;
    let command: (() => void) | undefined;
    if (event.key === "F8" && plain) command = () => session.places.step(event.shiftKey ? -1 : 1);
    else if ((event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey) command = withControl[event.key];
    if (!command) return;
    event.preventDefault();
    command();
  });
}
