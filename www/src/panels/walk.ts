/**
 * Moves the keyboard among `items`, one of which has it, by the arrow keys, Home and End, and says whether `event` did.
 */
export function walk(event: KeyboardEvent, items: readonly HTMLElement[], way: "down" | "across" = "down"): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey) return false;
  const index = items.findIndex((item) => item === event.target);
  const [next, previous] = way === "down" ? ["ArrowDown", "ArrowUp"] : ["ArrowRight", "ArrowLeft"];
  const last = items.length - 1;
  const moves: Record<string, number> = { [next]: Math.min(index + 1, last), [previous]: Math.max(index - 1, 0), Home: 0, End: last };
  const to = moves[event.key];
  if (index < 0 || to === undefined) return false;
  event.preventDefault();
  items[to]?.focus();
  return true;
}
