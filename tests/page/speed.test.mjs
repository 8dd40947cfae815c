// Speed as a person feels it: how soon the answer is there after a key, and what holds a frame up while typing. Machines
// that test are small and busy, so what is held to a limit is the processor's time where the browser tells it, and the best
// of several tries where it does not. What was measured is printed.

import { test } from "node:test";
import assert from "node:assert/strict";
import { setTimeout as wait } from "node:timers/promises";
import { IS_FIREFOX } from "./browser.mjs";
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

/** How long the processor works for each task of the page's own thread during `act`, in milliseconds, the longest first. */
async function tasks(visit, act) {
  const client = await visit.page.createCDPSession();
  const events = [];
  client.on("Tracing.dataCollected", ({ value }) => events.push(...value));
  await client.send("Tracing.start", { transferMode: "ReportEvents", traceConfig: { includedCategories: ["toplevel"] } });
  await act();
  const complete = new Promise((resolve) => client.once("Tracing.tracingComplete", resolve));
  await client.send("Tracing.end");
  await complete;
  await client.detach();
  const threadOf = ({ pid, tid }) => `${pid} ${tid}`;
  const names = new Map(events.filter(({ name }) => name === "thread_name").map((event) => [threadOf(event), event.args.name]));
  const ofPages = new Map();
  for (const event of events) {
    const thread = threadOf(event);
    if (!event.name.endsWith("RunTask") || event.tdur === undefined || names.get(thread) !== "CrRendererMain") continue;
    if (!ofPages.has(thread)) ofPages.set(thread, []);
    ofPages.get(thread).push(event);
  }
  // Other pages of the browser have next to nothing to do.
  const [own = []] = [...ofPages.values()].sort((a, b) => b.length - a.length);
  return own.map(({ tdur }) => tdur / 1000).sort((a, b) => b - a);
}

/**
 * Sees that no task of the page takes more than `limit` milliseconds of the processor during `act`, in the better of two
 * tries: what else the machine does costs caches, too.
 */
async function holdsNoFrameUp(t, visit, limit, act) {
  let longest = Infinity;
  for (let tries = 0; tries < 2 && longest > limit; tries += 1) {
    const measured = await tasks(visit, act);
    longest = Math.min(longest, measured[0]);
    t.diagnostic(`the longest tasks take ${measured.slice(0, 5).map(Math.round).join(", ")} ms of the processor`);
  }
  assert.ok(longest <= limit, `${longest} ms`);
}

test("the answer is there soon after a key in a text of 400 KB", async (t) => {
  const visit = await openWith(t, xtensionOf(400_000));
  const act = async () => {
    const measured = await answers(visit, Array.from({ length: 12 }, (_, index) => (index % 2 === 0 ? "]" : "Backspace")));
    t.diagnostic(`answers after ${measured.map(Math.round).join(", ")} ms`);
    assert.ok(Math.min(...measured) < 500, `${measured.map(Math.round)}`);
  };
  if (IS_FIREFOX) await act();
  else await holdsNoFrameUp(t, visit, 25, act);
});

for (const slips of [false, true]) {
  test(`typing in a text of 4 MB holds no frame up${slips ? ", and with as many problems as are listed" : ""}`, async (t) => {
    const visit = await openWith(t, xtensionOf(4_000_000, { slips }));
    await visit.until("Large text", ".status");
    const act = async () => {
      const measured = await frames(visit, "what a person types into a large file ");
      // The text is checked and kept after the last key.
      await wait(2000);
      const late = measured.filter((gap) => gap > 50).length;
      t.diagnostic(`${measured.length} frames, the longest ${Math.round(Math.max(...measured))} ms, ${late} over 50 ms`);
      assert.ok(middle(measured) < 100, `${measured.map(Math.round)}`);
    };
    if (IS_FIREFOX) await act();
    else await holdsNoFrameUp(t, visit, 50, act);
  });
}

test("a long text goes to the worker once, and then what changes in it", async (t) => {
  const visit = await openWith(t, xtensionOf(400_000));
  await visit.page.evaluate(() => {
    window.sent = [];
    const { postMessage } = Worker.prototype;
    Worker.prototype.postMessage = function (message) {
      window.sent.push({ kind: message.kind, size: JSON.stringify(message).length });
      postMessage.call(this, message);
    };
  });
  await answers(visit, ["]", "Backspace", "]", "Backspace"]);
  const sent = await visit.page.evaluate(() => window.sent);
  assert.ok(sent.filter(({ kind }) => kind === "check").length >= 4);
  assert.ok(sent.every(({ size }) => size < 500), JSON.stringify(sent));
});
