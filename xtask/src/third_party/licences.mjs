// The licences of all that others wrote and the project gives away, as one text.
//
// As a program: writes those of the command line to a file. Its words: the features, the target, and the file.

import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { crates, licenceTexts, packages, permission } from "./parts.mjs";

const LINE = "-".repeat(40);

/** The licences of the page: of the crates in its wasms, and of the packages in its scripts. */
export function licencesOfPage() {
  return licences([...packages(), ...crates("whole,convert", "wasm32-unknown-unknown")]);
}

/** One text of them all. What several have word by word stands there once, under all their names. */
function licences(parts) {
  const byText = new Map();
  for (const part of parts) {
    for (const text of licenceTexts(part)) {
      const key = text.replaceAll(/\s+/g, " ");
      const { names } = byText.get(key) ?? byText.set(key, { text, names: [] }).get(key);
      names.push(`${part.name} ${part.version} (${part.licence})`);
    }
  }
  const sections = [...byText.values()].map(({ text, names }) => [LINE, ...names, "", text].join("\n"));
  return `${[INTRODUCTION, ...sections, standardLibrary()].join("\n\n")}\n`;
}

const INTRODUCTION = `Xtension Checker is licensed under MIT or Apache 2.0, as you choose.

It has in it the work of others, each with the licence under which they give it.
Where they offer several, the one that is taken here is shown.`;

/** The library of Rust itself, whose files are not among the crates. */
function standardLibrary() {
  const version = execFileSync("rustc", ["--version"], { encoding: "utf8" }).split(" ")[1];
  const copyright = "Copyright (c) The Rust Project Developers (see https://thanks.rust-lang.org)";
  const name = `The standard library of Rust ${version}, with the crates in it (MIT OR Apache-2.0)`;
  return [LINE, name, "", copyright, "", permission()].join("\n");
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [features, target, file] = process.argv.slice(2);
  writeFileSync(file, licences(crates(features, target)));
}
