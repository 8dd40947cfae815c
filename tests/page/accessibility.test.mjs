// For everyone: what axe can see, in each state and both colour schemes, and a narrow screen.

import { test } from "node:test";
import assert from "node:assert/strict";
import { open } from "./support.mjs";

const STATES = [
  ["empty", undefined],
  ["broken", "Two Authorization headers"],
  ["not JSON", "A sample from a help page"],
  ["clean", "A correct Xtension"],
];

for (const scheme of ["light", "dark"]) {
  for (const [state, title] of STATES) {
    test(`axe finds nothing: ${state}, ${scheme}`, async (t) => {
      const visit = await open(t, { scheme });
      if (title) await visit.sample(title);
      else await visit.until("Check an Xtension");
      assert.deepEqual(await visit.violations(), []);
      visit.isClean();
    });

    test(`360 pixels are enough: ${state}, ${scheme}`, async (t) => {
      const visit = await open(t, { scheme, width: 360, height: 740, touch: true });
      if (title) await visit.sample(title);
      assert.equal(await visit.scrollsSideways(), false);
      assert.deepEqual(await visit.violations(), []);
    });
  }
}

test("axe finds nothing in a tooltip and in the search", async (t) => {
  const visit = await open(t);
  await visit.sample("Two Authorization headers");
  await visit.click(".cm-content");
  await visit.keys("Control+f");
  await visit.find(".cm-search");
  await (await visit.find(".cm-lintRange-error")).hover();
  await visit.find(".cm-tooltip .fix");
  assert.deepEqual(await visit.violations(), []);
});

test("a laptop at 200 % shows a problem and its place at once", async (t) => {
  const visit = await open(t, { width: 640, height: 360 });
  await visit.sample("Two Authorization headers");
  const edges = await (await visit.find(".problem.is-current .problem-head")).evaluate((head) => head.getBoundingClientRect().bottom);
  assert.ok(edges < 360, `${edges}`);
  assert.ok(await (await visit.find(".cm-lintRange-error")).isIntersectingViewport());
  assert.equal(await visit.scrollsSideways(), false);
  assert.deepEqual(await visit.violations(), []);
});

test("on a narrow screen the problems are below the editor, and a tap does not call the keyboard", async (t) => {
  const visit = await open(t, { width: 360, height: 740, touch: true });
  await visit.sample("Two Authorization headers");
  const bottom = await (await visit.find(".editor")).evaluate((editor) => editor.getBoundingClientRect().bottom);
  const top = await (await visit.find(".panel")).evaluate((panel) => panel.getBoundingClientRect().top);
  assert.ok(top >= bottom);
  await (await visit.find(".problem-head")).tap();
  assert.doesNotMatch(await visit.focused(), /cm-content/);
});

test("the page is as high as the window, and its parts scroll", async (t) => {
  const visit = await open(t, { height: 500 });
  await visit.sample("Two Authorization headers");
  await visit.keys("F8");
  assert.deepEqual(await visit.page.evaluate(() => [document.documentElement.scrollHeight, scrollY]), [500, 0]);
});

test("the colours follow the system", async (t) => {
  const visit = await open(t);
  const ground = () => visit.page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const light = await ground();
  await visit.page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: "dark" }]);
  assert.notEqual(await ground(), light);
});
