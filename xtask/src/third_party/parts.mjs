// The work of others that is in what the project gives away: crates in its programs, packages of npm in its page.

import { execFileSync } from "node:child_process";
import { readFileSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../../..", import.meta.url));

/** The project's own package. */
const OWN = "xtension-checker";

/**
 * @typedef {object} Part
 * @property {string} name
 * @property {string} version
 * @property {string} licence As an SPDX expression.
 * @property {string} folder Where its files lie on this machine.
 */

/**
 * The crates that are linked into the library, or into its command line, in the order of their names. What only runs
 * while it is built, as macros do, is not among them.
 *
 * @param {string} features Those of the library's package, parted by commas.
 * @param {string} target As Rust names it.
 * @returns {Part[]}
 */
export function crates(features, target) {
  const options = ["--no-default-features", "--features", features, "--filter-platform", target];
  const { packages, resolve } = metadata(options);
  const byId = new Map(packages.map((crate) => [crate.id, crate]));
  const nodes = new Map(resolve.nodes.map((node) => [node.id, node]));
  const found = new Set();
  const waiting = packages.filter(({ name }) => name === OWN).map(({ id }) => id);
  while (waiting.length > 0) {
    const id = waiting.pop();
    if (found.has(id)) continue;
    found.add(id);
    for (const { pkg, dep_kinds } of nodes.get(id).deps) {
      const isLinked = dep_kinds.some(({ kind }) => kind === null) && !isMacro(byId.get(pkg));
      if (isLinked) waiting.push(pkg);
    }
  }
  return [...found]
    .map((id) => byId.get(id))
    .filter(({ name }) => name !== OWN)
    .map(crateAsPart)
    .sort(byName);
}

/** All that cargo knows of the crates in Cargo.lock. */
export function metadata(options) {
  const words = ["metadata", "--format-version", "1", "--locked", "--manifest-path", join(ROOT, "crate/Cargo.toml"), ...options];
  return JSON.parse(execFileSync("cargo", words, { encoding: "utf8", maxBuffer: 2 ** 28 }));
}

export function isMacro({ targets }) {
  return targets.some(({ kind }) => kind.includes("proc-macro"));
}

/** @returns {Part} */
export function crateAsPart({ name, version, license, manifest_path }) {
  // Older crates part alternatives by a slash, which is no operator of SPDX.
  return { name, version, licence: license?.replaceAll("/", " OR "), folder: dirname(manifest_path) };
}

/**
 * The packages of npm that the page has, in the order of their names: those that it names as dependencies, and theirs.
 *
 * @returns {Part[]}
 */
export function packages() {
  const lock = JSON.parse(readFileSync(join(ROOT, "www/package-lock.json"), "utf8")).packages;
  const found = new Map();
  const waiting = Object.keys(lock[""].dependencies);
  while (waiting.length > 0) {
    const name = waiting.pop();
    if (found.has(name)) continue;
    const path = `node_modules/${name}`;
    const { version, license, dependencies = {} } = lock[path];
    found.set(name, { name, version, licence: license, folder: join(ROOT, "www", path) });
    waiting.push(...Object.keys(dependencies));
  }
  return [...found.values()].sort(byName);
}

/** The texts of the licences in a part's folder: of several that one may choose among, MIT's. */
export function licenceTexts({ name, folder }) {
  const files = readdirSync(folder)
    .filter((file) => /^(licen[cs]e|copying|notice|unlicense)/i.test(file))
    .sort();
  const others = files.some((file) => /mit/i.test(file)) ? files.filter((file) => !/apache|unlicense|copying/i.test(file)) : files;
  if (others.length === 0) throw new Error(`${name} comes without the text of its licence`);
  return others.map((file) => readFileSync(join(folder, file), "utf8").replaceAll("\r\n", "\n").trim());
}

/** The text of the project's own licence, MIT's, after the line that says whose it is. */
export function permission() {
  const text = readFileSync(join(ROOT, "LICENSE-MIT"), "utf8");
  return text.slice(text.indexOf("Permission is hereby granted")).trim();
}

function byName(one, other) {
  if (one.name === other.name) return one.version < other.version ? -1 : 1;
  return one.name < other.name ? -1 : 1;
}
