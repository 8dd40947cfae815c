// Writes SHA256SUMS into a folder, its word: the sum of each of its files, as `sha256sum --check` reads them.

import { createHash } from "node:crypto";
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const NAME = "SHA256SUMS";

const [folder] = process.argv.slice(2);
const lines = readdirSync(folder)
  .filter((name) => name !== NAME)
  .sort()
  .map((name) => `${createHash("sha256").update(readFileSync(join(folder, name))).digest("hex")}  ${name}\n`);
writeFileSync(join(folder, NAME), lines.join(""));
