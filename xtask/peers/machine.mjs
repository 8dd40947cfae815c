// What the machine is, in words: the processor, its cores, the memory, how busy it is, and the versions of what is measured.

import { readFileSync } from "node:fs";
import { cpus, loadavg, totalmem } from "node:os";

const [{ model }, ...others] = cpus();
const memory = `${Math.round(totalmem() / 2 ** 30)} GB of memory`;
const load = `a load of ${loadavg()[0].toFixed(1)} when it began`;
console.log(`${model.trim()}, ${others.length + 1} cores, ${memory}, Node.js ${process.version}; ${load}`);

const { dependencies } = JSON.parse(readFileSync(new URL("package.json", import.meta.url), "utf8"));
for (const [name, version] of Object.entries(dependencies)) console.log(`${name} ${version}`);
