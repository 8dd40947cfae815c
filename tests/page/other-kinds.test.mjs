// What is no Xtension gets one verdict, not a list of what it lacks.

import { test } from "node:test";
import assert from "node:assert/strict";
import { otherKinds } from "./other-kinds.mjs";
import { open, sample } from "./support.mjs";

test("each other kind of text is called by its name, until an Xtension comes", async (t) => {
  const visit = await open(t);
  for (const { name, text, verdict, says } of otherKinds) {
    await visit.paste(text);
    await visit.until(says, ".verdict");
    assert.match(await visit.textOf(".verdict h2"), new RegExp(verdict), name);
    assert.equal(await visit.page.$(".problem"), null, name);
  }
  await visit.paste(sample("correct"));
  await visit.until("Ready to import");
  visit.isClean();
});
