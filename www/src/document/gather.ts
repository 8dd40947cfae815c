import { type NotUnpacked, openArchive } from "./archive";
import { harmlessPath, isArchive, mayBeXtension } from "./paths";

/** Why a file cannot be shown: it could not be read, is no archive, or holds too much. */
export type NotRead = NotUnpacked | "unreadable" | "no-archive";

/** A file that was found, and is not read yet. */
export interface Found {
  /** Harmless, whatever stood in an archive. */
  readonly path: string;
  /** Its bytes, where there are `most` of them at most. */
  read(most: number): Promise<Uint8Array | NotRead>;
}

/** What was found in what a person chose or dropped. */
export interface Gathered {
  readonly found: readonly Found[];
  /** How many files are of another kind. */
  readonly others: number;
  /** How many would have been too many. */
  readonly tooMany: number;
  /** The name of the one folder or archive that all of them come from. */
  readonly source: string;
}

/** What a person has dropped or chosen. */
export interface Offered {
  readonly files: readonly File[];
  readonly folders: readonly FileSystemDirectoryEntry[];
}

/** More than anybody has of Xtensions. */
export const MOST_FILES = 500;
/** A folder that is a whole disk must come to an end. */
const MOST_LOOKED_AT = 50_000;

/** Finds the files that may be Xtensions: those chosen by themselves, and those in folders and archives. */
export async function gather({ files, folders }: Offered, room: number, signal: AbortSignal): Promise<Gathered> {
  const found: Found[] = [];
  const count = { others: 0, tooMany: 0, lookedAt: 0 };
  const sources = new Set<string>();
  const take = (one: Found) => {
    if (found.length < room) found.push(one);
    else count.tooMany += 1;
  };
  const takeMember = (path: string, read: Found["read"]) => {
    count.lookedAt += 1;
    if (mayBeXtension(path)) take({ path: harmlessPath(path), read });
    else count.others += 1;
  };
  const takeFile = async (file: File) => {
    if (file.webkitRelativePath) {
      sources.add(file.webkitRelativePath.split("/")[0] ?? "");
      takeMember(file.webkitRelativePath, (most) => bytesOf(file, most));
      return;
    }
    sources.add(isArchive(file.name) ? file.name.replace(/\.zip$/i, "") : "");
    const packed = isArchive(file.name) ? await openArchive(file).catch(() => undefined) : [];
    if (!packed) take({ path: harmlessPath(file.name), read: async () => "no-archive" });
    else if (!isArchive(file.name)) take({ path: harmlessPath(file.name), read: (most) => bytesOf(file, most) });
    for (const { path, unpack } of packed ?? []) takeMember(path, unpack);
  };

  for (const file of files) await takeFile(file);
  for (const { name } of folders) sources.add(name);
  // No recursion, since folders may be as deep as somebody likes.
  const rest: FileSystemEntry[] = [...folders].reverse();
  for (let entry = rest.pop(); entry && !signal.aborted && count.lookedAt < MOST_LOOKED_AT; entry = rest.pop()) {
    if (isFile(entry)) takeMember(entry.fullPath, readerOf(entry));
    else if (isFolder(entry) && mayBeXtension(`${entry.fullPath}/any.json`)) rest.push(...(await membersOf(entry)).reverse());
  }
  count.tooMany += rest.length;
  const [source = ""] = sources.size === 1 ? sources : [];
  return { found, others: count.others, tooMany: count.tooMany, source };
}

const isFolder = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory;
const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile;

function readerOf(entry: FileSystemFileEntry): Found["read"] {
  return async (most) => {
    try {
      return await bytesOf(await new Promise<File>((resolve, reject) => entry.file(resolve, reject)), most);
    } catch {
      return "unreadable";
    }
  };
}

function bytesOf(file: File, most: number): Promise<Uint8Array | NotRead> {
  if (file.size > most) return Promise.resolve("too-large");
  return file.arrayBuffer().then(
    (bytes) => new Uint8Array(bytes),
    () => "unreadable",
  );
}

/** What stands in a folder; nothing of one that may not be read. Browsers hand it out in parts. */
async function membersOf(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const members: FileSystemEntry[] = [];
  for (;;) {
    const part = await new Promise<FileSystemEntry[]>((resolve) => reader.readEntries(resolve, () => resolve([])));
    if (part.length === 0) return members.sort((a, b) => (a.name < b.name ? -1 : 1));
    members.push(...part);
  }
}
