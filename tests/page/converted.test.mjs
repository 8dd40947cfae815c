// What a conversion has lost or decided is known as long as its result: after a reload, in other files, in reports.

import { test } from "node:test";
import assert from "node:assert/strict";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { openApi3, yaml } from "./convertible.mjs";
import { choose } from "./session.mjs";
import { open, sample } from "./support.mjs";

/** OpenAPI 3 that is kept in the database for its length. */
const long = JSON.stringify({ ...JSON.parse(openApi3), info: { title: "Rooms", version: "1.0.0", description: "All of them. ".repeat(10_000) } }, null, 2);

/** Converts the text in the editor. */
async function convert(visit) {
  await visit.press("Convert to an Xtension");
  await visit.until("the result", ".conversion-findings");
  await visit.press("Use this");
  await visit.checked();
}

/** What the view of changes says of the conversion. */
async function notes(visit) {
  await visit.click("#tab-changes");
  await visit.until("Converted from", ".converted-note");
  return visit.page.$$eval(".converted-note .remark", (all) => all.map((one) => one.textContent));
}

/** Waits until the view of changes says nothing of a conversion. */
async function untilNoNotes(visit) {
  await visit.click("#tab-changes");
  await visit.find(".changes-none");
  await visit.page.waitForFunction(() => !document.querySelector(".converted-note"));
}

/** Waits until what is kept of the text is that of a conversion. */
const untilKept = (visit) =>
  visit.page.waitForFunction(() => {
    const kept = JSON.parse(localStorage.getItem("xtension-checker.document") ?? "{}");
    return kept.madeOf !== undefined || kept.record !== undefined;
  });

for (const [kind, original] of [
  ["short", openApi3],
  ["long", long],
]) {
  test(`the notes on the conversion of a ${kind} text survive a reload, and lead to their places`, async (t) => {
    const visit = await open(t);
    await visit.paste(original);
    await visit.until("OpenAPI 3.1", ".verdict");
    await convert(visit);
    const before = await notes(visit);
    assert.ok(before.some((note) => note.includes("cookie")), before.join("\n"));
    // Places are those of the result, wherever that has moved since.
    await visit.click(".cm-content");
    await visit.keys("Control+Home", "ArrowRight", "Enter", "Enter");
    await untilKept(visit);
    await visit.page.reload();
    await visit.checked();
    assert.deepEqual(await notes(visit), before);
    await visit.click(".converted-note summary");
    await visit.click(".remark.is-changed .remark-place");
    await visit.untilFocused(/cm-content/);
    const line = await visit.textOf(".editor >>> .cm-activeLine");
    assert.match(line, /enum|x-nullable|name|size/);
    assert.deepEqual(await visit.violations(), []);
    visit.isClean();
  });
}

test("the notes go with the result: undone, or with another text in its place, but not with its name", async (t) => {
  const visit = await open(t);
  await visit.paste(openApi3);
  await visit.until("OpenAPI 3.1", ".verdict");
  await convert(visit);
  await visit.page.focus(".file-name input");
  await visit.page.keyboard.type("2");
  assert.ok((await notes(visit)).length > 0);
  await visit.press("Undo");
  await untilNoNotes(visit);
  await visit.page.reload();
  await visit.until("OpenAPI 3.1", ".verdict");
  await untilNoNotes(visit);

  await visit.click("#tab-problems");
  await convert(visit);
  assert.ok((await notes(visit)).length > 0);
  await visit.click("#tab-problems");
  await visit.paste(sample("correct"));
  await visit.checked();
  await untilNoNotes(visit);
  await visit.page.reload();
  await visit.checked();
  await untilNoNotes(visit);
  visit.isClean();
});

for (const [kind, original] of [
  ["short", openApi3],
  ["long", long],
]) {
  test(`erasing everything erases the notes on a ${kind} text`, async (t) => {
    const visit = await open(t);
    await visit.paste(original);
    await visit.until("OpenAPI 3.1", ".verdict");
    await convert(visit);
    await untilKept(visit);
    await visit.press("Nothing leaves this browser");
    await visit.until("what was lost where they were converted", ".dialog");
    await visit.press("Erase everything");
    await visit.press("Erase it all");
    await visit.until("Everything is erased", ".notice");
    assert.deepEqual(await visit.page.evaluate(() => Object.keys(localStorage)), []);
    assert.deepEqual(await visit.page.evaluate(() => indexedDB.databases()), []);
    await visit.paste(sample("correct"));
    await visit.checked();
    await untilNoNotes(visit);
    visit.isClean();
  });
}

test("each of several files keeps the notes on its own conversion", async (t) => {
  const visit = await open(t);
  const paths = ["rooms.yaml", "api.json", "third.json"].map((name) => join(visit.downloads, name));
  await writeFile(paths[0], yaml);
  await writeFile(paths[1], openApi3);
  await writeFile(paths[2], sample("correct"));
  await visit.openFile(...paths);
  await visit.press("Convert api.json to an Xtension");
  await visit.until("the result", ".conversion-findings");
  await visit.press("Use this");
  const before = await notes(visit);
  await visit.click("#tab-files");
  await visit.click(".file-head ::-p-text(third.json)");
  await untilNoNotes(visit);
  await visit.page.reload();
  await visit.checked();
  await visit.click("#tab-files");
  await visit.click(".file-head ::-p-text(api.json)");
  assert.deepEqual(await notes(visit), before);
  visit.isClean();
});

test("the notes on a text of one line say which keys lead to their places", async (t) => {
  const visit = await open(t);
  await visit.paste(JSON.stringify(JSON.parse(openApi3)));
  await visit.until("OpenAPI 3.1", ".verdict");
  await visit.press("Convert to an Xtension");
  await visit.until("the result", ".conversion-findings");
  await visit.until("paths › /rooms › get › parameters › session", ".remark.is-lost .remark-place");
  await visit.press("Use this");
  await visit.checked();
  const lost = (await notes(visit)).filter((note) => note.includes("cookie"));
  assert.match(lost.join(), /line 1 of the original paths › \/rooms › get › parameters › session$/);
  visit.isClean();
});

test("a report says what a conversion has lost", async (t) => {
  const visit = await open(t);
  await visit.paste(openApi3);
  await visit.until("OpenAPI 3.1", ".verdict");
  await convert(visit);
  await choose(visit, "Report");
  await visit.click(".format ::-p-text(Markdown)");
  await visit.click(".dialog-buttons .button.main");
  const markdown = (await visit.downloaded("xtension-report.md")).toString();
  assert.match(markdown, /\n## Converted from OpenAPI 3 \(\d+\)\n\n/);
  assert.match(markdown, /\n- \*\*Left out\.\*\* .*cookie.* In the original: line \d+, `paths › \/rooms › get › parameters › session`\.\n/);
  await choose(visit, "Report");
  await visit.click(".dialog-buttons .button.main");
  const html = (await visit.downloaded("xtension-report.html")).toString();
  assert.match(html, /<h2>Converted from OpenAPI 3 <span>\d+<\/span><\/h2>/);
  await choose(visit, "Report");
  await visit.click(".format ::-p-text(CSV)");
  await visit.click(".dialog-buttons .button.main");
  assert.match((await visit.downloaded("xtension-report.csv")).toString(), /\r\nconverted,Left out,,,/);
  visit.isClean();
});
