// The wasm that Trunk does not build: the checker that the page loads first, which is the library without its feature
// `whole`, and the converter, which is the library with `convert` in its place.

import { transform } from "esbuild";
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { release } from "./options.mjs";

const TARGET = "wasm32-unknown-unknown";
const NAME = "xtension_checker";

/** How the names of the converter's files begin. */
export const CONVERTER = "convert";

/** Builds the first checker, and gives its files with the parts that they are for the page. */
export function firstChecker() {
  return built("first", "first", []);
}

/** Builds the converter, and gives its files in the same way. */
export function converter() {
  return built(CONVERTER, release ? "converter" : "converter-for-development", ["--features", "convert"]);
}

async function built(part, profile, features) {
  const output = process.env.CARGO_TARGET_DIR ?? "target";
  const folder = join(output, part);
  run("cargo", [
    ...["build", "--quiet", "--lib", "--locked", "--offline", "--package", "xtension-checker"],
    ...["--profile", profile, "--no-default-features", "--target", TARGET, ...features],
  ]);
  run("wasm-bindgen", [
    ...["--target", "web", "--no-typescript", "--remove-name-section", "--remove-producers-section"],
    ...["--out-dir", folder, join(output, TARGET, profile, `${NAME}.wasm`)],
  ]);
  const wasm = readFileSync(join(folder, `${NAME}_bg.wasm`));
  const glue = await shortenedGlue(readFileSync(join(folder, `${NAME}.js`), "utf8"));
  const hash = createHash("sha256").update(glue).update(wasm).digest("hex").slice(0, 16);
  return [
    { part: `${part}-js`, name: `${part}-${hash}.js`, contents: Buffer.from(glue) },
    { part: `${part}-wasm`, name: `${part}-${hash}.wasm`, contents: wasm },
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
