import { allowedName } from "./file";

/** Files that systems and tools put beside those of a person. */
const NOT_OF_A_PERSON = /(^|[\\/])(\.(?!\.?[\\/])|__MACOSX[\\/]|node_modules[\\/])/;
const MAY_BE_TEXT = /\.(json|jsonc|json5|txt|ya?ml)$/i;
const LONGEST_NAME = 200;

/** Whether a file in a folder may be an Xtension, or become one; what a person has chosen by itself is always taken. */
export function mayBeXtension(path: string): boolean {
  return MAY_BE_TEXT.test(path) && !NOT_OF_A_PERSON.test(path);
}

/** Whether a file is an archive by its name. */
export function isArchive(fileName: string): boolean {
  return /\.zip$/i.test(fileName);
}

/** `path` as it may stand in an archive: below its top, with `/` between the parts, each a name that any system takes. */
export function harmlessPath(path: string): string {
  const parts = path.split(/[\\/]/).map((part) => allowedName(part.slice(0, LONGEST_NAME)));
  return parts.filter(Boolean).join("/") || "file.json";
}

/** The folder of `path`, which ends in `/` or is empty, and the name of the file in it. */
export function folderAndName(path: string): { folder: string; name: string } {
  const start = path.lastIndexOf("/") + 1;
  return { folder: path.slice(0, start), name: path.slice(start) };
}

/** `path`, with a number before its ending where it is one of `taken`, in whatever case. */
export function freePath(path: string, taken: ReadonlySet<string>): string {
  const [, stem = path, ending = ""] = /^(.*?)((?:\.[^./]*)?)$/s.exec(path) ?? [];
  let free = path;
  for (let count = 2; taken.has(free.toLowerCase()); count += 1) free = `${stem} (${count})${ending}`;
  return free;
}
