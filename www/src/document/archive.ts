/** Why a file could not be taken out of an archive. */
export type NotUnpacked = "locked" | "damaged" | "too-large";

/** A file in an archive. */
export interface PackedFile {
  /** As it stands there: whatever somebody wrote. */
  readonly path: string;
  /** Its bytes, `most` of them at most: what the archive says of its size may be a lie. */
  unpack(most: number): Promise<Uint8Array | NotUnpacked>;
}

const END = 0x06054b50;
const END_LENGTH = 22;
const LONGEST_COMMENT = 0xffff;
const ENTRY = 0x02014b50;
const ENTRY_LENGTH = 46;
const LOCAL = 0x04034b50;
const LOCAL_LENGTH = 30;
const LONGEST_DIRECTORY = 16_000_000;
const LOCKED = 1;
const NAME_IS_UTF8 = 1 << 11;
const STORED = 0;
const DEFLATED = 8;

/**
 * The files in a .zip, from the directory at its end; nothing where it has none. Only that directory is read here, each
 * file when it is unpacked. https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT
 */
export async function openArchive(archive: Blob): Promise<PackedFile[] | undefined> {
  const tailStart = Math.max(0, archive.size - END_LENGTH - LONGEST_COMMENT);
  const tail = await viewOf(archive, tailStart, archive.size);
  let end = tail.byteLength - END_LENGTH;
  while (end >= 0 && !(tail.getUint32(end, true) === END && end + END_LENGTH + tail.getUint16(end + 20, true) <= tail.byteLength)) end -= 1;
  if (end < 0) return undefined;

  const length = tail.getUint32(end + 12, true);
  // Whatever stands before the archive, as in one that unpacks itself, moves all places that it names.
  const start = tailStart + end - length;
  const moved = start - tail.getUint32(end + 16, true);
  if (start < 0 || moved < 0 || length > LONGEST_DIRECTORY) return undefined;
  const directory = await viewOf(archive, start, start + length);

  const files: PackedFile[] = [];
  let at = 0;
  while (at + ENTRY_LENGTH <= directory.byteLength && directory.getUint32(at, true) === ENTRY) {
    const flags = directory.getUint16(at + 8, true);
    const nameEnd = at + ENTRY_LENGTH + directory.getUint16(at + 28, true);
    if (nameEnd > directory.byteLength) break;
    const name = new Uint8Array(directory.buffer, at + ENTRY_LENGTH, nameEnd - at - ENTRY_LENGTH);
    const entry: Entry = {
      isLocked: (flags & LOCKED) !== 0,
      method: directory.getUint16(at + 10, true),
      checksum: directory.getUint32(at + 16, true),
      packedSize: directory.getUint32(at + 20, true),
      place: moved + directory.getUint32(at + 42, true),
    };
    const path = nameOf(name, (flags & NAME_IS_UTF8) !== 0);
    if (!/[\\/]$/.test(path)) files.push({ path, unpack: (most) => unpack(archive, entry, most) });
    at = nameEnd + directory.getUint16(at + 30, true) + directory.getUint16(at + 32, true);
  }
  return files;
}

interface Entry {
  readonly isLocked: boolean;
  readonly method: number;
  readonly checksum: number;
  readonly packedSize: number;
  /** Where its own header begins. */
  readonly place: number;
}

async function unpack(archive: Blob, { isLocked, method, checksum, packedSize, place }: Entry, most: number): Promise<Uint8Array | NotUnpacked> {
  if (isLocked) return "locked";
  const header = await viewOf(archive, place, place + LOCAL_LENGTH);
  if (header.byteLength < LOCAL_LENGTH || header.getUint32(0, true) !== LOCAL) return "damaged";
  const start = place + LOCAL_LENGTH + header.getUint16(26, true) + header.getUint16(28, true);
  const packed = archive.slice(start, start + packedSize).stream();
  if (method !== STORED && method !== DEFLATED) return "damaged";
  const unpacked = method === STORED ? packed : packed.pipeThrough(new DecompressionStream("deflate-raw"));
  const chunks: Uint8Array[] = [];
  let size = 0;
  let crc = ~0;
  const reader = unpacked.getReader();
  try {
    for (let { value, done } = await reader.read(); !done && value; { value, done } = await reader.read()) {
      size += value.length;
      if (size > most) {
        void reader.cancel();
        return "too-large";
      }
      crc = checksumOf(value, crc);
      chunks.push(value);
    }
  } catch {
    return "damaged";
  }
  return ~crc >>> 0 === checksum ? joined(chunks, size) : "damaged";
}

async function viewOf(archive: Blob, start: number, end: number): Promise<DataView> {
  return new DataView(await archive.slice(start, end).arrayBuffer());
}

function joined(chunks: readonly Uint8Array[], size: number): Uint8Array {
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}

const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let rest = byte;
  for (let bit = 0; bit < 8; bit += 1) rest = rest & 1 ? (rest >>> 1) ^ 0xedb88320 : rest >>> 1;
  return rest;
});

function checksumOf(bytes: Uint8Array, before: number): number {
  let crc = before;
  for (const byte of bytes) crc = (crc >>> 8) ^ (TABLE[(crc ^ byte) & 0xff] ?? 0);
  return crc;
}

/** The upper half of code page 437, in which names stand that are not said to be UTF-8. */
const CODE_PAGE =
  "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00a0";

/** Many tools write UTF-8 without saying so; what cannot be UTF-8 is the old code page. */
function nameOf(bytes: Uint8Array, isUtf8: boolean): string {
  try {
    return new TextDecoder("utf-8", { fatal: !isUtf8 }).decode(bytes);
  } catch {
    return Array.from(bytes, (byte) => (byte < 0x80 ? String.fromCharCode(byte) : (CODE_PAGE[byte - 0x80] ?? ""))).join("");
  }
}
