// The schema of a sample, put into an operation.

import { test } from "node:test";
import assert from "node:assert/strict";
import { dialogIsGone, editorHas, openByMenu, TWO_WAYS } from "./parts.mjs";
import { open } from "./support.mjs";

/** A JSON Schema that refers to another one in it, and says what OpenAPI 2.0 says otherwise. */
const ROOM = JSON.stringify({
  $schema: "https://json-schema.org/draft/2020-12/schema",
  title: "Room",
  type: "object",
  properties: { id: { type: "integer" }, kind: { const: "hall" }, owner: { $ref: "#/$defs/Person" } },
  $defs: { Person: { type: "object", properties: { name: { type: "string" } } } },
});

async function sampling(t, options = {}) {
  const visit = await open(t, options);
  await visit.paste(TWO_WAYS);
  await visit.checked();
  await openByMenu(visit, "Schema from a sample");
  await visit.find(".sample-dialog textarea");
  return visit;
}

test("samples of an answer become its schema, and every other byte stays", async (t) => {
  const visit = await sampling(t);
  await visit.page.select(".sample-dialog select", "0");
  await visit.click(".sample-dialog textarea");
  await visit.page.keyboard.type('{"id": 1, "owner": {"name": "Zanzibar"}}');
  await visit.until('"owner"', ".form-preview");
  await visit.press("Add another sample");
  await visit.page.waitForFunction(() => document.querySelectorAll(".sample-dialog textarea").length === 2);
  await visit.untilFocused(/form-code/);
  await visit.page.keyboard.type('{"id": 1.5, "seats": 4}');
  await visit.until('"seats"', ".form-preview");
  await visit.press("Put it into the operation");
  await dialogIsGone(visit);
  await visit.until("The schema is in “List rooms”.");
  const text = await visit.copied();
  assert.doesNotMatch(text, /Zanzibar/);
  const document = JSON.parse(text);
  const { schema } = document.paths["/rooms"].get.responses[200];
  assert.deepEqual(Object.keys(schema.properties), ["id", "owner", "seats"]);
  assert.equal(schema.properties.id.type, "number");
  delete document.paths["/rooms"].get.responses[200].schema;
  assert.deepEqual(document, JSON.parse(TWO_WAYS));
  assert.ok(text.startsWith(TWO_WAYS.slice(0, TWO_WAYS.indexOf('"Rooms"\n'))));
  assert.ok(text.endsWith(TWO_WAYS.slice(TWO_WAYS.indexOf('    "/keys"'))));
  await visit.press("Undo");
  await editorHas(visit, "seats", false);
  assert.equal(await visit.copied(), TWO_WAYS);
  visit.isClean();
});

test("a sample of what is sent becomes the body, where the method has one", async (t) => {
  const visit = await sampling(t);
  await visit.page.select(".sample-dialog select", "0");
  await visit.find(".sample-dialog [type=radio]:disabled");
  assert.equal(await visit.page.$eval(".sample-dialog [type=radio]:disabled", (radio) => radio.checked), false);
  await visit.page.select(".sample-dialog select", "1");
  await visit.click(".sample-dialog label ::-p-text(what is sent)");
  await visit.click(".sample-dialog textarea");
  await visit.page.keyboard.type("{ oops");
  await visit.until("This cannot be read as JSON.", ".sample-dialog");
  await visit.keys("Control+a");
  await visit.page.keyboard.type('{"name": "blue"}');
  await visit.until('"name"', ".form-preview");
  await visit.press("Put it into the operation");
  await dialogIsGone(visit);
  const { parameters } = JSON.parse(await visit.copied()).paths["/keys"].post;
  assert.equal(parameters[0].in, "body");
  assert.equal(parameters[0].schema.properties.name.type, "string");
});

test("a JSON Schema is taken as it is, and what it refers to goes to the definitions", async (t) => {
  const visit = await sampling(t);
  await visit.page.select(".sample-dialog select", "0");
  await visit.page.evaluate((copied) => navigator.clipboard.writeText(copied), ROOM);
  await visit.click(".sample-dialog textarea");
  await visit.keys("Control+v");
  await visit.until("brings 1 definition", ".sample-dialog");
  await visit.until("This is a JSON Schema", ".sample-dialog");
  assert.deepEqual(await visit.violations(), []);
  await visit.press("Put it into the operation");
  await dialogIsGone(visit);
  const { paths, definitions } = JSON.parse(await visit.copied());
  assert.equal(paths["/rooms"].get.responses[200].schema.properties.owner.$ref, "#/definitions/Person");
  assert.equal(definitions.Person.properties.name.type, "string");
  visit.isClean();
});

test("a JSON Schema in the editor begins an Xtension", async (t) => {
  const visit = await open(t);
  await visit.paste(ROOM);
  await visit.until("a JSON Schema", ".verdict");
  assert.deepEqual(await visit.violations(), []);
  await visit.press("Begin an Xtension with it");
  await visit.until('"#/definitions/Person"', ".create-preview");
  for (const [name, text] of [["title", "Rooms"], ["address", "api.rooms.example.com"], ["path", "/rooms"]]) {
    await visit.click(`#create-${name}`);
    await visit.page.keyboard.type(text);
  }
  await visit.until('"/rooms"', ".create-preview");
  await visit.press("Put it into the editor");
  await dialogIsGone(visit);
  await visit.until("Ready to import");
  const made = JSON.parse(await visit.copied());
  assert.equal(made.paths["/rooms"].get.responses[200].schema.properties.kind.enum[0], "hall");
  assert.equal(made.definitions.Person.type, "object");
  visit.isClean();
});

test("an action that gives nothing back offers to read its answer off a sample", async (t) => {
  const visit = await open(t);
  await visit.paste(TWO_WAYS);
  await visit.checked();
  await visit.click("#tab-nintex");
  await visit.click("#moment-actions");
  await visit.click(".action-head ::-p-text(List rooms)");
  await visit.press("Read the schema off a sample");
  await visit.find(".sample-dialog textarea");
  assert.equal(await visit.page.$eval(".sample-dialog select", (select) => select.value), "0");
});

for (const options of [{}, { scheme: "dark" }, { width: 360, height: 740 }]) {
  test(`axe finds nothing: ${JSON.stringify(options)}`, async (t) => {
    const visit = await sampling(t, options);
    await visit.click(".sample-dialog textarea");
    await visit.page.keyboard.type('{"id": null}');
    await visit.until('"id"', ".form-preview");
    assert.deepEqual(await visit.violations(), []);
    assert.equal(await visit.scrollsSideways(), false);
  });
}
