import type { Text } from "@codemirror/state";
import type { Action, Actions, Field, Span, Summary } from "../../wire";

/** What people see of an Xtension, by when they see it. */
export const MOMENTS = ["import", "connection", "actions"] as const;

/** One of the times at which people see something of an Xtension. */
export type Moment = (typeof MOMENTS)[number];

/** What of the preview belongs to a place of the text. */
export interface Found {
  readonly moment: Moment;
  /** The position of the action in the list. */
  readonly action?: number;
  /** The place of the field, or of what else is shown. */
  readonly lit?: Span | undefined;
}

/** Whether `offset` is in the place or at one of its ends; a place without length holds nothing. */
export function holds({ start, end }: Span, offset: number): boolean {
  return start < end && start <= offset && offset <= end;
}

/** Whether both are one place. */
export function isSame(one: Span | undefined, other: Span | undefined): boolean {
  return one !== undefined && one.start === other?.start && one.end === other.end;
}

/** All fields of an action, with what is in them. */
export function fieldsOf({ inputs, hiddenInputs, outputs }: Action): Field[] {
  return [inputs, hiddenInputs, outputs].flat().flatMap((field) => [field, ...(field.inner ?? [])]);
}

/** The place, of those that hold `offset`, of the smallest thing. */
function smallest(places: readonly Span[], offset: number): Span | undefined {
  const around = places.filter((place) => holds(place, offset));
  return around.sort((a, b) => a.end - a.start - (b.end - b.start))[0];
}

/** The place of the field that is described at `offset`, there or where a reference leads. */
function fieldAt(action: Action, offset: number): Span | undefined {
  const fields = fieldsOf(action);
  const own = smallest(fields.map(({ span }) => span), offset);
  const target = smallest(fields.flatMap(({ target }) => target ?? []), offset);
  const isTargetSmaller = target && (!own || target.end - target.start < own.end - own.start);
  return isTargetSmaller ? fields.find((field) => isSame(field.target, target))?.span : own;
}

/**
 * What belongs to `offset`. Where several actions use a definition, it is the one at position `open` if that is one of
 * them.
 */
export function find(summary: Summary, actions: Actions | undefined, open: number | undefined, offset: number): Found | undefined {
  const list = actions?.list ?? [];
  const inside = list.findIndex(({ span }) => holds(span, offset));
  const within = list[inside];
  if (within) return { moment: "actions", action: inside, lit: fieldAt(within, offset) };

  const { connection, title, description, version, addresses } = summary;
  if (connection.definitions.some(({ span }) => holds(span, offset))) {
    const own = connection.fields.filter(({ span }) => !connection.definitions.some((definition) => isSame(definition.span, span)));
    return { moment: "connection", lit: smallest(own.map(({ span }) => span), offset) };
  }
  const said = smallest([title.span, description.span, version.span, ...addresses.map(({ span }) => span)], offset);
  if (said) return { moment: "import", lit: said };

  const opened = open === undefined ? undefined : list[open];
  const first = opened && fieldAt(opened, offset) ? open : list.findIndex((action) => !action.isHidden && fieldAt(action, offset));
  const user = first === undefined ? undefined : list[first];
  return user && first !== undefined ? { moment: "actions", action: first, lit: fieldAt(user, offset) } : undefined;
}

const LONGEST_SELECTION = 600;

/** What to select of a place: a member's name, what is short as a whole, else its first line. */
export function selectionOf(text: Text, { start, end }: Span): [from: number, to: number] {
  const shown = text.sliceString(start, Math.min(end, start + LONGEST_SELECTION));
  const name = /^"(?:[^"\\]|\\.)*"/.exec(shown)?.[0];
  if (name) return [start, start + name.length];
  return end - start <= LONGEST_SELECTION ? [start, end] : [start, Math.min(end, text.lineAt(start).to)];
}
