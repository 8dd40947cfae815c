// A new Xtension from a form.

import { test } from "node:test";
import assert from "node:assert/strict";
import { dialogIsGone, editorHas, openByMenu } from "./parts.mjs";
import { open, sample } from "./support.mjs";

async function creating(t, options = {}) {
  const visit = await open(t, options);
  await visit.click(".start ::-p-text(New from a form)");
  await visit.find(".create-dialog");
  return visit;
}

/** Writes `text` into the field called `name`. */
async function fill(visit, name, text) {
  await visit.click(`#create-${name}`);
  await visit.keys("Control+a");
  await visit.page.keyboard.type(text);
}

async function fillAll(visit, fields) {
  for (const [name, text] of Object.entries(fields)) await fill(visit, name, text);
}

const ROOMS = { title: "Rooms", address: "https://api.contoso.com/v1", path: "/rooms/{id}?from=" };
const previewHas = (visit, text) => visit.until(text, ".create-preview pre");

test("a form becomes an Xtension without problems, which one undo takes back", async (t) => {
  const visit = await creating(t);
  await fillAll(visit, { ...ROOMS, response: '{"id": 1, "name": "Blue"}' });
  await visit.page.select("#create-kind", "apiKey");
  await previewHas(visit, '"name": "X-API-Key"');
  await visit.press("Put it into the editor");
  await dialogIsGone(visit);
  await visit.until("“Rooms” is in the editor.");
  await visit.checked();
  const document = JSON.parse(await visit.copied());
  assert.deepEqual([document.host, document.basePath], ["api.contoso.com", "/v1"]);
  assert.ok(document.paths["/rooms/{id}"].get.responses[200].schema.properties.name);
  assert.equal(await visit.page.$eval(".file-name input", (input) => input.value), "Rooms");
  assert.equal((await visit.page.$$(".problem")).length, 0);
  await visit.press("Undo");
  await editorHas(visit, "swagger", false);
  visit.isClean();
});

test("what is missing is told in words, and takes the keyboard", async (t) => {
  const visit = await creating(t);
  assert.equal((await visit.page.$$(".form-fault:not(:empty)")).length, 0);
  await visit.press("Put it into the editor");
  await visit.page.waitForFunction(() => document.activeElement?.id === "create-title");
  assert.match(await visit.textOf("#create-title-notes"), /Give the Xtension a title/);
  assert.equal(await visit.page.$eval("#create-address", (field) => field.getAttribute("aria-invalid")), "true");
  await visit.page.keyboard.type("Rooms");
  await fill(visit, "address", "my server");
  await visit.until("is no host", "#create-address-notes");
  await visit.keys("Escape");
  await dialogIsGone(visit);
  await openByMenu(visit, "New Xtension from a form");
  await visit.page.waitForFunction(() => document.querySelector("#create-title")?.value === "Rooms");
});

test("a provider fills in its addresses, and what it wants is told", async (t) => {
  const visit = await creating(t);
  await fillAll(visit, { ...ROOMS, address: "graph.microsoft.com" });
  await visit.page.select("#create-kind", "code");
  await visit.find("#create-authorizationUrl");
  await visit.page.waitForFunction(() => document.querySelectorAll("#create-provider option").length > 20);
  await visit.page.select("#create-provider", "Microsoft Entra ID");
  await fill(visit, "site", "contoso.com");
  await fill(visit, "scopes", "Mail.Send");
  await previewHas(visit, "https://login.microsoftonline.com/contoso.com/oauth2/v2.0/token");
  await visit.until("`offline_access` is added".replaceAll("`", ""), "#create-scopes-notes");
  await visit.page.select("#create-kind", "client");
  await previewHas(visit, "https://graph.microsoft.com/.default");
});

test("a new Xtension takes the place of a text that comes back", async (t) => {
  const visit = await open(t);
  await visit.paste(sample("correct"));
  await visit.checked();
  await openByMenu(visit, "New Xtension from a form");
  await fillAll(visit, ROOMS);
  await visit.keys("Enter");
  await dialogIsGone(visit);
  await editorHas(visit, "api.contoso.com");
  await visit.press("Undo");
  await editorHas(visit, "api.contoso.com", false);
  assert.equal(await visit.copied(), sample("correct"));
});

test("a sample of an answer begins an Xtension that answers so", async (t) => {
  const visit = await open(t);
  await visit.paste('{ "id": 1, "rooms": [{ "name": "Blue" }] }');
  await visit.press("Begin an Xtension with it");
  await previewHas(visit, '"rooms"');
  await fillAll(visit, ROOMS);
  await visit.press("Put it into the editor");
  await dialogIsGone(visit);
  await editorHas(visit, "api.contoso.com");
  const { responses } = JSON.parse(await visit.copied()).paths["/rooms/{id}"].get;
  assert.deepEqual(Object.keys(responses[200].schema.properties), ["id", "rooms"]);
});

for (const options of [{}, { scheme: "dark" }, { width: 360, height: 740 }]) {
  test(`axe finds nothing: ${JSON.stringify(options)}`, async (t) => {
    const visit = await creating(t, options);
    await visit.page.select("#create-kind", "code");
    await visit.press("Put it into the editor");
    await visit.until("Give the Xtension a title", "dialog");
    assert.deepEqual(await visit.violations(), []);
    assert.equal(await visit.scrollsSideways(), false);
  });
}
