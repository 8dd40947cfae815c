import type { Origin } from "../../session/places";
import type { Session } from "../../session/session";
import type { Span } from "../../wire";
import { isSame, selectionOf } from "./find";
import type { Preview, Shown } from "./preview";

/** What the parts of the preview are drawn from. */
export interface Context {
  readonly session: Session;
  readonly preview: Preview;
  readonly shown: Shown;
}

/** Of a part that needs nothing else. */
export interface ContextProps {
  readonly context: Context;
}

/** Whether that place is the one that is lit. */
export function isLit({ preview }: Context, span: Span): boolean {
  return isSame(preview.lit, span);
}

/** Shows `span` in the text. The keyboard stays where it is. */
export function pointOut({ session, preview, shown }: Context, span: Span, origin: Origin = "panel"): void {
  if (span.start === span.end) return;
  preview.set({ lit: span });
  const [from, to] = selectionOf(shown.checked.text, span);
  session.places.showPlaceOf(shown.checked.text, from, to, origin);
}

/** Shows in the text what was clicked on: the keyboard goes there with a mouse, and stays with a key or a finger. */
export function showPlace(context: Context, span: Span, event: Event): void {
  const byMouse = event instanceof PointerEvent && event.pointerType === "mouse";
  pointOut(context, span, byMouse ? "editor" : "panel");
}
