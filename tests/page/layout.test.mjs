// The page's parts: the line between editor and panel, and the menu.

import { test } from "node:test";
import assert from "node:assert/strict";
import { open } from "./support.mjs";

const panelWidth = async (visit) => (await visit.find(".panel")).evaluate((panel) => panel.getBoundingClientRect().width);
const untilPanelIs = (visit, least, most) =>
  visit.page.waitForFunction(
    (least, most) => {
      const width = document.querySelector(".panel")?.getBoundingClientRect().width;
      return least <= width && width <= most;
    },
    { timeout: 15_000 },
    least,
    most,
  );

test("the line between editor and panel moves by keys and mouse, and stays there", async (t) => {
  const visit = await open(t);
  const usual = await panelWidth(visit);
  await (await visit.find(".splitter")).focus();
  await visit.keys("ArrowLeft", "ArrowLeft");
  await untilPanelIs(visit, usual + 50, 640);

  const line = await (await visit.find(".splitter")).boundingBox();
  await visit.page.mouse.move(line.x, line.y + 100);
  await visit.page.mouse.down();
  await visit.page.mouse.move(640, line.y + 120, { steps: 4 });
  await visit.page.mouse.up();
  await untilPanelIs(visit, 626, 654);
  const dragged = await panelWidth(visit);

  await visit.page.reload();
  await visit.find(".cm-content");
  await untilPanelIs(visit, dragged, dragged);
  await (await visit.find(".splitter")).focus();
  await visit.keys("Enter");
  await untilPanelIs(visit, usual, usual);
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
