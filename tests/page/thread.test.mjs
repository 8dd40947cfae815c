// The forum thread, solved from paste to download.

import { test } from "node:test";
import assert from "node:assert/strict";
import { clickAtRest, open, sample } from "./support.mjs";

const broken = sample("forum-thread");
const withoutSecurity = broken.replace(/"security": \[\s*\{\s*"SigningOAuth": \[\]\s*\}\s*\]/, '"security": []');
const withoutParameter = broken.replace(/\{\s*"name": "Authorization",[^{]*\{scope_token\}[^}]*\},\s*/, "");

test("the samples hold what the thread is about", () => {
  assert.notEqual(withoutSecurity, broken);
  assert.notEqual(withoutParameter, broken);
  assert.doesNotThrow(() => JSON.parse(withoutParameter));
});

test("paste, see, fix, download", async (t) => {
  const visit = await open(t);
  await visit.paste(broken);
  await visit.until("Authorization", ".problem.is-current .problem-message");

  // The mark stands under the name of the parameter, in sight without scrolling.
  const mark = await visit.find(".cm-lintRange-error");
  assert.match(await mark.evaluate((element) => element.textContent), /Authorization/);
  assert.ok(await mark.isIntersectingViewport());
  const fixes = await visit.page.$$eval(".problem.is-current .fix", (buttons) => buttons.map((button) => button.textContent));
  assert.equal(fixes.length, 2);
  assert.equal(await visit.textOf(".problem.is-current .or"), "or");

  await visit.click(".problem.is-current .fix-title ::-p-text(security)");
  await visit.page.waitForFunction(
    () => !document.querySelector(".problem.is-current .problem-message")?.textContent.includes("Authorization"),
  );
  assert.ok((await visit.lines()).some((line) => line.trim() === '"security": [],'));
  assert.equal((await visit.download("xtension.json")).toString(), withoutSecurity);

  await visit.press("Undo");
  await visit.until("Authorization", ".problems");
  assert.equal(await visit.copied(), broken);
  visit.isClean();
});

test("the other fix takes the parameter away", async (t) => {
  const visit = await open(t);
  await visit.paste(broken);
  await visit.until("Authorization", ".problem.is-current .problem-message");
  await visit.click(".problem.is-current .fix-title ::-p-text(emove)");
  await visit.until("Undo", ".notice");
  assert.equal(await visit.copied(), withoutParameter);
});

test("a fix in the tooltip of the mark works as in the panel", async (t) => {
  const visit = await open(t);
  await visit.paste(broken);
  await visit.checked();
  await (await visit.find(".cm-lintRange-error")).hover();
  // The previews and the help, which come later, give the tooltip its height.
  await visit.find(".cm-tooltip .preview-line");
  const fix = await visit.find(".cm-tooltip .fix-title ::-p-text(security)");
  await clickAtRest(fix);
  await visit.until("Undo", ".notice");
  await visit.untilFocused(/cm-content/);
  assert.equal(await visit.copied(), withoutSecurity);
  visit.isClean();
});
