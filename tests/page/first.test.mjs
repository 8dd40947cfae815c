// The checker that comes first looks for errors only; the whole one takes over when it is there.

import { test } from "node:test";
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { DIST, open, sample, serve } from "./support.mjs";

const head = readFileSync(join(DIST, "index.html"), "utf8");
const whole = [...head.matchAll(/<meta name="checker-whole-[^"]*" content="([^"]*)"/g)].map(([, path]) => `/${path}`);
const first = [...head.matchAll(/<meta name="checker-first-[^"]*" content="\.([^"]*)"/g)].map(([, path]) => path);
// A development build has no first checker.
const skip = first.length === 0;

const broken = sample("forum-thread");
const correct = sample("correct");
/** Correct but for a hint. */
const nearlyCorrect = correct.replace('"operationId"', '"deprecated": true, "operationId"');

/** Opens a page whose whole checker comes when `release` is called, and not at all where `isLost` says so. */
async function openHeld(t, isLost = () => false) {
  let release;
  const released = new Promise((resolve) => (release = resolve));
  const site = await serve(async (path) => {
    if (!whole.includes(path)) return undefined;
    if (isLost()) throw new Error("not there");
    await released;
    return undefined;
  });
  t.after(() => site.close());
  return { visit: await open(t, { address: site.address }), release };
}

const heading = (visit) => visit.textOf(".verdict h2");
const rules = (visit) => visit.page.$$eval(".problem-message", (all) => all.map((one) => one.textContent));

test("errors are told before the whole checker is there, and all else once it is", { skip }, async (t) => {
  const { visit, release } = await openHeld(t);
  await visit.paste(broken);
  await visit.until("Warnings and hints are still being looked for", ".verdict.is-partial");
  assert.equal(await heading(visit), "Not ready to import");
  const errors = await rules(visit);
  assert.deepEqual(await visit.violations(), []);
  release();
  await visit.checked();
  assert.equal(await heading(visit), "Not ready to import");
  const all = await rules(visit);
  assert.deepEqual(all.slice(0, errors.length), errors);
  visit.isClean();
});

test("nothing is said to be ready before all was looked for", { skip }, async (t) => {
  const { visit, release } = await openHeld(t);
  await visit.paste(correct);
  await visit.until("No errors so far", ".verdict.is-partial");
  assert.equal(await visit.page.$(".import"), null);
  assert.deepEqual(await visit.violations(), []);
  release();
  await visit.until("Ready to import");
  visit.isClean();
});

test("a hint that comes with the whole checker is shown at its place", { skip }, async (t) => {
  const { visit, release } = await openHeld(t);
  await visit.paste(nearlyCorrect);
  await visit.until("No errors so far", ".verdict.is-partial");
  release();
  await visit.until("deprecated", ".problem.is-current");
  visit.isClean();
});

test("an error is fixed before the whole checker is there", { skip }, async (t) => {
  const { visit, release } = await openHeld(t);
  await visit.paste(broken);
  await visit.until("Authorization", ".problem.is-current .problem-message");
  await visit.click(".problem.is-current .fix");
  await visit.until("Done", ".notice");
  await visit.find(".verdict.is-partial");
  release();
  await visit.checked();
  visit.isClean();
});

test("what something else is comes with the whole checker, and until then one error is told", { skip }, async (t) => {
  const { visit, release } = await openHeld(t);
  for (const text of [JSON.stringify({ openapi: "3.0.3", info: {}, paths: {} }), "openapi: 3.0.3\ninfo:\n  title: Rooms\npaths: {}\n"]) {
    await visit.paste(text);
    await visit.until("Warnings and hints are still being looked for", ".verdict.is-partial");
    assert.deepEqual(await rules(visit), ["As it stands, this is not an OpenAPI 2.0 document in JSON."]);
    await visit.until("as soon as the rest of the checker is here", ".problem.is-current");
    assert.deepEqual(await visit.violations(), []);
  }
  release();
  await visit.until("OpenAPI 3 in YAML", ".verdict.is-other");
  visit.isClean();
});

test("how to rewrite what is of OpenAPI 3 comes with the whole checker", { skip }, async (t) => {
  const { visit, release } = await openHeld(t);
  await visit.paste(correct.replace('"paths"', '"servers": [{ "url": "https://api.example.com" }], "paths"'));
  await visit.until("has no key servers in OpenAPI 2.0", ".problem.is-current .problem-message");
  assert.equal(await visit.textOf(".problem.is-current .no-fix"), "A fix may come with the rest of the checker.");
  release();
  await visit.find(".problem.is-current .fix");
  visit.isClean();
});

test("where the whole checker does not come, the page says so, goes on with errors, and tries again", { skip }, async (t) => {
  let lost = true;
  const { visit, release } = await openHeld(t, () => lost);
  release();
  await visit.paste(correct);
  await visit.until("Only errors were looked for", ".verdict.is-partial");
  assert.deepEqual(await visit.violations(), []);
  await visit.paste(broken);
  await visit.until("Authorization", ".problem.is-current .problem-message");
  await visit.until("Only errors were looked for", ".verdict.is-partial");
  lost = false;
  await visit.press("Try again");
  await visit.checked();
});

test("what Nintex will show waits for the whole checker, and says where that does not come", { skip }, async (t) => {
  let lost = true;
  const { visit, release } = await openHeld(t, () => lost);
  release();
  await visit.paste(correct);
  await visit.until("Only errors were looked for", ".verdict.is-partial");
  await visit.click("#tab-nintex");
  await visit.until("This part of the page did not come", ".view");
  lost = false;
  await visit.press("Try again");
  await visit.until("Meeting Rooms", ".tile");
});

test("where the first checker does not come, the whole one does", { skip }, async (t) => {
  const site = await serve((path) => {
    if (first.includes(path)) throw new Error("not there");
  });
  t.after(() => site.close());
  const visit = await open(t, { address: site.address });
  await visit.paste(correct);
  await visit.until("Ready to import");
});
