// The help page's sample, put right fix by fix.

import { test } from "node:test";
import assert from "node:assert/strict";
import { open } from "./support.mjs";

const FIRST_FIX_OF_AN_ERROR = ".problem.is-current:has(.problem-head .severity-error) .fix";

test("the best fix of each error leads to a document without errors", async (t) => {
  const visit = await open(t);
  await visit.sample("A sample from a help page");
  await visit.until("Not ready to import");
  const marked = await visit.page.$$eval(">>> .cm-lintRange-error", (marks) => marks.map((mark) => mark.textContent).join(" "));
  assert.match(marked, /\.\.\./);
  assert.match(marked, /securityDefinitions/);

  const taken = [];
  while (taken.length < 10 && (await visit.textOf(".verdict")).includes("Not ready to import")) {
    taken.push(await visit.textOf(".problem.is-current .evidence code"));
    const before = await visit.copied();
    await visit.click(FIRST_FIX_OF_AN_ERROR);
    await visit.until("Done", ".notice");
    assert.notEqual(await visit.copied(), before);
  }
  assert.ok(taken.some((rule) => rule.startsWith("json-")), taken.join(", "));
  assert.ok(taken.includes("root-key-misplaced"), taken.join(", "));
  assert.ok(taken.includes("info-missing"), taken.join(", "));

  const document = JSON.parse((await visit.download("oauth-help-page.json")).toString());
  assert.deepEqual(Object.keys(document.paths), ["/orders"]);
  assert.deepEqual(Object.keys(document.securityDefinitions), ["ordersOAuth"]);
  assert.equal(typeof document.info.title, "string");
  visit.isClean();
});
