import type { Note } from "../../wire";
import type { Moment } from "./find";

/** The notes of the summary that are not about the import, by when they matter. */
const ELSEWHERE: Readonly<Record<string, Moment>> = {
  "bearer-is-typed": "connection",
  "connection-field-names": "connection",
  "several-keys": "connection",
  "gateway-needed": "connection",
  "renewal-by-address": "connection",
  "renewal-by-setting": "connection",
  "entra-tenant": "connection",
  "entra-administrator": "connection",
  "k2-password": "connection",
  "k2-rights": "connection",
  "placed-actions-stay": "actions",
  "placed-actions-follow": "actions",
  "too-many-actions": "actions",
  "k2-paging": "actions",
  "k2-filter": "actions",
  "k2-data-fields": "actions",
};

/** What the preview says where the redirect URL is. */
const SAID_ALREADY = "redirect-url-region";

/** Those of the notes that are worth knowing at `moment`. */
export function notesOf(notes: readonly Note[], moment: Moment): Note[] {
  return notes.filter(({ id }) => id !== SAID_ALREADY && (ELSEWHERE[id] ?? "import") === moment);
}

/** The sentence on the regions of the redirect URL. */
export function regionNote(notes: readonly Note[]): string | undefined {
  return notes.find(({ id }) => id === SAID_ALREADY)?.text;
}
