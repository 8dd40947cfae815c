// Checks one file as a program does, for checkers that come without one. Its words: the checker and the file.

import { readFileSync } from "node:fs";
import { TOOLS } from "./tools.mjs";

const [tool, file] = process.argv.slice(2);
const check = await TOOLS[tool]();
console.log(await check(readFileSync(file, "utf8")));
