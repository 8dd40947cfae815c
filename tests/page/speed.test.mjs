// Speed as a person feels it: how soon the answer is there after a key, and how long a frame takes while typing. The
// limits are wide, since machines that test are small and busy; what was measured is printed.

import { test } from "node:test";
import assert from "node:assert/strict";
import { setTimeout as wait } from "node:timers/promises";
import { xtensionOf } from "./made.mjs";
import { open } from "./support.mjs";

/** Opens the page with `text` as it was left by an earlier visit, and the cursor at its end. */
async function openWith(t, text) {
  const document = JSON.stringify({ name: "large", lineEnd: "\n", text });
  const visit = await open(t, {
    prepare: (page) => page.evaluateOnNewDocument((stored) => localStorage.setItem("xtension-checker.document", stored), document),
  });
  await visit.page.waitForSelector(".verdict", { timeout: 60_000 });
  await visit.find(".tok-propertyName");
  await visit.page.$eval(">>> .cm-content", (content) => content.focus());
  await visit.keys("Control+End", "Enter");
  // A check of the whole text, and whatever is loaded after the first.
  await wait(3000);
  return visit;
}

const middle = (numbers) => numbers.sort((a, b) => a - b)[Math.floor(numbers.length / 2)];

/** How long it takes from a key that makes or unmakes a mistake until the panel says so, in milliseconds. */
async function answers(visit, keys) {
  await visit.page.evaluate(() => {
    window.answers = [];
    let pressed;
    let before = document.querySelector(".tabs").textContent;
    addEventListener("keydown", () => (pressed = performance.now()), { capture: true });
    new MutationObserver(() => {
      const now = document.querySelector(".tabs").textContent;
      if (now === before || pressed === undefined) return;
      before = now;
      window.answers.push(performance.now() - pressed);
      pressed = undefined;
    }).observe(document.querySelector(".panel"), { subtree: true, childList: true, characterData: true });
  });
  for (const [index, key] of keys.entries()) {
    await visit.keys(key);
    await visit.page.waitForFunction((count) => window.answers.length >= count, { timeout: 15_000 }, index + 1);
  }
  return visit.page.evaluate(() => window.answers);
}

/** How far apart the frames are while a person types, in milliseconds. */
async function frames(visit, words) {
  await visit.page.evaluate(() => {
    window.frames = [];
    let before = performance.now();
    const next = (now) => {
      window.frames.push(now - before);
      before = now;
      requestAnimationFrame(next);
    };
    requestAnimationFrame(next);
  });
  await visit.page.keyboard.type(words, { delay: 60 });
  return visit.page.evaluate(() => window.frames);
}

test("the answer is there soon after a key in a text of 400 KB", async (t) => {
  const visit = await openWith(t, xtensionOf(400_000));
  const measured = await answers(visit, Array.from({ length: 12 }, (_, index) => (index % 2 === 0 ? "]" : "Backspace")));
  t.diagnostic(`answers after ${measured.map(Math.round).join(", ")} ms`);
  assert.ok(middle(measured) < 1000, `${measured.map(Math.round)}`);
});

for (const slips of [false, true]) {
  test(`typing in a text of 4 MB holds no frame up${slips ? ", and with as many problems as are listed" : ""}`, async (t) => {
    const visit = await openWith(t, xtensionOf(4_000_000, { slips }));
    const measured = await frames(visit, "what a person types into a large file ");
    const late = measured.filter((gap) => gap > 50).length;
    t.diagnostic(`${measured.length} frames, the longest ${Math.round(Math.max(...measured))} ms, ${late} over 50 ms`);
    assert.ok(middle(measured) < 100, `${measured.map(Math.round)}`);
  });
}
