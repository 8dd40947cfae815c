// The checker does not start, crashes or takes its time: the text is never lost, and the page says what to do.

import { test } from "node:test";
import assert from "node:assert/strict";
import { open, sample, serve } from "./support.mjs";

const SUMMARY = `{
  title: { text: "" }, connection: { authentication: "none" }, wizard: { preset: "", redirectUrl: "" }, visibleActions: 0, notes: []
}`;
const NOTHING_FOUND = `{ diagnostics: [], omitted: 0, safeFixes: 0, summary: ${SUMMARY} }`;

/** A worker that speaks as the checker does, and runs `onCheck` before it answers a check. */
const workerThat = (onCheck) => `
  onmessage = () => {
    onmessage = ({ data: { id, text } }) => {
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
  assert.equal(await visit.copied(), '{ "crash": true }');
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
