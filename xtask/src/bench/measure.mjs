// How long `check` takes as wasm in Node.js, beside `JSON.parse`, for each file named after the module of wasm-bindgen.
//
// Writes one line for each file, its values parted by tabs: its size in bytes, the number of diagnostics, then minimum
// and median of `JSON.parse`, and minimum and median of `check`, in microseconds.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { resolve } from "node:path";

/** How long each file is measured, in milliseconds. */
const TIME = 2000;

/** How often each is done at least. */
const ROUNDS = 10;

const [module, ...files] = process.argv.slice(2);
const { check } = createRequire(import.meta.url)(resolve(module));

for (const file of files) {
  const text = readFileSync(file, "utf8");
  const { diagnostics } = check(text);
  // The first rounds run before the engine has made its fastest code of the wasm.
  measure(text);
  const { parses, checks } = measure(text);
  console.log([Buffer.byteLength(text), diagnostics.length, ...microseconds(parses), ...microseconds(checks)].join("\t"));
}

function measure(text) {
  const parses = [];
  const checks = [];
  const end = performance.now() + TIME;
  // By turns, so that both meet the same moods of the machine.
  while (parses.length < ROUNDS || performance.now() < end) {
    parses.push(time(() => JSON.parse(text)));
    checks.push(time(() => check(text)));
  }
  return { parses, checks };
}

/** How long `work` takes, in milliseconds. */
function time(work) {
  const start = performance.now();
  work();
  return performance.now() - start;
}

/** Minimum and median. */
function microseconds(times) {
  times.sort((a, b) => a - b);
  return [times[0], times[Math.floor(times.length / 2)]].map((milliseconds) => (milliseconds * 1000).toFixed(1));
}
