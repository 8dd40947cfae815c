// Trunk's post_build hook: says shorter what wasm-bindgen wrote between the wasm and its worker.

import { transform } from "esbuild";
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";

if (process.env.TRUNK_PROFILE === "release") {
  const folder = process.env.TRUNK_STAGING_DIR;
  const name = readdirSync(folder).find((name) => /^xtension-checker-.*\.js$/.test(name));
  const path = resolve(folder, name);
  const { code } = await transform(readFileSync(path, "utf8"), { format: "esm", target: "es2022", minify: true, legalComments: "none" });
  writeFileSync(path, code);
}
