// For everyone: what axe can see in each state of the page, in every kind of window.

import { test } from "node:test";
import assert from "node:assert/strict";
import { IS_FIREFOX } from "./browser.mjs";
import { openIn, STATES } from "./states.mjs";
import { open } from "./support.mjs";

/** The window at its usual size, that of a laptop at 200 %, and a telephone's. */
const SIZES = [[], [640, 360], [360, 740]];

const SURROUNDINGS = [
  ["light", { scheme: "light" }, SIZES],
  ["dark", { scheme: "dark" }, [[]]],
  ["high contrast", { forcedColors: true }, [[]]],
];

for (const [surrounding, options, sizes] of SURROUNDINGS) {
  for (const state of STATES) {
    test(`axe finds nothing, and nothing scrolls sideways: ${state.name}, ${surrounding}`, async (t) => {
      const visit = await openIn(t, state, options);
      for (const size of state.passing ? [[]] : sizes) {
        if (size.length > 0) await visit.resize(...size);
        assert.deepEqual(await visit.violations(), [], size.join(" × "));
        assert.equal(await visit.scrollsSideways(), false, size.join(" × "));
      }
    });
  }
}

for (const { name, passing, ...state } of STATES.filter((state) => state.passing)) {
  test(`axe finds nothing on a telephone: ${name}`, async (t) => {
    const visit = await openIn(t, state, { width: 360, height: 740, touch: !IS_FIREFOX });
    assert.deepEqual(await visit.violations(), []);
    assert.equal(await visit.scrollsSideways(), false);
  });
}

test("a laptop at 200 % shows a problem and its place at once", async (t) => {
  const visit = await open(t, { width: 640, height: 360 });
  await visit.sample("Two Authorization headers");
  const edges = await (await visit.find(".problem.is-current .problem-head")).evaluate((head) => head.getBoundingClientRect().bottom);
  assert.ok(edges < 360, `${edges}`);
  assert.ok(await (await visit.find(".cm-lintRange-error")).isIntersectingViewport());
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
  const ground = ({ page }) => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  assert.notEqual(await ground(await open(t, { scheme: "light" })), await ground(await open(t, { scheme: "dark" })));
});

test("who wants less motion sees none", async (t) => {
  const visit = await openIn(t, STATES.find(({ name }) => name === "checking takes long"), { reducedMotion: true });
  assert.equal(await visit.page.evaluate(() => document.getAnimations().filter(({ playState }) => playState === "running").length), 0);
});
