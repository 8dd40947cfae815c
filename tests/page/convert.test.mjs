// What is no Xtension yet becomes one: YAML, OpenAPI 3, a Postman collection.

import { test } from "node:test";
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { openApi3, postman, yaml } from "./convertible.mjs";
import { choose } from "./session.mjs";
import { DIST, open, sample, serve } from "./support.mjs";

const head = readFileSync(join(DIST, "index.html"), "utf8");
const converter = [...head.matchAll(/<meta name="checker-convert-[^"]*" content="\.([^"]*)"/g)].map(([, path]) => path);

/** Opens the preview of what becomes of the text in the editor. */
async function preview(visit) {
  await visit.press("Convert to an Xtension");
  await visit.until("the result", ".conversion-findings");
}

/** The notes of the preview: what they are and say. */
const notes = (visit) => visit.page.$$eval(".remark", (all) => all.map((one) => `${one.querySelector(".remark-kind").textContent}: ${one.querySelector(".remark-message").textContent}`));

/** What is marked in a text of the preview, once it has come into sight. */
const marked = (visit, side) => visit.textOf(`.conversion-side.is-${side} >>> .cm-remarked`);

/** The text of the file as it would be downloaded. */
const text = async (visit, name) => (await visit.download(name)).toString();

const json = async (visit, name) => JSON.parse(await text(visit, name));

test("YAML shows its findings on its own lines, and becomes an Xtension in which they are fixed", async (t) => {
  const visit = await open(t);
  const path = join(visit.downloads, "rooms.yaml");
  await writeFile(path, yaml);
  await visit.drop(path);
  await visit.until("YAML", ".verdict");
  await visit.until("used more than once", ".also-broken");
  assert.deepEqual(await visit.violations(), []);

  await visit.click(".also-broken .problem-head ::-p-text(used more than once)");
  await visit.until("once the text is converted", ".problem.is-current");
  const line = yaml.split("\n").findLastIndex((line) => line.includes("listRooms")) + 1;
  await visit.until(`Line ${line},`, "[aria-label='Status']");

  await preview(visit);
  await visit.until("From YAML", ".conversion-head");
  await visit.until("1 error", ".conversion-findings");
  await visit.press("Use this");
  await visit.until("Not ready to import", ".verdict");
  await visit.until("used more than once", ".problem.is-current");
  await visit.firstFix();
  await visit.until("Ready to import");
  const made = await json(visit, "rooms.json");
  assert.equal(made.paths["/halls"].get.responses[200].description, "Rooms of the house");
  assert.notEqual(made.paths["/halls"].get.operationId, made.paths["/rooms"].get.operationId);

  await visit.press("Undo");
  await visit.press("Undo");
  await visit.until("YAML", ".verdict");
  assert.equal(await visit.copied(), yaml);
  assert.equal(await text(visit, "rooms.yaml"), yaml);
  visit.isClean();
});

test("YAML that cannot be read says where, as it is typed and in the preview", async (t) => {
  const visit = await open(t);
  await visit.paste(yaml.replace("  version", "\tversion"));
  await visit.until("indented by a tab", ".also-broken");
  await visit.until("Repair that first", ".verdict");
  assert.equal(await visit.page.$(".verdict .convert"), null);

  await visit.paste(yaml.replace("  version", "\tversion").replace(/^swagger:.*$/m, 'openapi: "3.0.3"'));
  await visit.until("OpenAPI 3", ".verdict");
  await visit.press("Convert to an Xtension");
  await visit.until("indented by a tab", ".conversion-refused");
  await visit.press("Show the place");
  await visit.until("Line 4,", "[aria-label='Status']");
  await visit.untilFocused(/cm-content/);
  visit.isClean();
});

test("OpenAPI 3 becomes an Xtension, and each note leads to its place in both texts", async (t) => {
  const visit = await open(t);
  await visit.paste(openApi3);
  await visit.until("OpenAPI 3.1", ".verdict");
  await preview(visit);
  await visit.until("no problem in the result", ".conversion-findings");
  const all = await notes(visit);
  assert.ok(all.some((note) => /^Left out: .*cookie/.test(note)), all.join("\n"));
  assert.ok(all.some((note) => /^Said differently: /.test(note)), all.join("\n"));
  assert.deepEqual(await visit.violations(), []);

  await visit.click(".remark.is-changed .remark-place");
  await visit.find(".remark-place[aria-current='true']");
  assert.match(await marked(visit, "original"), /"type"|const/);
  assert.match(await marked(visit, "result"), /enum|nullable|name|size/);

  await visit.click(".remark-kinds ::-p-text(Left out)");
  assert.ok((await notes(visit)).every((note) => !note.startsWith("Left out")));

  await visit.until("Ways to sign in", ".conversion-said");
  await visit.click(".conversion-ways ::-p-text(All of them)");
  await visit.page.waitForFunction(() => document.querySelector(".conversion-ways label:last-of-type input").checked);
  await visit.find(".remark");

  await visit.press("Use this");
  await visit.checked();
  const made = await json(visit, "xtension.json");
  assert.equal(made.swagger, "2.0");
  assert.deepEqual(Object.keys(made.securityDefinitions).sort(), ["key", "signIn"]);

  await visit.click("#tab-changes");
  await visit.until("Converted from OpenAPI 3", ".converted-note");
  await visit.click(".remark.is-changed .remark-place");
  await visit.untilFocused(/cm-content/);
  assert.deepEqual(await visit.violations(), []);

  await visit.press("Undo");
  await visit.click("#tab-problems");
  await visit.until("OpenAPI 3.1", ".verdict");
  assert.equal(await visit.copied(), openApi3);
  visit.isClean();
});

test("a Postman collection becomes an Xtension that signs in by itself", async (t) => {
  const visit = await open(t);
  await visit.paste(postman);
  await visit.until("Postman collection", ".verdict");
  await preview(visit);
  const all = (await notes(visit)).join("\n");
  assert.match(all, /token/i);
  await visit.press("Use this");
  await visit.checked();
  const whole = await text(visit, "xtension.json");
  const made = JSON.parse(whole);
  assert.deepEqual(Object.keys(made.paths), ["/v1/contracts"]);
  const [definition] = Object.values(made.securityDefinitions);
  assert.deepEqual([definition.type, definition.flow, definition.tokenUrl], ["oauth2", "application", "https://login.rooms.example.com/oauth/token"]);
  assert.ok(!whole.includes("rooms-secret"));
  assert.deepEqual(made.paths["/v1/contracts"].get.parameters.map(({ name }) => name), ["state"]);
  visit.isClean();
});

test("what a conversion left open is told beside what the checker finds", async (t) => {
  const visit = await open(t);
  const item = { name: "List", request: { method: "GET", url: "https://api.rooms.example.com/rooms" } };
  await visit.paste(JSON.stringify({ info: { name: "Rooms", schema: "https://schema.getpostman.com/json/collection/v2.1.0/collection.json" }, item: [item] }));
  await visit.until("Postman collection", ".verdict");
  await preview(visit);
  await visit.press("Use this");
  await visit.checked();
  await visit.until("The conversion left 1 thing to fill in.", ".verdict");
  await visit.click(".verdict .link");
  await visit.until("No saved response", ".converted-note");
  visit.isClean();
});

test("a name says no longer what an Xtension was made of, and another one takes no note away", async (t) => {
  const visit = await open(t);
  const path = join(visit.downloads, "contracts.postman_collection.json");
  await writeFile(path, postman);
  await visit.openFile(path);
  await preview(visit);
  await visit.press("Use this");
  await visit.checked();
  assert.equal((await json(visit, "contracts.json")).swagger, "2.0");
  await visit.click(".file-name input");
  await visit.page.keyboard.type("-2");
  await visit.click("#tab-changes");
  await visit.until("Converted from a Postman collection", ".converted-note");
  await visit.press("Undo");
  await visit.click("#tab-problems");
  await visit.until("Postman collection", ".verdict");
  assert.equal(await visit.page.$eval(".file-name input", (input) => input.value), "contracts.postman_collection");
  visit.isClean();
});

test("what becomes of it can be downloaded, and nothing else is changed", async (t) => {
  const visit = await open(t);
  await visit.paste(openApi3);
  await preview(visit);
  await visit.click(".conversion-choice ::-p-text(Download)");
  assert.equal(JSON.parse(await visit.downloaded("xtension.json")).swagger, "2.0");
  await visit.keys("Escape");
  await visit.page.waitForFunction(() => !document.querySelector(".conversion-dialog"));
  await visit.until("OpenAPI 3.1", ".verdict");
  assert.equal(await visit.copied(), openApi3);
  visit.isClean();
});

/** A visit of a page whose converter does not come until `found`; `asked` has what was asked for of it. */
async function openWithoutConverter(t) {
  let isLost = true;
  const asked = [];
  const site = await serve((path) => {
    // The service worker fetches all there is.
    if (path === "/service-worker.js") throw new Error("not there");
    if (!converter.includes(path)) return undefined;
    asked.push(path);
    if (isLost) throw new Error("not there");
    return undefined;
  });
  t.after(() => site.close());
  const visit = await open(t, { address: site.address });
  return { visit, asked, found: () => (isLost = false) };
}

test("the converter is asked for by those alone who convert, and the page says where it does not come", async (t) => {
  const { visit, asked, found } = await openWithoutConverter(t);
  await visit.paste(openApi3);
  await visit.until("OpenAPI 3.1", ".verdict");
  assert.deepEqual(asked, []);
  await visit.press("Convert to an Xtension");
  await visit.until("could not load", ".conversion-refused");
  found();
  await visit.press("Try again");
  await visit.until("the result", ".conversion-findings");
  assert.equal(converter.length, 2);
});

test("where what reads YAML does not come, the page says that nobody looked into it, and looks once it is there", async (t) => {
  const { visit, asked, found } = await openWithoutConverter(t);
  await visit.paste(yaml);
  await visit.until("could not load what reads YAML", ".unread");
  assert.deepEqual(await visit.violations(), []);

  // It is not asked for at each key, and goes on being missed.
  const before = asked.length;
  await visit.click(".cm-content");
  await visit.keys("Control+End");
  await visit.page.keyboard.type("# the end");
  await visit.until("could not load what reads YAML", ".unread");
  assert.equal(asked.length, before);

  await visit.press("Try again");
  await visit.page.waitForFunction(() => !document.querySelector(".unread .button[aria-disabled=true]"));
  await visit.until("could not load what reads YAML", ".unread");
  assert.ok(asked.length > before);
  found();
  await visit.click(".unread .button");
  await visit.until("used more than once", ".also-broken");
  assert.equal(await visit.page.$(".unread"), null);
  await visit.untilFocused(/panel|view|problem/);

  await visit.paste(yaml.replace("  version", "\tversion"));
  await visit.until("indented by a tab", ".also-broken");
});

test("a dialog for which the converter does not come says so, and asks again", async (t) => {
  const { visit, found } = await openWithoutConverter(t);
  await visit.paste(sample("correct"));
  await visit.checked();
  for (const command of ["Choose operations to keep", "Split by authentication", "Schema from a sample"]) {
    await choose(visit, command);
    await visit.until("did not come", ".dialog [role=status]");
    assert.deepEqual(await visit.violations(), []);
    await visit.keys("Escape");
    await visit.page.waitForFunction(() => !document.querySelector(".dialog"));
  }
  await choose(visit, "New Xtension from a form");
  await visit.until("did not come", ".create-foot");
  assert.deepEqual(await visit.violations(), []);
  found();
  await visit.press("Try again");
  await visit.until('"swagger"', ".create-preview");
  await visit.page.waitForFunction(() => document.querySelector(".create-foot [role=status]").textContent === "");
});

test("the preview has room on a telephone, and is free of faults in the dark", async (t) => {
  const visit = await open(t, { width: 360, height: 740, scheme: "dark" });
  await visit.paste(openApi3);
  await preview(visit);
  await visit.find(".remark");
  assert.deepEqual(await visit.violations(), []);
  assert.equal(await visit.scrollsSideways(), false);
  await visit.click(".conversion-switch ::-p-text(Original)");
  await visit.find(".conversion-side.is-original .conversion-text");
  assert.equal(await visit.page.$eval(".conversion-side.is-result", (side) => side.checkVisibility()), false);
  visit.isClean();
});

test("of several files each that can be converted is, under a name of its own", async (t) => {
  const visit = await open(t);
  const paths = ["rooms.yaml", "contracts.json"].map((name) => join(visit.downloads, name));
  await writeFile(paths[0], yaml);
  await writeFile(paths[1], postman);
  await visit.drop(...paths);
  await visit.until("2 files", ".files-head");
  await visit.press("Convert rooms.yaml to an Xtension");
  await visit.until("From YAML", ".conversion-head");
  await visit.press("Use this");
  await visit.until("rooms.json", ".file-list");
  await visit.press("Convert contracts.json to an Xtension");
  await visit.until("From a Postman collection", ".conversion-head");
  await visit.press("Use this");
  await visit.page.waitForFunction(() => !document.querySelector(".file-action.is-convert"));
  assert.equal(await visit.page.$$eval(".file", (files) => files.length), 2);
  assert.deepEqual(await visit.violations(), []);
  visit.isClean();
});

test("where the converter stops on a text, the page says so and nothing is lost", async (t) => {
  const stops = `
    export default async () => {};
    export function serve() {
      onmessage = () => { throw new Error("stopped"); };
      postMessage({ kind: "ready", version: "0" });
    }`;
  const site = await serve((path) => (converter.includes(path) && path.endsWith(".js") ? stops : undefined));
  t.after(() => site.close());
  const visit = await open(t, { address: site.address });
  await visit.paste(openApi3);
  await visit.until("OpenAPI 3.1", ".verdict");
  await visit.press("Convert to an Xtension");
  await visit.until("The converter stopped", ".conversion-refused");
  await visit.keys("Escape");
  await visit.page.waitForFunction(() => !document.querySelector(".conversion-dialog"));
  assert.equal(await visit.copied(), openApi3);
});
