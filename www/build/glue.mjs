// Trunk's post_build hook: says shorter what wasm-bindgen wrote between the wasm and its worker.

import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { shortenedGlue } from "./first.mjs";

if (process.env.TRUNK_PROFILE === "release") {
  const folder = process.env.TRUNK_STAGING_DIR;
  const name = readdirSync(folder).find((name) => /^xtension-checker-.*\.js$/.test(name));
  const path = resolve(folder, name);
  writeFileSync(path, await shortenedGlue(readFileSync(path, "utf8")));
}
