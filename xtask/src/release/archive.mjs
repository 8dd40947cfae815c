// Packs files into a .zip archive, the same ones into the same bytes. Its words: the archive, then each file or folder,
// as `PLACE` or `NAME=PLACE`, the name being the one that it has in the archive.

import { createRequire } from "node:module";
import { readFileSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { basename, join, relative } from "node:path";

const { zipSync } = createRequire(new URL("../../../www/package.json", import.meta.url))("fflate");

/** The earliest time that the format knows: those of the files would differ from build to build. */
const TIME = new Date(1980, 0, 1);

/** Who reads the rights of a file: Unix, which then knows what may be run. */
const UNIX = 3;
const rights = (file) => (statSync(file).mode & 0o100 ? 0o100755 : 0o100644);

const [archive, ...words] = process.argv.slice(2);
const contents = {};
for (const word of words) {
  const [name, place] = word.includes("=") ? word.split("=") : [basename(word), word];
  for (const file of filesOf(place)) {
    const inner = relative(place, file).replaceAll("\\", "/");
    const path = [name, inner].filter((part) => part !== "" && part !== ".").join("/");
    contents[path] = [readFileSync(file), { os: UNIX, attrs: rights(file) * 2 ** 16 }];
  }
}
const inOrder = Object.fromEntries(Object.entries(contents).sort(([one], [other]) => (one < other ? -1 : 1)));
writeFileSync(archive, zipSync(inOrder, { level: 9, mtime: TIME }));

function filesOf(place) {
  if (!statSync(place).isDirectory()) return [place];
  const entries = readdirSync(place, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}
