// The problems panel with the mouse and with the keyboard alone.

import { test } from "node:test";
import assert from "node:assert/strict";
import { open, sample } from "./support.mjs";

async function openBroken(t, options) {
  const visit = await open(t, options);
  await visit.paste(sample("forum-thread"));
  await visit.checked();
  return visit;
}

const messages = (visit) => visit.page.$$eval(".problem-message", (all) => all.map((one) => one.textContent));
const current = (visit) => visit.textOf(".problem.is-current .problem-message");
const position = (visit) => visit.textOf(".status .position");
const placeOf = (visit) => visit.textOf(".problem.is-current .problem-place [aria-hidden]");

/** Where the selection begins is where the panel says the current problem is. */
async function isShownInEditor(visit) {
  const [line] = (await placeOf(visit)).split(":");
  assert.match(await position(visit), new RegExp(`^Line ${line},`));
}

test("a click on a problem shows its place", async (t) => {
  const visit = await openBroken(t);
  const heads = await visit.page.$$(".problem-head");
  await heads.at(-1).click();
  assert.equal(await current(visit), (await messages(visit)).at(-1));
  await isShownInEditor(visit);
  await visit.untilFocused(/cm-content/);
});

test("arrow keys walk through the list, Enter goes to the text and Escape back to it", async (t) => {
  const visit = await openBroken(t);
  const all = await messages(visit);
  await visit.page.focus(".problem.is-current .problem-head");
  await visit.keys("ArrowDown");
  assert.equal(await current(visit), all[1]);
  await isShownInEditor(visit);
  await visit.untilFocused(/problem-head/);
  await visit.keys("End");
  assert.equal(await current(visit), all.at(-1));
  await visit.keys("Home", "ArrowUp");
  assert.equal(await current(visit), all[0]);
  await visit.keys("Enter");
  await visit.untilFocused(/cm-content/);
  await visit.keys("Control+.");
  await visit.untilFocused(/^fix/);
  await visit.keys("Escape");
  await visit.untilFocused(/cm-content/);
});

test("F8 and Shift+F8 go through the text and come round", async (t) => {
  const visit = await openBroken(t);
  const { length } = await messages(visit);
  await visit.keys("Control+Home");
  const lines = [];
  for (let step = 0; step < length; step += 1) {
    await visit.keys("F8");
    await isShownInEditor(visit);
    lines.push(Number((await placeOf(visit)).split(":")[0]));
  }
  assert.deepEqual(lines, [...lines].sort((a, b) => a - b));
  await visit.keys("F8");
  assert.equal(Number((await placeOf(visit)).split(":")[0]), lines[0]);
  await visit.keys("Shift+F8");
  assert.equal(Number((await placeOf(visit)).split(":")[0]), lines.at(-1));
});

test("F8 begins with the problem that stands open", async (t) => {
  const visit = await openBroken(t);
  const open = await visit.page.$eval(".problem.is-current", (problem) => problem.textContent);
  await visit.keys("F8");
  await isShownInEditor(visit);
  assert.ok(open.includes(await placeOf(visit)), open);
});

test("the list is filtered by severity and by words", async (t) => {
  const visit = await openBroken(t);
  const all = await messages(visit);
  await visit.click(".filter-text");
  await visit.page.keyboard.type("authorization header");
  await visit.page.waitForFunction((before) => document.querySelectorAll(".problem").length < before, {}, all.length);
  assert.ok((await messages(visit)).every((message) => /authorization/i.test(message)));
  await visit.page.keyboard.type(" zzz");
  await visit.until("No problem matches the filter.");
  await visit.press("Show all");
  await visit.page.waitForFunction((count) => document.querySelectorAll(".problem").length === count, {}, all.length);

  await visit.click(".severity-toggle");
  await visit.page.waitForFunction(() => document.querySelector(".problem-head .severity-error") === null);
  assert.ok((await messages(visit)).length < all.length);
});

test("with the keyboard alone: in at the top, a fix, and on to the next problem", async (t) => {
  const visit = await openBroken(t);
  const before = await current(visit);
  await visit.firstFix();
  await visit.until("Undo", ".notice");
  await visit.page.waitForFunction(
    (before) => document.querySelector(".problem.is-current .problem-message")?.textContent !== before,
    {},
    before,
  );
  await visit.untilFocused(/problem-head/);
});

test("Undo and Close, which go away, leave the keyboard in the panel", async (t) => {
  const visit = await openBroken(t);
  await visit.firstFix();
  await visit.click(".notice .button ::-p-text(Undo)");
  await visit.page.waitForSelector(".notice.is-silent");
  assert.equal(await visit.focused(), "panel");
});

test("undoing a fix shows what it brings back, and opens its problem again", async (t) => {
  const visit = await openBroken(t);
  const before = await current(visit);
  const place = await placeOf(visit);
  await visit.firstFix();
  await visit.until("Undo", ".notice");
  await visit.page.$eval(">>> .cm-scroller", (scroller) => scroller.scrollTo(0, 0));
  await visit.click(".notice .button ::-p-text(Undo)");
  await visit.until(before, ".problem.is-current .problem-message");
  assert.equal(await placeOf(visit), place);
  assert.ok(await (await visit.find(".cm-selectionBackground")).isIntersectingViewport());
  assert.ok(await (await visit.find(".cm-activeLine")).isIntersectingViewport());
});

test("Tab leaves the editor", async (t) => {
  const visit = await openBroken(t);
  await visit.click(".cm-content");
  await visit.keys("Tab");
  assert.doesNotMatch(await visit.focused(), /cm-content/);
  await visit.keys("Shift+Tab");
  await visit.untilFocused(/cm-content/);
});

test("a fix that is chosen while the text changes is made on the text as it is then", async (t) => {
  const visit = await openBroken(t);
  await visit.click(".cm-content");
  await visit.keys("Control+Home");
  await visit.keys("Space");
  // Quicker than the pause after which a text is checked.
  await visit.page.$$eval(".problem.is-current .fix", (fixes) => fixes.find((fix) => /security/i.test(fix.textContent)).click());
  await visit.until("Undo", ".notice");
  const text = await visit.copied();
  assert.doesNotThrow(() => JSON.parse(text));
  assert.match(text, /^ \{/);
  assert.match(text, /"security": \[\],\n/);
});

test("the newest text wins", async (t) => {
  const visit = await open(t);
  await visit.click(".cm-content");
  await visit.page.keyboard.type(sample("oauth-help-page").slice(0, 300), { delay: 1 });
  await visit.keys("Control+a");
  await visit.page.keyboard.type("{");
  await visit.paste(sample("correct"));
  await visit.until("Ready to import");
});

test("all safe fixes are one step that can be undone", async (t) => {
  const correct = sample("correct");
  const broken = correct.replaceAll(/"https"$|"1\.0\.0"$/gm, "$&,");
  const visit = await open(t);
  await visit.paste(broken);
  await visit.until("Fix all safe");
  await visit.click(".fix-all");
  await visit.click(".fix-all-dialog .button.main");
  await visit.until("Made 2 safe fixes.", ".notice");
  await visit.until("Ready to import");
  assert.equal(await visit.copied(), correct);
  await visit.click(".cm-content");
  await visit.keys("Control+z");
  await visit.until("Fix all safe");
  assert.equal(await visit.copied(), broken);
  visit.isClean();
});
