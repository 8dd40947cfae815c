// The page's parts: the line between editor and panel, and the menu.

import { test } from "node:test";
import assert from "node:assert/strict";
import { open } from "./support.mjs";

const widthOf = async (visit, selector) => (await visit.find(selector)).evaluate((part) => part.getBoundingClientRect().width);

test("the line between editor and panel moves by keys and mouse, and stays there", async (t) => {
  const visit = await open(t);
  const usual = await widthOf(visit, ".panel");
  await (await visit.find(".splitter")).focus();
  await visit.keys("ArrowLeft", "ArrowLeft");
  const wider = await widthOf(visit, ".panel");
  assert.ok(wider > usual + 50, `${usual} ${wider}`);

  const line = await (await visit.find(".splitter")).boundingBox();
  await visit.page.mouse.move(line.x, line.y + 100);
  await visit.page.mouse.down();
  await visit.page.mouse.move(640, line.y + 120, { steps: 4 });
  await visit.page.mouse.up();
  const dragged = await widthOf(visit, ".panel");
  assert.ok(Math.abs(dragged - 640) < 15, `${dragged}`);

  await visit.page.reload();
  assert.equal(await widthOf(visit, ".panel"), dragged);
  await (await visit.find(".splitter")).focus();
  await visit.keys("Enter");
  assert.equal(await widthOf(visit, ".panel"), usual);
  visit.isClean();
});

test("the menu opens, is walked through and closed by keys", async (t) => {
  const visit = await open(t);
  await visit.sample("Two Authorization headers");
  await (await visit.find("[popovertarget=menu]")).focus();
  await visit.keys("Enter");
  await visit.page.waitForFunction(() => document.activeElement.matches("[role=menuitem]"));
  await visit.keys("ArrowDown", "Home");
  assert.deepEqual(await visit.violations(), []);
  await visit.keys("Escape");
  assert.equal(await visit.page.evaluate(() => document.activeElement.getAttribute("popovertarget")), "menu");
  await visit.keys("Enter");
  await visit.click(".menu ::-p-text(Search and replace)");
  await visit.find(".cm-search");
  visit.isClean();
});
