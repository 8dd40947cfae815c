// What is no Xtension gets one verdict, not a list of what it lacks.

import { test } from "node:test";
import assert from "node:assert/strict";
import { otherKinds, openApi3 } from "./other-kinds.mjs";
import { open, sample } from "./support.mjs";

test("OpenAPI 3 is called so first, and what is wrong with its JSON stands below", async (t) => {
  const visit = await open(t);
  await visit.paste(openApi3.replace(/\}\s*$/, ""));
  await visit.until("OpenAPI 3.0.3", ".verdict");
  assert.match(await visit.textOf(".verdict h2"), /not an Xtension/);
  await visit.until("is not closed", ".also-broken .problem-message");
  assert.deepEqual(await visit.violations(), []);
  visit.isClean();
});

test("each other kind of text is called by its name, until an Xtension comes", async (t) => {
  const visit = await open(t);
  for (const { name, text, verdict, says, isReadable } of otherKinds) {
    await visit.paste(text);
    await visit.until(says, ".verdict");
    assert.match(await visit.textOf(".verdict h2"), new RegExp(verdict), name);
    if (!isReadable) assert.equal(await visit.page.$(".problem"), null, name);
  }
  await visit.paste(sample("correct"));
  await visit.until("Ready to import");
  visit.isClean();
});

test("a part of an Xtension gets the rest around it", async (t) => {
  const visit = await open(t);
  await visit.paste('{\n  "get": {\n    "operationId": "listRooms",\n    "responses": { "200": { "description": "Rooms" } }\n  }\n}\n');
  await visit.until("a part of an OpenAPI 2.0 document", ".problem-message");
  await visit.click(".problem.is-current .fix");
  await visit.until("Done", ".notice");
  const text = (await visit.lines()).join("\n");
  assert.match(text, /"swagger": "2.0"[^]*"\/path": \{\s*"get": \{\s*"operationId": "listRooms"/);
  visit.isClean();
});
