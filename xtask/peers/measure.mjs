// How long a checker takes in a process of its own that is warm. Its words: the checker and the file.
//
// Writes one line, its values parted by tabs: the number of findings, how often the text was checked, then the first time,
// the minimum and the median, in microseconds.

import { readFileSync } from "node:fs";
import { TOOLS } from "./tools.mjs";

/** How long is measured, in milliseconds, after as long to get warm. */
const TIME = 1500;

/** How often each is done at least, unless it takes many seconds. */
const ROUNDS = 5;

const [tool, file] = process.argv.slice(2);
const text = readFileSync(file, "utf8");
const check = await TOOLS[tool]();

const { findings, time: first } = await timed();
// What takes many seconds is no quicker when warm.
const isLong = first > 10 * TIME;
if (!isLong) await measure(2);
const times = (await measure(isLong ? 1 : ROUNDS)).sort((a, b) => a - b);
const values = [first, times[0], times[Math.floor(times.length / 2)]].map((milliseconds) => (milliseconds * 1000).toFixed(1));
console.log([findings, times.length, ...values].join("\t"));

async function measure(rounds) {
  const times = [];
  const end = performance.now() + TIME;
  while (times.length < rounds || performance.now() < end) times.push((await timed()).time);
  return times;
}

async function timed() {
  const start = performance.now();
  const findings = await check(text);
  return { findings, time: performance.now() - start };
}
