// The page before its editor is there: a person begins with a plain field, and loses nothing when the editor comes.

import { test } from "node:test";
import assert from "node:assert/strict";
import { join } from "node:path";
import { writeFile } from "node:fs/promises";
import { open, sample, serve } from "./support.mjs";

const broken = sample("forum-thread");

/** Opens a page whose editor comes when `release` is called, and not as long as `isLost` says so. */
async function openWithoutEditor(t, { isLost = () => false, ...options } = {}) {
  let release;
  const released = new Promise((resolve) => (release = resolve));
  const site = await serve(async (path) => {
    if (!path.startsWith("/part/main-")) return undefined;
    if (isLost()) throw new Error("not there");
    await released;
    return undefined;
  });
  t.after(() => site.close());
  const visit = await open(t, { address: site.address, early: true, ...options });
  await visit.find(".early-text");
  return { visit, release };
}

/** Pastes `text` into the plain field. */
async function paste(visit, text) {
  await visit.page.evaluate((copied) => navigator.clipboard.writeText(copied), text);
  await visit.click(".early-text");
  await visit.keys("Control+a", "Control+v");
}

const selection = (visit) => visit.textOf(".status .position");

test("what is pasted is checked before there is an editor, which then has it", async (t) => {
  const { visit, release } = await openWithoutEditor(t);
  await paste(visit, broken);
  await visit.until("Authorization", ".problem-message");
  assert.equal(await visit.textOf(".verdict h2"), "Not ready to import");
  assert.deepEqual(await visit.violations(), []);
  release();
  await visit.find(".cm-lintRange-error");
  await visit.until("Authorization", ".problem.is-current .problem-message");
  await visit.checked();
  assert.equal(await visit.copied(), broken);
  visit.isClean();
});

test("what is ignored is not told before there is an editor either", async (t) => {
  const ignored = JSON.stringify([{ rule: "param-authorization-header", pointer: "", message: "", of: "" }]);
  const prepare = (page) => page.evaluateOnNewDocument((ignored) => localStorage.setItem("xtension-checker.ignored", ignored), ignored);
  const { visit, release } = await openWithoutEditor(t, { prepare });
  await paste(visit, broken);
  await visit.until("No errors so far", ".verdict");
  assert.equal(await visit.page.$(".problem"), null);
  release();
  await visit.until("Not ready to import: 1 error is ignored", ".verdict");
});

test("typing goes on where it was, with the keyboard in the editor", async (t) => {
  const { visit, release } = await openWithoutEditor(t);
  await visit.untilFocused(/early-text/);
  await visit.page.keyboard.type('{\n  "swagger": ');
  await visit.until("Not ready", ".verdict");
  release();
  await visit.find(".cm-content");
  await visit.untilFocused(/cm-content/);
  assert.equal(await selection(visit), "Line 2, column 14");
  await visit.page.keyboard.type('"2.0"');
  assert.ok((await visit.lines()).includes('  "swagger": "2.0"'));
  visit.isClean();
});

test("the line ends of what is pasted are kept", async (t) => {
  const { visit, release } = await openWithoutEditor(t);
  await paste(visit, '{\r\n  "swagger": "2.0"\r\n}\r\n');
  await visit.until("Not ready");
  release();
  await visit.find(".cm-content");
  assert.equal((await visit.download("xtension.json")).toString(), '{\r\n  "swagger": "2.0"\r\n}\r\n');
  visit.isClean();
});

test("a sample and a file that are chosen early are opened once the editor is there", async (t) => {
  const { visit, release } = await openWithoutEditor(t);
  assert.deepEqual(await visit.violations(), []);
  await visit.click(".sample");
  release();
  await visit.checked();
  assert.equal(await visit.copied(), broken);

  const other = await openWithoutEditor(t);
  const path = join(other.visit.downloads, "rooms.json");
  await writeFile(path, sample("correct"));
  const [chooser] = await Promise.all([other.visit.page.waitForFileChooser(), other.visit.press("Open a file")]);
  await chooser.accept([path]);
  other.release();
  await other.visit.until("Ready to import");
  assert.equal(await other.visit.copied(), sample("correct"));
});

test("a long text is kept whole, though the plain field shows its beginning", async (t) => {
  const long = `{ "swagger": "2.0", "info": { "title": "${"Rooms ".repeat(40_000)}", "version": "1" }, "paths": {} }`;
  const { visit, release } = await openWithoutEditor(t);
  await paste(visit, long);
  await visit.find(".verdict");
  release();
  await visit.find(".cm-content");
  assert.equal(await visit.copied(), long);
  visit.isClean();
});

test("where the editor does not come, the page says so, goes on telling errors, and tries again", async (t) => {
  let lost = true;
  const { visit, release } = await openWithoutEditor(t, { isLost: () => lost });
  release();
  await visit.until("The editor did not load");
  await paste(visit, broken);
  await visit.until("Authorization", ".problem-message");
  await visit.until("The editor did not load");
  assert.deepEqual(await visit.violations(), []);
  lost = false;
  await visit.press("Try again");
  await visit.until("Authorization", ".problem.is-current .problem-message");
  assert.equal(await visit.copied(), broken);
});

for (const width of [1280, 360]) {
  test(`at ${width} px the page keeps its frame when the editor comes`, async (t) => {
    const { visit, release } = await openWithoutEditor(t, { width });
    const frame = () =>
      visit.page.evaluate(() =>
        [".editor", ".panel", ".view h2"].map((selector) => {
          const { x, y, width, height } = document.querySelector(selector).getBoundingClientRect();
          return [selector, x, y, width, height].map((value) => (typeof value === "number" ? Math.round(value) : value));
        }),
      );
    await visit.until("Check an Xtension");
    const before = await frame();
    release();
    await visit.find(".cm-content");
    assert.deepEqual(await frame(), before);
    visit.isClean();
  });
}
