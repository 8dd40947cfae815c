import type { Ignored } from "../wire";

const KEY = "xtension-checker.ignored";
// Far more than anyone chooses by hand; the oldest go first.
const MOST = 2000;

/** A choice not to be told something: a problem of one Xtension, or all problems of a rule in every file. */
export interface Choice extends Ignored {
  /** The Xtension that the problem is in; empty for a rule. */
  readonly of: string;
}

/** The choices that this browser keeps. */
export function loadChoices(): readonly Choice[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? "[]");
    return Array.isArray(kept) ? kept.filter(isChoice) : [];
  } catch {
    return [];
  }
}

/** Calls `onChange` when another page of this browser has kept other choices. */
export function onOtherChoices(onChange: () => void): void {
  addEventListener("storage", ({ key }) => {
    if (key === KEY || key === null) onChange();
  });
}

/** Whether both ignore the same. */
export function isSameChoice(one: Choice, other: Choice): boolean {
  return one.rule === other.rule && one.pointer === other.pointer && one.message === other.message && one.of === other.of;
}

/** Keeps the choices in this browser; where it forbids that, they last as long as the page. */
export function keepChoices(choices: readonly Choice[]): void {
  try {
    if (choices.length === 0) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, JSON.stringify(choices.slice(-MOST)));
  } catch {
    // The page goes on with what it has.
  }
}

function isChoice(value: unknown): value is Choice {
  if (typeof value !== "object" || value === null) return false;
  const { rule, pointer, message, of } = value as Record<string, unknown>;
  return [rule, pointer, message, of].every((part) => typeof part === "string");
}
