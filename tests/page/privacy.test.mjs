// Nothing leaves the browser, and text from a document is never more than text.

import { test } from "node:test";
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { DIST, filesOfPage, open, sample } from "./support.mjs";

test("nothing is ever asked for but the files of the page", async (t) => {
  const visit = await open(t);
  const own = new URL(visit.page.url());
  await visit.sample("A correct Xtension");
  await visit.find(".tok-propertyName");

  await visit.press("New");
  await visit.paste(sample("forum-thread"));
  await visit.checked();
  await visit.keys("F8");
  await (await visit.find(".cm-lintRange")).hover();
  await visit.find(".cm-tooltip");
  await visit.download("xtension.json");
  await visit.copied();
  const files = new Set(["/", ...filesOfPage()].map((path) => new URL(`.${path}`, own).href));
  const others = visit.requests.filter((url) => !url.startsWith(`blob:${own.origin}/`) && !files.has(url));
  assert.deepEqual(others, []);
  visit.isClean();
});

test("markup in a document stays text", async (t) => {
  const visit = await open(t);
  const hostile = '<img src=x onerror="window.ran = true">';
  await visit.paste(JSON.stringify({ swagger: "2.0", [hostile]: hostile, paths: { [hostile]: { get: { [hostile]: {} } } } }, null, 2));
  await visit.checked();
  for (const mark of await visit.page.$$(">>> .cm-lintRange")) await mark.hover();
  assert.equal(await visit.page.$("img"), null);
  assert.equal(await visit.page.evaluate(() => window.ran), undefined);
  visit.isClean();
});

test("the page tells nothing of the machine that built it", async () => {
  for (const path of filesOfPage()) {
    const content = readFileSync(join(DIST, path), "latin1");
    for (const place of [homedir(), "registry/src", process.cwd()]) assert.ok(!content.includes(place), `${path}: ${place}`);
  }
});
