// What differs from the text as it was pasted or opened.

import { test } from "node:test";
import assert from "node:assert/strict";
import { open, sample } from "./support.mjs";

const correct = sample("correct");

async function openChanged(t, options) {
  const visit = await open(t, options);
  await visit.paste(correct);
  await visit.checked();
  await visit.click(".cm-content");
  await visit.keys("Control+Home", "ArrowDown", "End");
  await visit.page.keyboard.type(" ");
  await visit.keys("Control+End");
  await visit.page.keyboard.type("x");
  await visit.until("2", "#tab-changes");
  return visit;
}

async function openView(t, options) {
  const visit = await openChanged(t, options);
  await visit.click("#tab-changes");
  await visit.find(".cm-deletedChunk");
  return visit;
}

/** What the view shows as gone and as come. */
const shown = (visit) =>
  visit.page.evaluate(() => {
    const root = document.querySelector(".difference").shadowRoot;
    const texts = (selector) => [...root.querySelectorAll(selector)].map((line) => line.textContent.trim());
    return { gone: texts(".cm-deletedLine"), come: texts(".cm-changedLine") };
  });

test("each change is shown, with what stood there", async (t) => {
  const visit = await openView(t);
  await visit.until("2 changes", ".changes-head");
  assert.deepEqual(await shown(visit), { gone: ['"swagger": "2.0",', ""], come: ['"swagger": "2.0",', "x"] });
  visit.isClean();
});

test("the view follows the text", async (t) => {
  const visit = await openView(t);
  await visit.click(".cm-content");
  await visit.keys("Control+End", "Backspace");
  await visit.until("1 change", ".changes-head");
  await visit.until("1", "#tab-changes");
  await visit.keys("Control+Home", "ArrowDown", "End", "Backspace");
  await visit.until("The text is as it was pasted or opened.");
  await visit.page.waitForFunction(() => document.querySelector("#tab-changes").textContent === "Changes");
  visit.isClean();
});

test("one change is put back by mouse, another by key, and undo makes it again", async (t) => {
  const visit = await openView(t);
  await visit.click(".revert");
  await visit.until("1 change", ".changes-head");
  assert.equal(await visit.copied(), `${correct}x`);
  await (await visit.find(".revert")).focus();
  await visit.keys("Enter");
  await visit.until("The text is as it was pasted or opened.");
  assert.equal(await visit.copied(), correct);
  await visit.press("Undo");
  await visit.until("1 change", ".changes-head");
  assert.equal(await visit.copied(), `${correct}x`);
  visit.isClean();
});

test("the text goes back as it was pasted, in one step that can be undone", async (t) => {
  const visit = await openView(t);
  const changed = await visit.copied();
  await visit.press("Put all back");
  await visit.until("The text is as it was pasted or opened.", ".view");
  assert.equal(await visit.copied(), correct);
  await visit.press("Undo");
  await visit.until("2 changes", ".changes-head");
  assert.equal(await visit.copied(), changed);
  visit.isClean();
});

test("steps go from change to change, and the editor goes along", async (t) => {
  const visit = await openView(t);
  const last = `Line ${correct.split("\n").length},`;
  await visit.press("Next change");
  await visit.until("Line 2,", ".status .position");
  await visit.press("Next change");
  await visit.until(last, ".status .position");
  await visit.press("Previous change");
  await visit.until("Line 2,", ".status .position");
});

test("by keys alone: what was put back leaves the keyboard at the next, and folded lines open", async (t) => {
  const visit = await openView(t);
  await (await visit.find(".cm-collapsedLines")).focus();
  const lines = () => visit.page.$$eval(">>> .difference .cm-line", (all) => all.length);
  const before = await lines();
  await visit.keys("Enter");
  await visit.page.waitForFunction((before) => document.querySelector(".difference").shadowRoot.querySelectorAll(".cm-line").length > before, {}, before);
  await visit.untilFocused(/cm-content/);
  await (await visit.find(".revert")).focus();
  await visit.keys("Enter");
  await visit.until("1 change", ".changes-head");
  await visit.page.waitForFunction(() => document.querySelector(".difference").shadowRoot.activeElement?.className === "revert");
  await visit.keys("Enter");
  await visit.until("The text is as it was pasted or opened.");
  await visit.page.waitForFunction(() => document.activeElement.className === "panel");
  visit.isClean();
});

test("lines as before are folded, and shown on request", async (t) => {
  const visit = await openView(t);
  await visit.find(".cm-collapsedLines");
  await visit.click(".changes-only input");
  await visit.page.waitForFunction(() => !document.querySelector(".difference").shadowRoot.querySelector(".cm-collapsedLines"));
});

test("where the view is wide the texts stand beside each other, and changes are put back there, too", async (t) => {
  const visit = await openChanged(t, { width: 1800, height: 900 });
  await visit.page.focus(".splitter");
  await visit.keys(...Array(8).fill("ArrowLeft"));
  await visit.click("#tab-changes");
  await visit.find(".cm-merge-a .cm-changedLine");
  await (await visit.find(".cm-merge-revert .revert")).focus();
  await visit.keys("Enter");
  await visit.until("1 change", ".changes-head");
  assert.equal(await visit.copied(), `${correct}x`);
  visit.isClean();
});

test("the original survives a reload", async (t) => {
  const visit = await openChanged(t);
  await visit.page.reload();
  await visit.checked();
  await visit.until("2", "#tab-changes");
  await visit.click("#tab-changes");
  await visit.press("Put all back");
  await visit.until("The text is as it was pasted or opened.", ".view");
  assert.equal(await visit.copied(), correct);
  visit.isClean();
});

test("another text is another original, and undoing it brings the one before back", async (t) => {
  const visit = await openView(t);
  await visit.paste(sample("forum-thread"));
  await visit.until("The text is as it was pasted or opened.");
  await visit.keys("Control+z");
  await visit.until("2 changes", ".changes-head");
  visit.isClean();
});

test("axe finds nothing wrong", async (t) => {
  for (const scheme of ["light", "dark"]) {
    const visit = await openView(t, { scheme });
    assert.deepEqual(await visit.violations(), []);
  }
});
