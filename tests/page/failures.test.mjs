// The checker does not start, crashes or takes its time: the text is never lost, and the page says what to do.

import { test } from "node:test";
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { DIST, open, sample, serve } from "./support.mjs";

/** The whole text. The button by its place: Firefox is slow to look for names while workers take all of a core. */
const copiedOf = (visit) => visit.taken(() => visit.click('.toolbar button[title^="Copy"]'));

const SUMMARY = `{
  title: { text: "" }, connection: { authentication: "none" }, wizard: { preset: "", redirectUrl: "" }, visibleActions: 0, notes: []
}`;
const NOTHING_FOUND = `{ diagnostics: [], omitted: 0, safeFixes: 0, summary: ${SUMMARY} }`;

/** A worker that speaks as the checker does, and runs `onCheck` before it answers a check. */
const workerThat = (onCheck) => `
  onmessage = () => {
    let text = "";
    onmessage = ({ data: { id, edits, text: whole } }) => {
      for (const { from, to, insert } of [...(edits ?? [])].reverse()) text = text.slice(0, from) + insert + text.slice(to);
      text = whole ?? text;
      ${onCheck}
      postMessage({ kind: "checked", id, report: ${NOTHING_FOUND} });
    };
    postMessage({ kind: "ready", version: "0.0.0" });
  };
`;

async function openWith(t, answer, prepare) {
  const site = await serve(answer);
  t.after(() => site.close());
  return open(t, { address: site.address, prepare });
}

test("a checker that does not start is said, and can be tried again", async (t) => {
  let broken = true;
  const visit = await openWith(t, (path) => {
    if (broken && path.endsWith(".wasm")) throw new Error("not there");
  });
  await visit.until("The checker could not start");
  assert.deepEqual(await visit.violations(), []);
  broken = false;
  await visit.press("Try again");
  await visit.until("Check an Xtension");
  await visit.sample("A correct Xtension");
});

test("a crash costs no text, and the next text is checked by a new worker", async (t) => {
  const crashing = workerThat('if (text.includes("crash")) throw new Error("crashed");');
  const visit = await openWith(t, (path) => (path.startsWith("/checker/worker-") ? crashing : undefined));
  await visit.paste('{ "crash": true }');
  await visit.until("The checker stopped on this text");
  assert.equal(await copiedOf(visit), '{ "crash": true }');
  await visit.paste(sample("correct"));
  await visit.until("Ready to import");
});

test("a check that takes long is said, and typing goes on meanwhile", async (t) => {
  const slow = workerThat("const end = Date.now() + 2000; while (Date.now() < end);");
  const visit = await openWith(t, (path) => (path.startsWith("/checker/worker-") ? slow : undefined));
  await visit.paste("{}");
  await visit.until("You can go on typing.");
  await visit.page.keyboard.type("[1]");
  assert.ok((await visit.lines()).join("").includes("[1]"));
  await visit.until("Ready to import");
});

test("a worker that never answers is replaced", async (t) => {
  const hanging = workerThat('if (text.includes("hang")) for (;;);');
  const visit = await openWith(
    t,
    (path) => (path.startsWith("/checker/worker-") ? hanging : undefined),
    // The page waits for ten seconds; a tenth of them is enough for a test.
    (page) =>
      page.evaluateOnNewDocument(() => {
        const { setTimeout } = window;
        window.setTimeout = (then, milliseconds) => setTimeout(then, milliseconds / 10);
      }),
  );
  await visit.paste('{ "hang": true }');
  await visit.until("The checker stopped on this text");
  await visit.paste(sample("correct"));
  await visit.until("Ready to import");
});

test("a check that takes long is stopped by whoever does not want to wait, and begun again", async (t) => {
  const slow = workerThat('if (text.includes("slow")) for (;;);');
  const visit = await openWith(t, (path) => (path.startsWith("/checker/worker-") ? slow : undefined));
  await visit.paste('{ "slow": true }');
  // By its place: Firefox is slow to look for names while a worker takes all of a core.
  await visit.click(".progress.is-busy .button");
  await visit.until("Stopped checking.");
  assert.deepEqual(await visit.violations(), []);
  await visit.click(".progress.is-cancelled .button");
  await visit.click(".progress.is-busy .button");
  await visit.until("Stopped checking.");
  await visit.paste(sample("correct"));
  await visit.until("Ready to import");
});

const WORKER = readdirSync(join(DIST, "checker")).find((name) => name.startsWith("worker-"));

/** Opens a page whose real worker does `hook` before it sees a request, whose kind and text are at hand. */
function openHooked(t, hook, prepare) {
  const worker = readFileSync(join(DIST, "checker", WORKER), "utf8");
  const hooked = `{
    const own = Object.getOwnPropertyDescriptor(self, "onmessage") ?? Object.getOwnPropertyDescriptor(DedicatedWorkerGlobalScope.prototype, "onmessage");
    const hooked = (handler) => (event) => { const { kind, text = "" } = event.data; ${hook}; handler.call(self, event); };
    Object.defineProperty(self, "onmessage", { get: () => own.get.call(self), set: (handler) => own.set.call(self, hooked(handler)) });
  }\n${worker}`;
  return openWith(t, (path) => (path === `/checker/${WORKER}` ? hooked : undefined), prepare);
}

/** What a panic of wasm looks like. */
const panicAt = (kind) => `if (kind === "${kind}") { throw new WebAssembly.RuntimeError("unreachable"); }`;

/** The page waits for ten seconds; a tenth of them is enough for a test. */
const inATenth = (page) =>
  page.evaluateOnNewDocument(() => {
    const { setTimeout } = window;
    window.setTimeout = (then, milliseconds) => setTimeout(then, milliseconds / 10);
  });

const thread = sample("forum-thread");

test("a crash over an error message is told as that, and the problems stay", async (t) => {
  const visit = await openHooked(t, panicAt("explain"));
  await visit.paste(thread);
  await visit.checked();
  await visit.click("#tab-reference");
  await visit.page.evaluate(() => (location.hash = "explain"));
  await (await visit.find("textarea")).type("401 Unauthorized");
  await visit.until("The checker stopped on this message", ".notice");
  await visit.click("#tab-problems");
  await visit.until("Authorization", ".problem-message");
  assert.equal(await copiedOf(visit), thread);
  await visit.paste(sample("correct"));
  await visit.until("Ready to import");
});

test("a crash over the layout of the text is told as that", async (t) => {
  const visit = await openHooked(t, panicAt("format"));
  await visit.paste(thread);
  await visit.checked();
  await visit.keys("Shift+Alt+F");
  await visit.until("The checker stopped while it laid the text out", ".notice");
  await visit.until("Authorization", ".problem-message");
  assert.equal(await copiedOf(visit), thread);
});

test("a crash over all safe fixes is told as that", async (t) => {
  const visit = await openHooked(t, panicAt("fixAll"));
  await visit.paste(thread.replace('"swagger": "2.0"', '"swagger": 2.0'));
  await visit.checked();
  await visit.click(".fix-all");
  await visit.until("The checker stopped while it looked for safe fixes", ".notice");
  await visit.find(".problem");
});

test("what the page asks by itself may crash at each key, and the text is checked all the same", async (t) => {
  const visit = await openHooked(t, `${panicAt("look")} ${panicAt("complete")} ${panicAt("outline")}`);
  await visit.paste(thread);
  await visit.checked();
  await visit.click("#tab-outline");
  await visit.click("#tab-problems");
  await visit.click(".cm-content");
  await visit.keys("Control+End");
  await visit.page.keyboard.type("]");
  await visit.page.waitForFunction(() => [...document.querySelectorAll(".problem-message")].some(({ textContent }) => textContent.includes("]")));
  assert.equal(await copiedOf(visit), `${thread}]`);
});

test("a worker that hangs over where the cursor is gives way to the check", async (t) => {
  const visit = await openHooked(t, 'if (kind === "look") for (;;);', inATenth);
  await visit.paste(thread);
  await visit.checked();
  await visit.click(".cm-content");
  await visit.keys("Control+End");
  await visit.page.keyboard.type("]");
  await visit.page.waitForFunction(() => [...document.querySelectorAll(".problem-message")].some(({ textContent }) => textContent.includes("]")), { timeout: 15_000 });
  assert.equal(await copiedOf(visit), `${thread}]`);
});

test("whoever does not want to wait for a worker that hangs over something else stops it with the check", async (t) => {
  const visit = await openHooked(t, 'if (kind === "look") for (;;);');
  await visit.paste(thread);
  await visit.checked();
  await visit.click(".cm-content");
  await visit.keys("Control+End");
  await visit.page.keyboard.type("]");
  await visit.click(".progress.is-busy .button");
  await visit.click(".progress.is-cancelled .button");
  assert.equal(await copiedOf(visit), `${thread}]`);
});
