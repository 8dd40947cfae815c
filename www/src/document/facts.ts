import { type LineEnd, lineEndOf } from "./bytes";

/** What a file has besides its text as the editor counts it. */
export interface FileFacts {
  /** Without its ending. */
  readonly name: string;
  /** How its name ends, such as `yaml`; `json` where there is none. */
  readonly ending?: string | undefined;
  readonly lineEnd: LineEnd;
  /** Its text was converted here from another format: it is JSON, whatever its name was. */
  readonly isConverted?: boolean;
}

/** A text that came without a file. */
export const NEW_FILE: FileFacts = { name: "xtension", lineEnd: "\n" };

/** What `text` is as a file called `name` where it came without one: JSON, unless it begins as YAML does. */
export function factsOfText(name: string, text: string): FileFacts {
  const { lineEnd } = lineEndOf(text);
  return isInBrackets(text) || !/^(swagger|openapi)[ \t]*:/m.test(text) ? { name, lineEnd } : { name, lineEnd, ending: "yaml" };
}

/** Whether `text` begins as JSON does, whatever its file is called. */
export function isInBrackets(text: string): boolean {
  return /^\s*[{[]/.test(text);
}
