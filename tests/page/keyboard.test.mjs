// A whole session without a mouse: from the empty page to the corrected file.

import { test } from "node:test";
import assert from "node:assert/strict";
import { open, sample } from "./support.mjs";

/** Presses `key` until what has the keyboard matches `selector`, in the document or in a shadow root. */
async function goTo(visit, selector, key = "Tab") {
  for (let presses = 0; presses < 60; presses += 1) {
    const isThere = await visit.page.evaluate((selector) => {
      let active = document.activeElement;
      while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
      return active?.matches(selector) ?? false;
    }, selector);
    if (isThere) return;
    await visit.keys(key);
  }
  assert.fail(`${key} does not lead to ${selector}, but to ${await visit.focused()}`);
}

const untilFocused = (visit, selector) => visit.page.waitForFunction((selector) => document.activeElement?.matches(selector), {}, selector);

test("by keys alone: paste, mend, look at what changed and at what Nintex will show, report, download", async (t) => {
  const visit = await open(t);
  const broken = sample("forum-thread").replace('"swagger": "2.0"', '"swagger": 2.0');
  await visit.page.evaluate((text) => navigator.clipboard.writeText(text), broken);
  await visit.untilFocused(/cm-content/);
  await visit.keys("Control+v");
  await visit.checked();

  // All safe fixes, from the text.
  await goTo(visit, ".fix-all");
  await visit.keys("Enter");
  await visit.find(".fix-all-dialog .button.main:not(:disabled)");
  await untilFocused(visit, ".fix-all-dialog .button.main");
  await visit.keys("Enter");
  await visit.until("Made", ".notice");
  await untilFocused(visit, ".problem-head");

  // The fix of the worst problem that is left.
  await visit.keys("Control+.");
  await untilFocused(visit, ".fix");
  await visit.keys("Enter");
  await visit.until("No errors", ".verdict");
  await untilFocused(visit, ".problem-head");

  // The other views, by their tabs, and back into the text.
  await goTo(visit, "[role=tab]", "Shift+Tab");
  await visit.keys("ArrowRight");
  await visit.find(".moments");
  await goTo(visit, ".moments [role=tab]");
  await visit.keys("End");
  await goTo(visit, ".action-head");
  await visit.keys("ArrowUp", "Enter");
  await visit.find(".action.is-open .card");
  await visit.keys("Escape");
  await visit.untilFocused(/cm-content/);
  await goTo(visit, "[role=tab]");
  await visit.keys("ArrowRight");
  await visit.find(".entry");
  await visit.keys("ArrowRight");
  await visit.find(".changes-head");
  await goTo(visit, ".revert");

  // A report, from the menu.
  await goTo(visit, "[popovertarget=menu]", "Shift+Tab");
  await visit.keys("Enter");
  await untilFocused(visit, ".menu-item");
  for (let steps = 0; steps < 20 && !(await visit.page.evaluate(() => document.activeElement.textContent.startsWith("Report"))); steps += 1) {
    await visit.keys("ArrowDown");
  }
  await visit.keys("Enter");
  await untilFocused(visit, ".format input");
  await visit.keys("ArrowDown");
  await goTo(visit, ".dialog-buttons .main");
  await visit.keys("Enter");
  assert.match(String(await visit.downloaded("xtension-report.md")), /\n## Fixed /);
  await visit.page.waitForFunction(() => document.querySelector(".dialog") === null);

  await visit.keys("Control+s");
  const text = String(await visit.downloaded("xtension.json"));
  assert.equal(JSON.parse(text).swagger, "2.0");
  visit.isClean();
});
