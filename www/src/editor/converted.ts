import { type Extension, type EditorState, StateEffect, StateField, type Text } from "@codemirror/state";
import { bringsFile } from "../document/file";
import type { Converted, Range, Remark, RemarkKind, Source } from "../wire";
import { invertedEffects } from "./commands";

/** A remark that can do without its original; its place in the result is counted as the text came of the conversion. */
export interface PlacedRemark extends Remark {
  /** In which line of the original it stands, counted from 1. */
  readonly line: number;
}

/** What the text of a file was converted from. The text as it came of that is its original. */
export interface MadeOf {
  readonly source: Source;
  readonly remarks: readonly PlacedRemark[];
}

/** What is known of a conversion of `original` once that is gone. */
export function madeOfOriginal(original: Text, { source, remarks }: Pick<Converted, "source" | "remarks">): MadeOf {
  const lineOf = ({ origin }: Remark) => original.lineAt(Math.min(origin.from, original.length)).number;
  return { source, remarks: remarks.map((remark) => ({ ...remark, line: lineOf(remark) })) };
}

/** The keys of a JSON Pointer, from the outside in, as people are told them. */
export function pathOf(pointer: string): string {
  const keys = pointer.split("/").slice(1);
  return keys.map((key) => key.replaceAll("~1", "/").replaceAll("~0", "~")).join(" › ");
}

/** `value` as this version of the page has kept it. */
export function keptMadeOf(value: unknown): MadeOf | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  const { source, remarks } = value as Partial<Record<keyof MadeOf, unknown>>;
  return isSource(source) && Array.isArray(remarks) && remarks.every(isPlaced) ? { source, remarks } : undefined;
}

const SOURCES = { openapi3: true, "openapi2-in-yaml": true, postman: true } satisfies Record<Source, true>;
const KINDS = { open: true, lost: true, changed: true, chosen: true } satisfies Record<RemarkKind, true>;

const isSource = (value: unknown): value is Source => typeof value === "string" && Object.hasOwn(SOURCES, value);

function isPlaced(value: unknown): value is PlacedRemark {
  if (typeof value !== "object" || value === null) return false;
  const { kind, message, because, path, pointer, line, origin, place } = value as Partial<Record<keyof PlacedRemark, unknown>>;
  const areTexts = [message, because, path, pointer].every((text) => typeof text === "string");
  const arePlaces = typeof line === "number" && isRange(origin) && (place === undefined || isRange(place));
  return areTexts && arePlaces && typeof kind === "string" && Object.hasOwn(KINDS, kind);
}

function isRange(value: unknown): value is Range {
  if (typeof value !== "object" || value === null) return false;
  const { from, to } = value as Partial<Record<keyof Range, unknown>>;
  return typeof from === "number" && typeof to === "number";
}

/** Says of a change that it puts in what was converted. */
export const setMadeOf = StateEffect.define<MadeOf | undefined>();

const field = StateField.define<MadeOf | undefined>({
  create: () => undefined,
  update(madeOf, transaction) {
    const given = transaction.effects.findLast((effect) => effect.is(setMadeOf));
    if (given) return given.value;
    return bringsFile(transaction) ? undefined : madeOf;
  },
});

/** Keeps what a text was converted from in the editor's state, so that undoing the conversion takes it away. */
export function convertedFrom(madeOf: MadeOf | undefined): Extension {
  return [
    field.init(() => madeOf),
    invertedEffects.of(({ startState, state }) => (startState.field(field) === state.field(field) ? [] : [setMadeOf.of(startState.field(field))])),
  ];
}

/** What the text of `state` was converted from. */
export function madeOf(state: EditorState): MadeOf | undefined {
  return state.field(field);
}
