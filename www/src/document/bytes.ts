/** How the lines of a file end. */
export type LineEnd = "\n" | "\r\n";

/** Why the bytes of a file are no text that can be shown. */
export type Unreadable = "utf-16" | "not-utf-8";

/** The text of a file; a byte order mark stays in it, since Nintex would see it as well. */
export function decode(bytes: Uint8Array): { text: string } | { unreadable: Unreadable } {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) return { unreadable: "utf-16" };
  try {
    return { text: new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes) };
  } catch {
    return { unreadable: "not-utf-8" };
  }
}

/** The line end that most lines of `text` have, and whether some have another. */
export function lineEndOf(text: string): { lineEnd: LineEnd; mixed: boolean } {
  let pairs = 0;
  let others = 0;
  for (const [end] of text.matchAll(/\r\n?|\n/g)) {
    if (end === "\r\n") pairs += 1;
    else others += 1;
  }
  const bareReturns = /\r(?!\n)/.test(text);
  return { lineEnd: pairs > others ? "\r\n" : "\n", mixed: bareReturns || (pairs > 0 && others > 0) };
}

/** `text` as the editor counts it, with one `\n` a line, as its file has it. */
export function withLineEnd(text: string, lineEnd: LineEnd): string {
  return lineEnd === "\n" ? text : text.replaceAll("\n", lineEnd);
}
