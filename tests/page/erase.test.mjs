// What this browser keeps: only what the page needs, said in one place, and erased by one button.

import { test } from "node:test";
import assert from "node:assert/strict";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { open, sample } from "./support.mjs";

/** All that the browser keeps of the page, by where it does. Runs in the page. */
async function kept() {
  const records = async ({ name }) => {
    const request = indexedDB.open(name);
    const database = await new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    const counts = [...database.objectStoreNames].map(async (store) => {
      const count = database.transaction(store).objectStore(store).count();
      return new Promise((resolve) => (count.onsuccess = () => resolve(count.result)));
    });
    const all = await Promise.all(counts);
    database.close();
    return all.reduce((sum, count) => sum + count, 0);
  };
  const databases = await indexedDB.databases();
  return {
    storage: Object.keys(localStorage).sort(),
    databases: databases.map(({ name }) => name),
    records: (await Promise.all(databases.map(records))).reduce((sum, count) => sum + count, 0),
    cookies: document.cookie,
    // Where the browser keeps the page itself.
    copies: [...(await caches.keys()), ...(await navigator.serviceWorker.getRegistrations()).map(({ scope }) => scope)],
  };
}

/** Opens the page and does all that leaves something in the browser. */
async function openUsed(t) {
  const visit = await open(t);
  await visit.paste(sample("forum-thread"));
  await visit.checked();
  await visit.click(".problem.is-current .ignore-choices .link");
  await visit.until("Ignored", ".notice");
  await visit.page.focus(".splitter");
  await visit.keys("ArrowLeft");
  const folder = join(visit.downloads, "in");
  await mkdir(folder);
  const paths = ["a.json", "b.json"].map((name) => join(folder, name));
  for (const path of paths) await writeFile(path, sample("correct"));
  await visit.openFile(...paths);
  await visit.find(".file-head");
  return visit;
}

async function waitUntilKept(visit, isEnough) {
  for (let tries = 0; tries < 100; tries += 1) {
    const now = await visit.page.evaluate(kept);
    if (isEnough(now)) return now;
    await visit.page.evaluate(() => new Promise((done) => setTimeout(done, 100)));
  }
  return visit.page.evaluate(kept);
}

test("nothing is kept but texts, files, choices and sizes, under names of this page", async (t) => {
  const visit = await openUsed(t);
  const now = await waitUntilKept(visit, ({ records, storage }) => records >= 2 && storage.length >= 3);
  assert.deepEqual(now.databases, ["xtension-checker"]);
  assert.ok(now.records >= 2);
  assert.equal(now.cookies, "");
  const known = /^xtension-checker\.(document|files|ignored|layout)(\.\d+)?$/;
  for (const key of now.storage) assert.match(key, known);
  assert.ok(now.storage.includes("xtension-checker.ignored") && now.storage.includes("xtension-checker.layout"), now.storage.join());
});

test("the page says what is kept, what never leaves, and how to see that", async (t) => {
  const visit = await open(t);
  await visit.press("Nothing leaves this browser");
  await visit.until("What this browser keeps", ".dialog");
  await visit.until("developer tools", ".dialog");
  assert.deepEqual(await visit.violations(), []);
  await visit.resize(360, 700);
  assert.equal(await visit.scrollsSideways(), false);
  await visit.resize(1280, 800);
  await visit.keys("Escape");
  await visit.page.waitForFunction(() => document.querySelector(".dialog") === null);
  assert.equal(await visit.focused(), "private");

  await visit.press("More commands");
  await visit.click(".menu-item ::-p-text(Privacy)");
  await visit.find(".dialog");
  visit.isClean();
});

test("one button erases everything, after a question that says what goes", async (t) => {
  const visit = await openUsed(t);
  const before = await waitUntilKept(visit, ({ records }) => records >= 2);
  await visit.press("Nothing leaves this browser");
  await visit.press("Erase everything");
  await visit.until("the text in the editor, all open files", ".dialog-question");
  assert.deepEqual(await visit.violations(), []);
  // Whoever presses Enter once more has erased nothing.
  await visit.keys("Enter");
  await visit.page.waitForFunction(() => document.querySelector(".dialog-question") === null);
  assert.deepEqual((await visit.page.evaluate(kept)).storage, before.storage);

  await visit.press("Erase everything");
  await visit.press("Erase it all");
  await visit.until("Everything is erased", ".notice");
  await visit.find(".start");
  const after = await visit.page.evaluate(kept);
  assert.deepEqual([after.storage, after.records, after.copies], [[], 0, []]);
  assert.equal(await visit.page.evaluate(() => location.hash), "");
  assert.equal(await visit.page.$(".file-head"), null);

  await visit.page.reload();
  await visit.find(".start");
  assert.deepEqual((await visit.page.evaluate(kept)).storage, []);
  visit.isClean();
});

test("where the browser does not let it be erased, the page says so and keeps the text", async (t) => {
  const visit = await open(t);
  await visit.paste(sample("correct"));
  await visit.checked();
  await visit.page.evaluate(() => {
    indexedDB.deleteDatabase = () => {
      throw new DOMException("refused", "InvalidStateError");
    };
  });
  await visit.press("Nothing leaves this browser");
  await visit.press("Erase everything");
  await visit.press("Erase it all");
  await visit.until("did not let everything be erased", ".notice");
  const now = await waitUntilKept(visit, ({ storage }) => storage.some((key) => key.startsWith("xtension-checker.document")));
  assert.ok(now.storage.some((key) => key.startsWith("xtension-checker.document")));
});
