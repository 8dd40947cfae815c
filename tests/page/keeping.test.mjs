// What a person has written is there again: after a reload, after a crash, beside other tabs, and with storage that is full.

import { test } from "node:test";
import assert from "node:assert/strict";
import { IS_FIREFOX } from "./browser.mjs";
import { untilFiles } from "./kept.mjs";
import { xtensionOf } from "./made.mjs";
import { open, sample } from "./support.mjs";

const correct = sample("correct");
const long = xtensionOf(400_000);

/** The whole text. The button by its place: Firefox is slow to look for names while workers take all of a core. */
const copiedOf = (visit) => visit.taken(() => visit.click('.toolbar button[title^="Copy"]'));

/** Types `words` at the end of the text. */
async function typeAtEnd(visit, words) {
  await visit.click(".cm-content");
  await visit.keys("Control+End");
  await visit.page.keyboard.type(words);
}

/** Waits until the editor has `words` in sight. */
const untilEditorHas = (visit, words) =>
  visit.page.waitForFunction(
    (words) => document.querySelector(".editor > div")?.shadowRoot?.querySelector(".cm-content").textContent.includes(words),
    { timeout: 15_000 },
    words,
  );

/** Waits until the slot of the page names a long text in the database. */
const untilRecorded = (visit) =>
  visit.page.waitForFunction(() => "record" in JSON.parse(localStorage.getItem("xtension-checker.document") ?? "{}"), { timeout: 15_000 });

for (const [kind, text] of [
  ["short", correct],
  ["long", long],
]) {
  test(`the last keys in a ${kind} text survive a reload that comes at once`, async (t) => {
    const visit = await open(t);
    await visit.paste(text);
    await visit.checked();
    if (text === long) await untilRecorded(visit);
    await typeAtEnd(visit, "the last keys");
    await visit.page.reload();
    await visit.checked();
    assert.equal(await copiedOf(visit), `${text}the last keys`);
    // And once more, from what was kept of what came back.
    await typeAtEnd(visit, "!");
    await visit.page.reload();
    await visit.checked();
    assert.equal(await copiedOf(visit), `${text}the last keys!`);
    visit.isClean();
  });
}

test("a long text that was just pasted survives a reload that comes at once", async (t) => {
  const visit = await open(t);
  await visit.paste(long);
  await visit.page.reload();
  await visit.checked();
  assert.equal(await copiedOf(visit), long);
});

test("a long text is kept once, not again with each key, and goes when the editor is emptied", async (t) => {
  const visit = await open(t);
  await visit.paste(long);
  await untilRecorded(visit);
  const record = () => visit.page.evaluate(() => JSON.parse(localStorage.getItem("xtension-checker.document")));
  const before = await record();
  await typeAtEnd(visit, "more");
  await visit.page.waitForFunction(() => JSON.parse(localStorage.getItem("xtension-checker.document")).edits[0]?.insert === "more");
  assert.equal((await record()).record, before.record);
  await untilFiles(visit, (files) => files.length === 1);
  await visit.press("New");
  await visit.page.waitForFunction(() => localStorage.length === 0);
  await untilFiles(visit, (files) => files.length === 0);
});

test("what a long text was when it came is known after a reload", async (t) => {
  const visit = await open(t);
  await visit.paste(long);
  await visit.checked();
  await untilRecorded(visit);
  await visit.click(".cm-content");
  await visit.keys("Control+End");
  await visit.page.keyboard.type("x");
  await visit.page.reload();
  await visit.checked();
  await visit.click("#tab-changes");
  await visit.until("1 change", ".changes-head");
});

for (const [kind, text] of [
  ["short", correct],
  ["long", long],
]) {
  test(`a ${kind} text survives the crash of its tab`, { skip: IS_FIREFOX && "no way to crash a tab" }, async (t) => {
    const visit = await open(t);
    await visit.paste(text);
    await visit.checked();
    if (text === long) await untilRecorded(visit);
    await typeAtEnd(visit, "before the crash");
    await visit.page.waitForFunction(() => localStorage.getItem("xtension-checker.document").includes("before the crash"));
    const client = await visit.page.createCDPSession();
    const crashed = new Promise((resolve) => visit.page.once("error", resolve));
    client.send("Page.crash").catch(() => undefined);
    await crashed;
    const again = await visit.inAnotherTab();
    await again.checked();
    assert.equal(await copiedOf(again), `${text}before the crash`);
  });
}

test("two tabs keep a text each, and what was closed comes back one after the other", async (t) => {
  const first = await open(t);
  await first.paste(correct);
  await first.checked();
  const second = await first.inAnotherTab();
  await second.until("Check an Xtension");
  await second.page.bringToFront();
  await second.paste('{ "of": "the second" }');
  await second.until("not an Xtension");
  await typeAtEnd(second, "2");

  await second.page.reload();
  await untilEditorHas(second, "the second");
  assert.equal(await copiedOf(second), '{ "of": "the second" }2');
  await first.page.bringToFront();
  await first.page.reload();
  await untilEditorHas(first, "Meeting");
  assert.equal(await copiedOf(first), correct);

  await second.page.close();
  const third = await first.inAnotherTab();
  await third.page.bringToFront();
  await untilEditorHas(third, "the second");
  assert.equal(await copiedOf(third), '{ "of": "the second" }2');
  first.isClean();
});

test("a copy of a tab does not write over what that keeps", async (t) => {
  const first = await open(t);
  await first.paste(correct);
  await first.checked();
  // What a browser copies with a tab.
  const second = await first.inAnotherTab((page) => page.evaluateOnNewDocument(() => sessionStorage.getItem("xtension-checker.slot") ?? sessionStorage.setItem("xtension-checker.slot", "")));
  await second.page.bringToFront();
  await untilEditorHas(second, "Meeting");
  await typeAtEnd(second, "of the copy");
  await second.page.waitForFunction(() => sessionStorage.getItem("xtension-checker.slot") !== "");
  await second.page.waitForFunction(() => Object.values(localStorage).some((value) => value.includes("of the copy")));
  await second.page.reload();
  await untilEditorHas(second, "of the copy");
  assert.equal(await copiedOf(second), `${correct}of the copy`);
  await first.page.bringToFront();
  await first.page.reload();
  await untilEditorHas(first, "Meeting");
  assert.equal(await copiedOf(first), correct);
});

/** Lets storage refuse as `refuse` says, once the page is there. */
const refuse = (page, what) =>
  page.evaluateOnNewDocument((what) => {
    const full = () => {
      throw new DOMException("full", "QuotaExceededError");
    };
    if (what.includes("database")) IDBObjectStore.prototype.put = full;
    const { setItem } = Storage.prototype;
    if (what.includes("slot")) Storage.prototype.setItem = full;
    if (what.includes("long")) {
      Storage.prototype.setItem = function (key, value) {
        if (value.length > 5000) full();
        setItem.call(this, key, value);
      };
    }
  }, what);

for (const [where, what, text] of [
  ["in the database where the smaller storage is full", "long", correct.repeat(2)],
  ["in the smaller storage where the database is full", "database", long],
]) {
  test(`a text is kept ${where}`, async (t) => {
    const visit = await open(t, { prepare: (page) => refuse(page, what) });
    await visit.paste(text);
    if (what === "long") await untilRecorded(visit);
    else await visit.page.waitForFunction(() => localStorage.getItem("xtension-checker.document")?.length > 100_000);
    await visit.until("Kept in this browser", ".status");
    await visit.page.reload();
    await visit.checked();
    assert.equal(await copiedOf(visit), text);
    visit.isClean();
  });
}

for (const [kind, text] of [
  ["short", correct],
  ["long", long],
]) {
  test(`where all storage is full, that is said of a ${kind} text, and the page goes on`, async (t) => {
    const visit = await open(t, { prepare: (page) => refuse(page, "slot database") });
    await visit.paste(text);
    await visit.checked();
    await visit.until("Not kept", ".status");
    await typeAtEnd(visit, "and more");
    assert.equal(await copiedOf(visit), `${text}and more`);
    assert.equal(await visit.page.$$eval("[role=status]", (all) => all.filter(({ textContent }) => textContent.includes("Not kept")).length), 1);
    visit.isClean();
  });
}

test("the page works where a browser has no storage at all", async (t) => {
  const visit = await open(t, {
    prepare: (page) =>
      page.evaluateOnNewDocument(() => {
        const forbidden = {
          get() {
            throw new DOMException("forbidden", "SecurityError");
          },
        };
        for (const name of ["localStorage", "sessionStorage", "indexedDB"]) Object.defineProperty(window, name, forbidden);
        Object.defineProperty(Navigator.prototype, "locks", { get: () => undefined });
      }),
  });
  await visit.paste(correct);
  await visit.until("Ready to import");
  await visit.until("Not kept", ".status");
  assert.equal(await copiedOf(visit), correct);
  visit.isClean();
});
