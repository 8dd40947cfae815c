import type { LineEnd } from "./bytes";

/** What a file has besides its text as the editor counts it. */
export interface FileFacts {
  /** Without `.json`. */
  readonly name: string;
  readonly lineEnd: LineEnd;
  /** Its text was converted here from another format: it is JSON, whatever its name was. */
  readonly isConverted?: boolean;
}

/** A text that came without a file. */
export const NEW_FILE: FileFacts = { name: "xtension", lineEnd: "\n" };
