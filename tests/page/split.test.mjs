// One Xtension with two ways to sign in becomes two.

import { test } from "node:test";
import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { untilFiles } from "./kept.mjs";
import { dialogIsGone, editorHas, openByMenu, TWO_WAYS } from "./parts.mjs";
import { open, sample } from "./support.mjs";

const { unzipSync } = createRequire(new URL("../../www/package.json", import.meta.url))("fflate");

async function splitting(t, options = {}) {
  const visit = await open(t, options);
  await visit.paste(TWO_WAYS);
  await visit.checked();
  await visit.press("Split by authentication");
  await visit.find(".split-parts");
  return visit;
}

test("the problem of two ways to sign in offers to split: the parts take the place of the whole, and undo brings it back", async (t) => {
  const visit = await splitting(t);
  const parts = await visit.page.$$eval(".split-parts > li", (parts) => parts.map((part) => part.textContent));
  assert.equal(parts.length, 2);
  assert.match(parts[0], /basic.*1 operation.*List rooms/);
  assert.match(parts[1], /key.*1 operation.*Add a key/);
  await visit.press("Split into 2 Xtensions");
  await dialogIsGone(visit);
  await visit.page.waitForFunction(() => document.querySelectorAll(".file-head").length === 2);
  const names = await visit.page.$$eval(".file-path", (paths) => paths.map((path) => path.textContent));
  assert.deepEqual(names.sort(), ["xtension-basic.json", "xtension-key.json"]);
  await editorHas(visit, "/keys", false);
  await visit.click(".notice ::-p-text(Undo)");
  await visit.page.waitForFunction(() => !document.querySelector(".file-head"));
  assert.equal(await visit.copied(), TWO_WAYS);
  visit.isClean();
});

test("the archive of the files has the parts alone, also after a reload", async (t) => {
  const visit = await splitting(t);
  await visit.press("Split into 2 Xtensions");
  await visit.find(".file-head");
  await visit.until("took the place of xtension.json", ".notice");
  await untilFiles(visit, (files) => files.length === 2);
  await visit.page.reload();
  await visit.click("#tab-files");
  await visit.page.waitForFunction(() => document.querySelectorAll(".file-head").length === 2);
  await visit.press("Download .zip");
  const files = unzipSync(await visit.downloaded("xtensions.zip"));
  assert.deepEqual(Object.keys(files).sort(), ["xtension-basic.json", "xtension-key.json"]);
  visit.isClean();
});

test("all of them are downloaded together", async (t) => {
  const visit = await splitting(t);
  await visit.press("Download all");
  const files = unzipSync(await visit.downloaded("xtension.zip"));
  assert.deepEqual(Object.keys(files).sort(), ["xtension-basic.json", "xtension-key.json"]);
  const { paths, securityDefinitions } = JSON.parse(Buffer.from(files["xtension-key.json"]).toString());
  assert.deepEqual([Object.keys(paths), Object.keys(securityDefinitions)], [["/keys"], ["key"]]);
});

test("an Xtension with one way to sign in is not split", async (t) => {
  const visit = await open(t);
  await visit.paste(sample("correct"));
  await visit.checked();
  await openByMenu(visit, "Split by authentication");
  await visit.until("nothing to split", "dialog");
});

for (const options of [{}, { scheme: "dark" }, { width: 360, height: 740 }]) {
  test(`axe finds nothing: ${JSON.stringify(options)}`, async (t) => {
    const visit = await splitting(t, options);
    assert.deepEqual(await visit.violations(), []);
    assert.equal(await visit.scrollsSideways(), false);
  });
}
