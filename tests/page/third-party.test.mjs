// The work of others: its licences in the page, and the bill of materials of a release.

import { test } from "node:test";
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { DIST, open } from "./support.mjs";

function read(path) {
  return readFileSync(new URL(`../../${path}`, import.meta.url), "utf8");
}

test("the page shows the licences of all that is in it", async (t) => {
  const visit = await open(t);
  await visit.find(".cm-content");
  await visit.press("More commands");
  await visit.click("#menu ::-p-text(Licences)");
  const shown = await visit.textOf(".licences");
  for (const part of ["@codemirror/view", "preact", "fflate", "lucide", "wasm-bindgen", "serde", "standard library of Rust"]) {
    assert.ok(shown.includes(part), part);
  }
  assert.equal(await visit.page.evaluate(() => document.activeElement?.closest(".dialog") !== null), true);
  assert.equal(shown.trim(), readFileSync(join(DIST, "licences.txt"), "utf8").trim());
  await visit.keys("Escape");
  await visit.page.waitForFunction(() => document.querySelector(".dialog") === null);
  visit.isClean();
});

test("the licences name each package once, by the version of its lock", () => {
  const text = readFileSync(join(DIST, "licences.txt"), "utf8");
  const lock = JSON.parse(read("www/package-lock.json")).packages;
  for (const name of Object.keys(lock[""].dependencies)) {
    const { version, license } = lock[`node_modules/${name}`];
    assert.equal(text.split(`\n${name} ${version} (${license})\n`).length, 2, name);
  }
});

test("a release's bill of materials has all that the lock files name, and what of it is given away", (t) => {
  const folder = mkdtempSync(join(tmpdir(), "bill-"));
  t.after(() => rmSync(folder, { recursive: true }));
  const file = join(folder, "bill.json");
  execFileSync("node", [fileURLToPath(new URL("../../xtask/src/third_party/bill.mjs", import.meta.url)), file]);
  const { components, dependencies, metadata } = JSON.parse(readFileSync(file, "utf8"));

  const crates = read("Cargo.lock").match(/^checksum = /gm).length;
  assert.equal(components.filter(({ purl }) => purl.startsWith("pkg:cargo/")).length, crates);
  const places = Object.entries(JSON.parse(read("www/package-lock.json")).packages).filter(([place]) => place !== "");
  const packages = new Set(places.map(([place, { version }]) => `${place.replace(/^.*node_modules\//, "")} ${version}`));
  assert.equal(components.filter(({ purl }) => purl.startsWith("pkg:npm/")).length, packages.size);

  const addresses = new Set([...components, metadata.component].map((component) => component["bom-ref"]));
  assert.equal(addresses.size, components.length + 1);
  for (const { ref, dependsOn } of dependencies) for (const address of [ref, ...dependsOn]) assert.ok(addresses.has(address), address);
  for (const { name, hashes, licenses } of components) {
    assert.match(hashes[0].content, /^[0-9a-f]{64}([0-9a-f]{64})?$/, name);
    assert.ok(licenses[0].expression, name);
  }
  const scope = (name) => components.find((component) => component.name === name).scope;
  assert.deepEqual(["preact", "serde", "clap"].map(scope), ["required", "required", "required"]);
  assert.deepEqual(["esbuild", "proptest", "syn"].map(scope), ["excluded", "excluded", "excluded"]);
});
