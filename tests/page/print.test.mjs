// The page on paper: every problem with all there is to know, and nothing of the screen.

import { test } from "node:test";
import assert from "node:assert/strict";
import { IS_FIREFOX } from "./browser.mjs";
import { open } from "./support.mjs";

test("paper has every problem with its reasons and fixes, and none of the screen's parts", async (t) => {
  const visit = await open(t);
  await visit.sample("Two Authorization headers");
  await visit.find(".tok-propertyName");
  const messages = await visit.page.$$eval(".problem-message", (all) => all.map((one) => one.textContent));
  const printed = await visit.page.evaluate(() => {
    dispatchEvent(new Event("beforeprint"));
    return document.querySelector(".paper").textContent;
  });
  assert.match(printed, /^forum-thread\.json/);
  assert.ok(messages.length > 2);
  for (const message of messages) assert.ok(printed.includes(message), message);
  for (const problem of await visit.page.$$eval(".paper ol > li", (all) => all.map((one) => one.textContent))) assert.match(problem, /line \d+/);

  if (!IS_FIREFOX) {
    await visit.page.emulateMediaType("print");
    assert.equal(await visit.page.$eval("#page", (page) => getComputedStyle(page).display), "none");
    assert.equal(await visit.page.$eval(".paper", (paper) => getComputedStyle(paper).color), "rgb(0, 0, 0)");
    assert.equal(await visit.scrollsSideways(), false);
  }
  await visit.page.evaluate(() => dispatchEvent(new Event("afterprint")));
  assert.equal(await visit.page.$eval(".paper", (paper) => paper.textContent), "");
  visit.isClean();
});

test("a page without a report is printed as it is", async (t) => {
  const visit = await open(t);
  await visit.until("Check an Xtension");
  assert.ok((await visit.page.pdf()).length > 1000);
});
