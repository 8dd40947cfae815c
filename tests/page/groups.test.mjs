// Many problems: under one head where they have one cause, filtered, and quick.

import { test } from "node:test";
import assert from "node:assert/strict";
import { many } from "./many.mjs";
import { open } from "./support.mjs";

async function openMany(t, text = many(), options) {
  const visit = await open(t, options);
  await visit.paste(text);
  await visit.checked();
  return visit;
}

const heads = (visit) => visit.page.$$eval(".problems .problem-head", (all) => all.map((one) => one.textContent));
const isOpen = (visit) => visit.page.$eval(".group-head", (head) => head.getAttribute("aria-expanded"));
const focusedText = (visit) => visit.page.evaluate(() => document.activeElement.textContent);

test("many problems of one rule stand under one head, which opens", async (t) => {
  const visit = await openMany(t);
  const closed = await heads(visit);
  assert.match(closed[0], /^Error: /, "what blocks the import comes first");
  assert.equal(closed.filter((head) => head.includes("12 places")).length, 1);
  assert.ok(closed.some((head) => head === "Warning: Nintex ignores …: the names of its extensions begin with x-ntx-.12 places"), closed.join("\n"));

  await visit.click(".group-head ::-p-text(12 places)");
  await visit.page.waitForFunction((before) => document.querySelectorAll(".problems .problem-head").length === before + 12, {}, closed.length);
  const item = ".problem-group .problem:nth-child(5) .problem-head";
  await visit.click(item);
  assert.match(await visit.textOf(".problem.is-current .problem-message"), /x-nintex-5/);
  await visit.click(".group-head ::-p-text(12 places)");
  await visit.page.waitForFunction((before) => document.querySelectorAll(".problems .problem-head").length === before, {}, closed.length);
  assert.deepEqual(await visit.violations(), []);
  visit.isClean();
});

test("the head of a group names what its problems name, where that is little", async (t) => {
  const parameters = [{ type: "string" }, { type: "integer" }];
  const paths = { "/a": { get: { operationId: "a", summary: "A", parameters, responses: { 200: { description: "OK" } } } } };
  const visit = await openMany(t, JSON.stringify({ swagger: "2.0", info: { title: "A", version: "1" }, host: "example.com", schemes: ["https"], paths }, null, 2));
  const closed = await heads(visit);
  assert.ok(closed.some((head) => /lacks the key (in or name|name or in)\./.test(head)), closed.join("\n"));
});

test("the group of the problem at the cursor opens by itself", async (t) => {
  const visit = await openMany(t);
  assert.equal(await isOpen(visit), "false");
  await visit.page.$eval(".problems .problem-head", (head) => head.focus());
  await visit.click(".cm-content");
  for (let step = 0; step < 20 && (await isOpen(visit)) === "false"; step += 1) await visit.keys("F8");
  assert.equal(await isOpen(visit), "true");
  assert.match(await visit.textOf(".problem-group .problem.is-current .problem-message"), /x-nintex-/);
});

test("a group opens and closes by the arrow keys", async (t) => {
  const visit = await openMany(t);
  await visit.page.focus(".problem.is-current .problem-head");
  while (!(await focusedText(visit)).includes("12 places")) await visit.keys("ArrowDown");
  await visit.keys("ArrowRight");
  assert.equal(await isOpen(visit), "true");
  await visit.keys("ArrowRight");
  assert.match(await focusedText(visit), /x-nintex-1\b/);
  await visit.keys("ArrowDown", "ArrowLeft");
  assert.match(await focusedText(visit), /12 places/);
  await visit.keys("ArrowLeft");
  assert.equal(await isOpen(visit), "false");
  assert.match(await focusedText(visit), /12 places/);
  await visit.keys("Escape");
  await visit.untilFocused(/cm-content/);
});

test("one rule alone is shown, and everything again", async (t) => {
  const visit = await openMany(t);
  const all = await heads(visit);
  await visit.page.select(".filter-rule", "ntx-unknown");
  await visit.until("12 of ", ".filtered");
  assert.equal((await heads(visit)).filter((head) => !head.includes("Nintex ignores")).length, 0);
  await visit.press("Show all");
  await visit.page.waitForFunction((count) => document.querySelectorAll(".problems > li").length === count, {}, all.length);
  assert.equal(await visit.page.$eval(".filter-rule", (select) => select.value), "");
});

test("five thousand problems are listed at once, and walked through at once", async (t) => {
  const visit = await openMany(t, many(5000), { width: 1024 });
  await visit.until("more problems");
  assert.ok((await heads(visit)).length < 100);
  const step = await visit.page.evaluate(async () => {
    const times = [];
    for (let count = 0; count < 10; count += 1) {
      const before = performance.now();
      document.activeElement.dispatchEvent(new KeyboardEvent("keydown", { key: "F8", bubbles: true, composed: true, cancelable: true }));
      await new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn)));
      times.push(performance.now() - before);
    }
    return times.sort((a, b) => a - b)[5];
  });
  t.diagnostic(`a step takes ${Math.round(step)} ms`);
  // On a busy machine, and with a wasm built for debugging, it takes a multiple of what a person waits.
  assert.ok(step < 1000, `${step}`);
});
