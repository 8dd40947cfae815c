// What the page loads after its first check, and how it does without.

import { test } from "node:test";
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { DIST, filesOfPage, open, sample, serve } from "./support.mjs";

const broken = sample("forum-thread");

// What the page needs first, its head names. A development build has no first checker but the whole one.
const head = readFileSync(join(DIST, "index.html"), "utf8").replace(/<link rel="manifest"[^>]*>/, "");
const hasFirstChecker = head.includes("checker-first-");
const first = head.replaceAll(hasFirstChecker ? /<meta name="checker-(whole|convert)-[^>]*>/g : /<meta name="checker-convert-[^>]*>/g, "");
const isForLater = (path) => path !== "/index.html" && !first.includes(path.slice(1));

/** What makes the plain editor a comfortable one. */
const isComfort = (path) => path.startsWith("/part/later-");

/** Opens a page to which what `isHeld` says comes when `release` is called. */
async function openHeld(t, isHeld, options) {
  const asked = new Set();
  let release;
  const released = new Promise((resolve) => (release = resolve));
  const site = await serve((path) => {
    asked.add(path);
    return isHeld(path) ? released : undefined;
  });
  t.after(() => site.close());
  return { visit: await open(t, { address: site.address, early: isHeld === isForLater, ...options }), asked, release };
}

/** Lets the page find `text` as it was left by an earlier visit. */
const kept = (text) => (page) =>
  page.evaluateOnNewDocument((stored) => localStorage.setItem("xtension-checker.document", stored), JSON.stringify({ name: "kept", lineEnd: "\n", text }));

/** Where the rows in sight stand and end, once the editor has come to rest. */
const rows = (visit) =>
  visit.page.$eval(">>> .cm-scroller", async (scroller) => {
    for (let frame = 0; frame < 5; frame += 1) await new Promise(requestAnimationFrame);
    const { top, bottom } = scroller.getBoundingClientRect();
    const text = document.createRange();
    const places = [...scroller.querySelectorAll(".cm-line")].map((line) => {
      text.selectNodeContents(line);
      const place = text.getBoundingClientRect();
      return [place.top, place.bottom, place.left, place.right].map(Math.round);
    });
    return places.filter(([above, below]) => below > top && above < bottom);
  });

test("the first answer needs every file of the page but those for later", async (t) => {
  const { visit, asked, release } = await openHeld(t, isForLater, { prepare: kept(broken) });
  await visit.until("Authorization", ".problem-message");
  // The browser takes its time with the icon.
  for (let tries = 0; tries < 100 && ![...asked].some((path) => path.endsWith(".svg")); tries += 1) await wait(50);
  const loaded = [...asked].filter((path) => !isForLater(path)).sort();
  assert.deepEqual(loaded, filesOfPage().filter((path) => !isForLater(path)));
  release();
  await visit.until("Authorization", ".problem.is-current .problem-message");
  visit.isClean();
});

test("the editor keeps its place when its comforts come", async (t) => {
  const { visit, release } = await openHeld(t, isComfort, { prepare: kept(broken) });
  await visit.find(".cm-lintRange-error");
  assert.equal(await visit.page.$(">>> .cm-line .tok-propertyName"), null);
  const before = await rows(visit);
  assert.ok(before.length > 20);
  release();
  await visit.find(".cm-line .tok-propertyName");
  assert.deepEqual(await rows(visit), before);
  visit.isClean();
});

test("what is for later is asked for when the checker is there, and not before", async (t) => {
  const asked = [];
  const site = await serve((path) => void asked.push(path));
  t.after(() => site.close());
  const visit = await open(t, { address: site.address });
  for (let tries = 0; tries < 200 && !asked.some(isForLater); tries += 1) await wait(50);
  const before = asked.slice(0, asked.findIndex(isForLater));
  assert.ok(before.some((path) => path.endsWith(".wasm")), asked.join("\n"));
  await visit.paste(broken);
  await visit.find(".cm-line .tok-propertyName");
  visit.isClean();
});

test("the search opens once it is there, however early it is asked for", async (t) => {
  const { visit, release } = await openHeld(t, isComfort, { prepare: kept(broken) });
  await visit.click(".cm-content");
  await visit.keys("Control+f");
  release();
  await visit.find(".cm-search");
  await visit.page.keyboard.type("scope_token");
  await visit.keys("Enter");
  await visit.find(".cm-searchMatch-selected");
  visit.isClean();
});

test("without comforts a text is pasted, edited, fixed, undone and downloaded", async (t) => {
  const site = await serve((path) => {
    if (isComfort(path)) throw new Error("not there");
  });
  t.after(() => site.close());
  const visit = await open(t, { address: site.address });
  await visit.paste(broken);
  await visit.until("Authorization", ".problem.is-current .problem-message");
  await visit.click(".problem.is-current .fix");
  await visit.until("Done", ".notice");
  await visit.press("Undo");
  assert.equal(await visit.copied(), broken);

  await visit.click(".cm-content");
  await visit.keys("Control+End", "Enter");
  await visit.page.keyboard.type("  x");
  await visit.keys("Enter");
  await visit.page.keyboard.type("yz");
  await visit.keys("Backspace", "ArrowLeft", "Delete", "Control+Home", "Enter");
  assert.equal(await visit.copied(), `\n${broken}\n  x\n  `);
  for (let steps = 0; steps < 8 && (await visit.copied()) !== broken; steps += 1) {
    await visit.click(".cm-content");
    await visit.keys("Control+z");
  }
  assert.equal((await visit.download("xtension.json")).toString(), broken);
});

test("where they do not come, the page says so once they are needed, and tries again", async (t) => {
  let broken = true;
  let refused = 0;
  const site = await serve((path) => {
    if (!broken || !isComfort(path)) return;
    refused += 1;
    throw new Error("not there");
  });
  t.after(() => site.close());
  const visit = await open(t, { address: site.address });
  await visit.click(".cm-content");
  await visit.keys("Control+f");
  await visit.until("could not load", ".notice");
  const before = refused;
  await visit.click(".sample");
  while (refused === before) await wait(20);
  await visit.page.waitForNetworkIdle();
  broken = false;
  await visit.click(".sample");
  await visit.checked();
  await visit.find(".cm-line .tok-propertyName");
});
