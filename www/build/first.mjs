// The checker that the page loads first: the library without its feature `whole`. Trunk builds the whole one.

import { transform } from "esbuild";
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";

const TARGET = "wasm32-unknown-unknown";
const NAME = "xtension_checker";

/** Builds it, and gives its files with the parts that they are for the page. */
export async function firstChecker() {
  const output = process.env.CARGO_TARGET_DIR ?? "target";
  const folder = join(output, "first");
  run("cargo", [
    ...["build", "--quiet", "--lib", "--locked", "--offline", "--package", "xtension-checker"],
    ...["--profile", "first", "--no-default-features", "--target", TARGET],
  ]);
  run("wasm-bindgen", [
    ...["--target", "web", "--no-typescript", "--remove-name-section", "--remove-producers-section"],
    ...["--out-dir", folder, join(output, TARGET, "first", `${NAME}.wasm`)],
  ]);
  const wasm = readFileSync(join(folder, `${NAME}_bg.wasm`));
  const glue = await shortenedGlue(readFileSync(join(folder, `${NAME}.js`), "utf8"));
  const hash = createHash("sha256").update(glue).update(wasm).digest("hex").slice(0, 16);
  return [
    { part: "first-js", name: `first-${hash}.js`, contents: Buffer.from(glue) },
    { part: "first-wasm", name: `first-${hash}.wasm`, contents: wasm },
  ];
}

/** What wasm-bindgen wrote between the wasm and its worker, said shorter. */
export async function shortenedGlue(text) {
  const { code } = await transform(text, { format: "esm", target: "es2022", minify: true, legalComments: "none" });
  return code;
}

function run(program, options) {
  execFileSync(program, options, { stdio: "inherit" });
}
