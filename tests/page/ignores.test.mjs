// What a person chooses not to be told: gone from counts, marks and fixes, and back again.

import { test } from "node:test";
import assert from "node:assert/strict";
import { open, sample } from "./support.mjs";

const KEY = "xtension-checker.ignored";
const HEADER = "Authorization header";

async function openBroken(t, text = sample("forum-thread"), options) {
  const visit = await open(t, options);
  await visit.paste(text);
  await visit.checked();
  return visit;
}

const messages = (visit) => visit.page.$$eval(".problem-message", (all) => all.map((one) => one.textContent));
async function choose(visit, label) {
  // What the fixes change comes by a script of its own, and moves what stands below.
  await visit.page.waitForFunction(() => !document.querySelector(".problem.is-current .fix") || document.querySelector(".problem.is-current .preview"));
  await visit.click(`.problem.is-current .ignore-choices ::-p-text(${label})`);
}
const count = async (visit) => Number(await visit.textOf(".tab-count"));

test("an error that is ignored is not counted, marked or reached, and the verdict says that it is there", async (t) => {
  const visit = await openBroken(t);
  const all = await messages(visit);
  assert.match(all[0], new RegExp(HEADER));
  await choose(visit, "Ignore here");
  await visit.until("Not ready to import: 1 error is ignored", ".verdict");
  assert.deepEqual(await messages(visit), all.slice(1));
  assert.equal(await count(visit), all.length - 1);
  assert.equal(await visit.page.$(">>> .cm-lintRange-error"), null);
  await visit.untilFocused(/problem-head/);
  await visit.keys(...Array(all.length).fill("F8"));
  assert.ok(!(await visit.textOf(".problem.is-current .problem-message")).includes(HEADER));

  await visit.page.reload();
  await visit.until("Not ready to import: 1 error is ignored", ".verdict");
  await visit.click(".ignored-head");
  await visit.until(HEADER, ".ignored-list");
  assert.deepEqual(await visit.violations(), []);
  await visit.click(".ignored-list .link ::-p-text(Tell me again)");
  await visit.until("Errors make the import", ".verdict");
  assert.deepEqual(await messages(visit), all);
  assert.equal(await visit.page.evaluate((key) => localStorage.getItem(key), KEY), null);
  visit.isClean();
});

test("what another page of this browser ignores is ignored here, too, and stays so", async (t) => {
  const visit = await openBroken(t);
  await choose(visit, "Ignore here");
  await visit.until("Not ready to import: 1 error is ignored", ".verdict");
  const other = { rule: "a-rule", pointer: "", message: "", of: "" };
  // A page hears of what others keep, and not of what it keeps itself.
  await visit.page.evaluate(
    (key, other) => {
      localStorage.setItem(key, JSON.stringify([...JSON.parse(localStorage.getItem(key)), other]));
      dispatchEvent(new StorageEvent("storage", { key }));
    },
    KEY,
    other,
  );
  await visit.click(".notice .button ::-p-text(Undo)");
  await visit.until("Errors make the import", ".verdict");
  assert.deepEqual(await visit.page.evaluate((key) => JSON.parse(localStorage.getItem(key)), KEY), [other]);
  visit.isClean();
});

test("ignoring is taken back at once by Undo", async (t) => {
  const visit = await openBroken(t);
  const all = await messages(visit);
  await choose(visit, "Ignore here");
  await visit.until("Ignored here.", ".notice");
  await visit.click(".notice .button ::-p-text(Undo)");
  await visit.until("Errors make the import", ".verdict");
  assert.deepEqual(await messages(visit), all);
  assert.equal(await visit.page.$(".ignored"), null);
});

test("a rule that is ignored is ignored in every file", async (t) => {
  const visit = await openBroken(t);
  await choose(visit, "Ignore this rule");
  await visit.until("Not ready to import: 1 error is ignored", ".verdict");
  await visit.paste(sample("forum-thread").replace("Contract Signing", "Another name"));
  await visit.until("Not ready to import: 1 error is ignored", ".verdict");
  await visit.click(".ignored-head");
  await visit.until("in every file", ".ignored-list");
  await visit.click(".ignored-lead .link");
  await visit.until("Errors make the import", ".verdict");
});

test("what is ignored in one Xtension is told in another, and once it says something else", async (t) => {
  const visit = await openBroken(t);
  await choose(visit, "Ignore here");
  await visit.until("Not ready to import: 1 error is ignored", ".verdict");
  await visit.paste(sample("forum-thread").replace("Contract Signing", "Another name"));
  await visit.until("Errors make the import", ".verdict");
  await visit.paste(sample("forum-thread"));
  await visit.until("Not ready to import: 1 error is ignored", ".verdict");
  await visit.paste(sample("forum-thread").replaceAll("createPackage", "makePackage"));
  await visit.until("Errors make the import", ".verdict");
});

test("fix all leaves alone what is ignored", async (t) => {
  const broken = sample("correct").replace(/"1\.0\.0"$/m, "$&,").replace('"/rooms":', '"rooms":');
  const visit = await openBroken(t, broken);
  await visit.click(".problem-head ::-p-text(rooms)");
  await choose(visit, "Ignore here");
  await visit.until("Fix all safe");
  await visit.click(".fix-all");
  await visit.press("Apply 1 fix");
  await visit.page.waitForFunction(() => document.querySelector(".verdict")?.textContent.includes("Not ready to import: 1 error is ignored"));
  const fixed = await visit.copied();
  assert.equal(fixed, broken.replace('"1.0.0",\n', '"1.0.0"\n'));
});

test("a hint that is ignored does not stand in the way", async (t) => {
  const visit = await openBroken(t, sample("correct").replace('"/rooms": {', '"/rooms": {\n      "x-nintex-a": true,'));
  await visit.until("No errors", ".verdict");
  await choose(visit, "Ignore here");
  await visit.until("Ready to import", ".verdict");
  await visit.until("1 problem that stops nothing is ignored.", ".verdict");
  await visit.find(".ignored-head");
  assert.deepEqual(await visit.violations(), []);
});

test("what stands in the browser's storage by mistake does no harm", async (t) => {
  const visit = await open(t, {
    prepare: (page) => page.evaluateOnNewDocument((key) => localStorage.setItem(key, '[1, {"rule": 2}, null]'), KEY),
  });
  await visit.sample("Two Authorization headers");
  await visit.until("Errors make the import", ".verdict");
  visit.isClean();
});
