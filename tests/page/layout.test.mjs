// The page's parts: the line between editor and panel, and the menu.

import { test } from "node:test";
import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { many } from "./many.mjs";
import { open, sample } from "./support.mjs";

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

/** Opens the page with two files, of which the one in the editor has problems and a change. */
async function openSeveral(t) {
  const folder = await mkdtemp(join(tmpdir(), "xtension-checker-"));
  t.after(() => rm(folder, { recursive: true, force: true }));
  const paths = ["1.json", "2.json"].map((name) => join(folder, name));
  for (const path of paths) await writeFile(path, many());
  const visit = await open(t);
  await visit.openFile(...paths);
  await visit.until("Checked 2 files", ".files-head");
  await visit.click(".cm-content");
  await visit.page.keyboard.type(" ");
  await visit.until("1", "#tab-changes");
  return visit;
}

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

test("all tabs are in sight, with several files, changes and many problems, on a laptop and on a telephone", async (t) => {
  const visit = await openSeveral(t);
  for (const [width, height] of [[1440, 900], [1024, 700], [768, 1000], [360, 740]]) {
    await visit.resize(width, height);
    const [panel, tabs] = await visit.page.evaluate(() => {
      const { left, right } = document.querySelector(".panel").getBoundingClientRect();
      const sides = [...document.querySelectorAll(".tab")].map((tab) => tab.getBoundingClientRect());
      return [{ left, right }, sides.map(({ left, right }) => ({ left, right }))];
    });
    assert.equal(tabs.length, 6);
    for (const { left, right } of tabs) assert.ok(panel.left <= left && right <= panel.right, `${width}: ${JSON.stringify({ panel, tabs })}`);
  }
});

test("what is said in passing moves nothing", async (t) => {
  const visit = await open(t);
  await visit.sample("Two Authorization headers");
  const top = async () => (await (await visit.find(".verdict h2")).boundingBox()).y;
  await visit.until("Opened", ".notice");
  const before = await top();
  await visit.click(".notice [aria-label=Close]");
  await visit.page.waitForSelector(".notice.is-silent");
  assert.equal(await top(), before);
});

test("the filters stay in one line, however many problems there are", async (t) => {
  const visit = await open(t, { width: 1024, height: 700 });
  const heights = [];
  for (const text of [sample("forum-thread"), many()]) {
    await visit.paste(text);
    await visit.checked();
    heights.push((await (await visit.find(".filters")).boundingBox()).height);
  }
  assert.ok(await visit.page.$(".filter-rule"));
  assert.equal(heights[0], heights[1]);
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
