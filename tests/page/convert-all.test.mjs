// Several files of other formats become Xtensions at once, each with its notes, and each can be had back as it came.

import { test } from "node:test";
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { openApi3, postman, yaml } from "./convertible.mjs";
import { untilFiles } from "./kept.mjs";
import { DIST, open, sample, serve } from "./support.mjs";

const { unzipSync } = createRequire(new URL("../../www/package.json", import.meta.url))("fflate");

const head = readFileSync(join(DIST, "index.html"), "utf8");
const converter = [...head.matchAll(/<meta name="checker-convert-[^"]*" content="\.([^"]*)"/g)].map(([, path]) => path);
const correct = sample("correct");

/** Drops `files`, by name, and waits until all are checked. */
async function drop(visit, files) {
  const paths = [];
  for (const [name, contents] of Object.entries(files)) {
    paths.push(join(visit.downloads, name));
    await writeFile(paths.at(-1), contents);
  }
  await visit.drop(...paths);
  await visit.until(`${paths.length} files`, ".files-head");
  await untilChecked(visit);
}

/** Waits until nothing is being done, and all files are checked. */
const untilChecked = (visit) =>
  visit.page.waitForFunction(
    () => {
      const heads = [...document.querySelectorAll(".file-head")];
      const said = document.querySelector(".files-head [role=status]")?.textContent;
      return heads.length > 0 && said && heads.every((head) => !/not checked yet|checking/.test(head.textContent));
    },
    { timeout: 30_000 },
  );

/** What the list says of each file, by name. */
async function rows(visit) {
  const all = await visit.page.$$eval(".file", (files) =>
    files.map((file) => [file.querySelector(".file-path").textContent, file.querySelector(".file-changed")?.textContent ?? ""]),
  );
  return Object.fromEntries(all);
}

/** Puts a file into the editor that is not there. */
async function put(visit, name) {
  await visit.click(`.file-head ::-p-text(${name})`);
  await visit.page.waitForFunction((name) => document.querySelector(".file-head[aria-current=true] .file-path")?.textContent === name, {}, name);
}

const putBackButtons = (visit) => visit.page.$$eval(".file-action", (all) => all.map((button) => button.getAttribute("aria-label")));

async function notes(visit) {
  await visit.click("#tab-changes");
  await visit.until("Converted from", ".converted-note");
  const said = await visit.page.$$eval(".converted-note .remark-message", (all) => all.map((one) => one.textContent));
  await visit.click("#tab-files");
  return said;
}

test("all files that can be are converted at once, each with its notes and its own undo", async (t) => {
  const visit = await open(t);
  await drop(visit, {
    "a.json": correct,
    "contracts.postman_collection.json": postman,
    "halls.yaml": yaml.replace("  version", "\tversion"),
    "rooms.json": correct,
    "rooms.yaml": yaml,
    "rooms3.json": openApi3,
  });
  await visit.press("Convert all 4");
  await visit.until("Converted 3 of 4 files.", ".notice");
  await visit.until("halls.yaml, line 4: ", ".notice");
  await untilChecked(visit);
  const all = await rows(visit);
  assert.deepEqual(Object.keys(all).sort(), ["a.json", "contracts.json", "halls.yaml", "rooms (2).json", "rooms.json", "rooms3.json"]);
  assert.match(all["rooms3.json"], /^converted, \d+ notes$/);
  assert.match(all["contracts.json"], /^converted/);
  assert.equal(all["halls.yaml"], "");
  assert.deepEqual(await visit.violations(), []);
  await visit.untilFocused(/file-head/);

  await put(visit, "rooms3.json");
  assert.ok((await notes(visit)).some((note) => note.includes("cookie")));
  assert.equal(JSON.parse(await visit.copied()).swagger, "2.0");
  await visit.press("Undo");
  assert.equal(await visit.copied(), openApi3);
  await untilChecked(visit);
  assert.equal((await rows(visit))["rooms3.json"], "");

  await visit.press("Download .zip");
  const out = unzipSync(await visit.downloaded("xtensions.zip"));
  const text = (name) => Buffer.from(out[name]).toString();
  assert.equal(text("rooms3.json"), openApi3);
  assert.equal(text("rooms.json"), correct);
  assert.equal(JSON.parse(text("rooms (2).json")).basePath, "/v1");
  assert.ok(!text("contracts.json").includes("rooms-secret"));
  visit.isClean();
});

test("the notice takes a conversion of all files back, but for what was changed since", async (t) => {
  const visit = await open(t);
  await drop(visit, { "a.yaml": yaml, "b.yaml": yaml, "c.json": openApi3 });
  await visit.press("Convert all 3");
  await visit.until("Converted 3 files.", ".notice");
  await visit.click(".notice .button ::-p-text(Undo)");
  await visit.find(".convert-all");
  assert.deepEqual(await rows(visit), { "a.yaml": "", "b.yaml": "", "c.json": "" });
  await put(visit, "b.yaml");
  assert.equal(await visit.copied(), yaml);
  visit.isClean();
});

test("what was converted is had back as it came, also after a reload", async (t) => {
  const visit = await open(t);
  await drop(visit, { "a.yaml": yaml.replaceAll("\n", "\r\n"), "contracts.postman_collection.json": postman, "rooms.json": openApi3 });
  await visit.press("Convert all 3");
  await visit.until("Converted 3 files.", ".notice");
  await untilChecked(visit);
  const before = await rows(visit);
  const said = "Put back contracts.json as it came";
  await put(visit, "rooms.json");
  const noted = await notes(visit);
  await put(visit, "contracts.json");
  await untilFiles(visit, (files) => files.length === 3 && files.filter(({ conversion }) => conversion).length >= 2);
  await visit.page.waitForFunction(() => "madeOf" in JSON.parse(localStorage.getItem("xtension-checker.document")));
  await visit.page.reload();
  await visit.click("#tab-files");
  await untilChecked(visit);
  assert.deepEqual(await rows(visit), before);
  assert.ok((await putBackButtons(visit)).includes(said));
  await put(visit, "rooms.json");
  assert.deepEqual(await notes(visit), noted);

  // One that is not in the editor, and the one that is.
  await visit.press(said);
  await visit.until("contracts.postman_collection.json is as it came", ".notice");
  await visit.press("Put back rooms.json as it came");
  await visit.until("rooms.json is as it came", ".notice");
  assert.equal(await visit.copied(), openApi3);
  await visit.press("Put back a.json as it came");
  await visit.until("a.yaml is as it came", ".notice");
  await visit.find(".convert-all");
  assert.deepEqual(await rows(visit), { "a.yaml": "", "contracts.postman_collection.json": "", "rooms.json": "" });
  await put(visit, "a.yaml");
  assert.equal(await visit.copied(), yaml.replaceAll("\n", "\r\n"));
  await visit.press("Undo");
  assert.equal(JSON.parse(await visit.copied()).swagger, "2.0");
  visit.isClean();
});

/** A converter that answers the first question, and no other one. */
const slow = `
  export default async () => {};
  export function serve() {
    let asked = 0;
    onmessage = ({ data: { id } }) => {
      asked += 1;
      const conversion = { outcome: "done", source: "openapi3", text: '{ "swagger": "2.0" }', remarks: [], places: [] };
      if (asked === 1) postMessage({ kind: "converted", id, conversion });
    };
    postMessage({ kind: "ready", version: "0" });
  }`;

test("converting all can be stopped, and what is done by then stays", async (t) => {
  const site = await serve((path) => (converter.includes(path) && path.endsWith(".js") ? slow : undefined));
  t.after(() => site.close());
  const visit = await open(t, { address: site.address });
  await drop(visit, { "a.json": openApi3, "b.json": openApi3, "c.json": openApi3 });
  await visit.press("Convert all 3");
  await visit.until("Converting files", ".files-progress");
  await visit.until("1 of 3", ".files-progress");
  await visit.press("Cancel");
  await visit.until("Converted 1 of 3 files.", ".notice");
  await untilChecked(visit);
  assert.deepEqual(await rows(visit), { "a.json": "converted", "b.json": "", "c.json": "" });
  await visit.until("Convert all 2", ".files-actions");
});

test("where the converter does not come, nothing is converted and that is said once", async (t) => {
  const site = await serve((path) => {
    if (path === "/service-worker.js" || converter.includes(path)) throw new Error("not there");
  });
  t.after(() => site.close());
  const visit = await open(t, { address: site.address });
  await drop(visit, { "a.json": openApi3, "b.json": openApi3 });
  await visit.press("Convert all 2");
  await visit.until("Converted 0 of 2 files.", ".notice");
  await visit.until("could not load what converts", ".notice");
  assert.deepEqual(await rows(visit), { "a.json": "", "b.json": "" });
  assert.equal(await visit.copied(), openApi3);
  await visit.until("Convert all 2", ".files-actions");
});
