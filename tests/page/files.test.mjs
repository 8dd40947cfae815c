// Several files: chosen, dropped, in a folder or an archive; checked, fixed, closed and downloaded together.

import { test } from "node:test";
import assert from "node:assert/strict";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { IS_FIREFOX } from "./browser.mjs";
import { untilFiles } from "./kept.mjs";
import { open, sample, serve } from "./support.mjs";

const { unzipSync, zipSync } = createRequire(new URL("../../www/package.json", import.meta.url))("fflate");

const NO_FOLDERS = IS_FIREFOX && "Firefox takes no folders from a test";
const correct = sample("correct");
const broken = sample("forum-thread");
/** With a fix that keeps its meaning. */
const fixable = correct.replace('"paths": {', '"paths": {,');
const bytes = (text) => Buffer.from(text);

/** A folder on disk with `files` by path, gone after the test. */
async function folderWith(t, files) {
  const folder = await mkdtemp(join(tmpdir(), "xtension-checker-"));
  t.after(() => rm(folder, { recursive: true, force: true }));
  for (const [path, contents] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), contents);
  }
  return folder;
}

/** Chooses `files` by name in the dialog of Open. */
async function choose(t, visit, files) {
  const folder = await folderWith(t, files);
  await visit.openFile(...Object.keys(files).map((name) => join(folder, name)));
}

/** What the list says, a row a file, once all are checked. */
async function list(visit) {
  await visit.page.waitForFunction(() => {
    const heads = [...document.querySelectorAll(".file-head")];
    return heads.length > 0 && heads.every((head) => !/not checked yet|checking/.test(head.textContent));
  });
  return visit.page.$$eval(".file-head", (heads) => heads.map((head) => head.querySelector(".file-path").textContent));
}

const row = (visit, name) => visit.find(`.file-head ::-p-text(${name})`);
const rowText = (visit, name) =>
  visit.page.$$eval(
    ".file-head",
    (heads, name) => heads.find((head) => head.querySelector(".file-path").textContent === name)?.textContent,
    name,
  );
const activeRow = (visit) => visit.textOf(".file-head[aria-current=true] .file-path");
const editorHas = (visit, text) =>
  visit.page.waitForFunction((text) => document.querySelector(".editor > div").shadowRoot.textContent.includes(text), {}, text);

/** Puts a file into the editor that is not there. */
async function put(visit, name) {
  const isThere = (name) => document.querySelector(".file-head[aria-current=true] .file-path")?.textContent === name;
  // The list may move between the look for the row and the click on it.
  for (let tries = 0; tries < 5 && !(await visit.page.evaluate(isThere, name)); tries += 1) {
    await (await row(visit, name)).click();
    await visit.page.waitForFunction(isThere, { timeout: 5_000 }, name).catch(() => undefined);
  }
  assert.ok(await visit.page.evaluate(isThere, name));
}

/** The archive that the page hands out, by path: a text for each byte, which is easier to read than bytes where it fails. */
async function downloaded(visit, name) {
  await visit.press("Download .zip");
  const archive = await visit.downloaded(name);
  await rm(join(visit.downloads, name));
  return Object.fromEntries(Object.entries(unzipSync(archive)).map(([path, contents]) => [path, Buffer.from(contents).toString("latin1")]));
}

/** The report on the file in the editor. */
async function markdownReport(visit) {
  await visit.click("#tab-problems");
  await visit.checked();
  await visit.click(".report-button");
  await visit.click(".format ::-p-text(Markdown)");
  const report = await visit.taken(() => visit.click(".dialog-buttons .button ::-p-text(Copy)"));
  if (await visit.page.$(".dialog")) await visit.keys("Escape");
  await visit.click("#tab-files");
  return report;
}

test("several files are chosen, checked and listed with their counts", async (t) => {
  const visit = await open(t);
  await choose(t, visit, { "rooms.json": correct, "thread.json": broken, "10.json": correct, "9.json": correct, "x.json": "{" });
  await visit.until("Checked 5 files: 2 have errors.", ".files-head");
  assert.deepEqual(await list(visit), ["9.json", "10.json", "rooms.json", "thread.json", "x.json"]);
  assert.match(await rowText(visit, "thread.json"), /\d+ errors?/);
  assert.match(await rowText(visit, "rooms.json"), /no problems/);
  assert.equal(await activeRow(visit), "9.json");
  await visit.press("By problems");
  assert.deepEqual((await list(visit)).slice(0, 2), ["x.json", "thread.json"]);
  assert.deepEqual(await visit.violations(), []);
  visit.isClean();
});

test("what was found is said once", async (t) => {
  const visit = await open(t);
  await choose(t, visit, { "rooms.json": correct, "thread.json": broken });
  await visit.until("Checked 2 files", ".files-head");
  assert.ok(!(await visit.page.$eval(".notice", (notice) => notice.textContent)).includes("Checked"));
});

test("a rule that is ignored is not counted in the other files either", async (t) => {
  const visit = await open(t);
  await choose(t, visit, { "1.json": broken, "2.json": broken });
  await visit.until("Checked 2 files: 2 have errors.", ".files-head");
  await visit.click("#tab-problems");
  await visit.click(".problem.is-current .ignore-choices ::-p-text(Ignore this rule)");
  await visit.click("#tab-files");
  await visit.until("Checked 2 files: none has errors.", ".files-head");
  visit.isClean();
});

test("with one file nothing is different", async (t) => {
  const visit = await open(t);
  await choose(t, visit, { "rooms.json": correct });
  await visit.until("Ready to import");
  assert.equal(await visit.page.$("#tab-files"), null);
  await choose(t, visit, { "thread.json": broken });
  await visit.until("Not ready to import");
  assert.equal(await visit.page.$("#tab-files"), null);
  visit.isClean();
});

test("the text in the editor becomes one of several files", async (t) => {
  const visit = await open(t);
  await visit.sample("A correct Xtension");
  await choose(t, visit, { "a.json": broken, "b.json": broken });
  assert.deepEqual(await list(visit), ["a.json", "b.json", "meeting-rooms.json"]);
  await visit.until("Kept in this browser", ".status");
  await choose(t, visit, { "a.json": correct });
  await visit.until("4 files", ".files-head");
  assert.deepEqual(await list(visit), ["a (2).json", "a.json", "b.json", "meeting-rooms.json"]);
  assert.equal(await activeRow(visit), "a (2).json");
});

test("files are dropped, a folder with all that is in it as well", { skip: NO_FOLDERS }, async (t) => {
  const visit = await open(t);
  const folder = await folderWith(t, {
    "apis/rooms.json": correct,
    "apis/deep/er/thread.json": broken,
    "apis/notes.txt": "{}",
    "apis/logo.png": "png",
    "apis/readme.md": "# APIs",
    "apis/.git/config.json": "{}",
    "apis/node_modules/package/package.json": "{}",
    "alone.json": correct,
  });
  await visit.drop(join(folder, "apis"), join(folder, "alone.json"));
  assert.deepEqual(await list(visit), ["alone.json", "apis/deep/er/thread.json", "apis/notes.txt", "apis/rooms.json"]);
  await visit.until("2 other files left out", ".files-head");
  visit.isClean();
});

test("files without a folder are dropped", async (t) => {
  const visit = await open(t);
  const folder = await folderWith(t, { "a.json": correct, "b.zip": Buffer.from(zipSync({ "deep/b.json": bytes(correct) })) });
  await visit.drop(join(folder, "a.json"), join(folder, "b.zip"));
  assert.deepEqual(await list(visit), ["a.json", "deep/b.json"]);
});

test("a folder is chosen from the menu", { skip: NO_FOLDERS }, async (t) => {
  const visit = await open(t);
  const folder = await folderWith(t, { "apis/rooms.json": correct, "apis/deep/thread.json": broken, "apis/logo.png": "png" });
  await visit.click("[popovertarget=menu]");
  const [chooser] = await Promise.all([visit.page.waitForFileChooser(), visit.click(".menu ::-p-text(Open a folder)")]);
  await chooser.accept([join(folder, "apis")]);
  assert.deepEqual(await list(visit), ["apis/deep/thread.json", "apis/rooms.json"]);
});

test("what is no text is listed with what is wrong with it", async (t) => {
  const visit = await open(t);
  await choose(t, visit, {
    "good.json": correct,
    "wide.json": Buffer.from(`\ufeff${correct}`, "utf16le"),
    "latin.json": Buffer.from('{ "ü": 1 }', "latin1"),
    "broken.zip": "no archive",
  });
  assert.deepEqual(await list(visit), ["broken.zip", "good.json", "latin.json", "wide.json"]);
  assert.match(await rowText(visit, "wide.json"), /it is UTF-16/);
  assert.match(await rowText(visit, "latin.json"), /not a UTF-8 text file/);
  assert.match(await rowText(visit, "broken.zip"), /no \.zip archive/);
  await visit.until("3 files could not be checked.", ".files-head");
  assert.equal(await activeRow(visit), "good.json");
  assert.deepEqual(await visit.violations(), []);
});

test("an archive goes in and comes out, byte for byte where nothing was changed", async (t) => {
  const visit = await open(t);
  const contents = {
    "apis/rooms.json": bytes(`\ufeff${correct.replaceAll("\n", "\r\n")}`),
    "apis/mixed.json": bytes('{\r\n"a": 1,\r\n"b": 2\n}'),
    "apis/ü/thread.json": bytes(broken.trimEnd()),
    "fix.json.txt": bytes(fixable.replaceAll("\n", "\r\n")),
  };
  const archive = Buffer.from(zipSync({ ...contents, "apis/logo.png": bytes("png"), "__MACOSX/apis/._rooms.json": bytes("x") }));
  await choose(t, visit, { "connectors.zip": archive });
  assert.deepEqual(await list(visit), ["apis/mixed.json", "apis/rooms.json", "apis/ü/thread.json", "fix.json.txt"]);

  const asTheyCame = Object.fromEntries(Object.entries(contents).map(([path, content]) => [path, content.toString("latin1")]));
  assert.deepEqual(await downloaded(visit, "connectors.zip"), asTheyCame);

  await visit.press("Fix all safe");
  await visit.find(".plan");
  assert.deepEqual(await visit.violations(), []);
  assert.match(await visit.textOf(".plan-files"), /fix\.json\.txt1 fix/);
  await visit.click(".plan .button.main");
  await visit.until("Made", ".notice");
  await visit.until("changed", ".file-list");
  await visit.until("Checked 4 files", ".files-head");
  const out = await downloaded(visit, "connectors.zip");
  assert.deepEqual(Object.keys(out).sort(), Object.keys(contents).sort());
  assert.equal(out["apis/mixed.json"], asTheyCame["apis/mixed.json"]);
  // The byte order mark is what a safe fix takes away.
  assert.equal(out["apis/rooms.json"], asTheyCame["apis/rooms.json"].slice(3));
  assert.equal(out["fix.json.txt"], correct.replaceAll("\n", "\r\n"));
  visit.isClean();
});

test("a fix of all files is undone in each", async (t) => {
  const visit = await open(t);
  await choose(t, visit, { "a.json": fixable, "b.json": fixable });
  assert.deepEqual(await list(visit), ["a.json", "b.json"]);
  await visit.press("Fix all safe");
  await visit.find(".plan");
  await visit.click(".plan .button.main");
  await visit.until("Checked 2 files: none has errors.", ".files-head");
  for (const name of ["a.json", "b.json"]) {
    if (name !== (await activeRow(visit))) await put(visit, name);
    assert.equal(await visit.copied(), correct);
    assert.match(await markdownReport(visit), /\n## Fixed \(1\)\n/);
    await visit.press("Undo");
    assert.equal(await visit.copied(), fixable);
    assert.doesNotMatch(await markdownReport(visit), /\n## Fixed/);
  }
});

test("the files of the page that opened some last come back, whatever is done in another", async (t) => {
  const visit = await open(t);
  await choose(t, visit, { "a.json": correct, "b.json": correct });
  await list(visit);
  const kept = () => visit.page.evaluate(() => localStorage.getItem("xtension-checker.files"));
  // Another page of this browser has opened files since.
  const ofOther = JSON.stringify({ set: "another", active: 1 });
  await visit.page.evaluate((ofOther) => localStorage.setItem("xtension-checker.files", ofOther), ofOther);
  await put(visit, "b.json");
  await visit.until("Not kept", ".status");
  assert.equal(await kept(), ofOther);
  await visit.press("Close all");
  await visit.until("Check an Xtension");
  assert.equal(await kept(), ofOther);
});

test("each file keeps its history, its cursor and its place", async (t) => {
  const visit = await open(t);
  await choose(t, visit, { "a.json": `${broken}\n`, "b.json": correct });
  await list(visit);
  await visit.click(".cm-content");
  await visit.keys("Control+End");
  await visit.page.keyboard.type("  typed");
  const scrolled = () => visit.page.$eval(">>> .cm-scroller", (scroller) => scroller.scrollTop);
  await visit.page.waitForFunction(() => document.querySelector(".editor > div").shadowRoot.querySelector(".cm-scroller").scrollTop > 0);
  const place = await scrolled();
  await put(visit, "b.json");
  await editorHas(visit, "Meeting");
  assert.equal(await scrolled(), 0);
  await visit.until("changed", ".file-list");

  await put(visit, "a.json");
  await editorHas(visit, "typed");
  await list(visit);
  assert.ok(Math.abs((await scrolled()) - place) < 3, `${await scrolled()} ${place}`);
  await visit.click(".cm-activeLine");
  await visit.keys("Control+z");
  await visit.page.waitForFunction(() => !document.querySelector(".editor > div").shadowRoot.textContent.includes("typed"));
  assert.equal(await visit.copied(), `${broken}\n`);
  visit.isClean();
});

test("by keys alone: through the list, open, its problems, close, and back again", async (t) => {
  const visit = await open(t);
  await choose(t, visit, { "a.json": correct, "b.json": broken, "c.json": correct });
  await list(visit);
  await visit.page.waitForFunction(() => document.activeElement.matches(".file-head"));
  await visit.keys("ArrowDown", "Enter");
  await visit.page.waitForFunction(() => document.querySelector(".file-head[aria-current=true] bdi")?.textContent === "b.json");
  await visit.keys("Enter");
  await visit.until("Not ready to import");
  await visit.page.focus("#tab-problems");
  await visit.keys("ArrowRight");
  for (let steps = 0; steps < 6 && !(await visit.page.$("#tab-files[aria-selected=true]")); steps += 1) await visit.keys("ArrowRight");
  await visit.keys("Tab");
  while (!(await visit.page.evaluate(() => document.activeElement.matches(".file-head")))) await visit.keys("Tab");
  await visit.keys("Home", "Delete");
  await visit.until("Closed a.json.", ".notice");
  assert.deepEqual(await list(visit), ["b.json", "c.json"]);
  await visit.untilFocused(/file-head/);
  await (await visit.find(".notice .button")).focus();
  await visit.keys("Enter");
  await visit.until("3 files", ".files-head");
  assert.deepEqual(await list(visit), ["a.json", "b.json", "c.json"]);
  visit.isClean();
});

test("all are closed, and a notice brings them back with their changes", async (t) => {
  const visit = await open(t);
  await choose(t, visit, { "a.json": correct, "b.json": broken });
  await list(visit);
  await visit.click(".cm-content");
  await visit.keys("Control+End");
  await visit.page.keyboard.type("  typed");
  await visit.press("Close all");
  await visit.until("Check an Xtension");
  assert.equal(await visit.page.$("#tab-files"), null);
  await visit.click(".notice .button");
  assert.deepEqual(await list(visit), ["a.json", "b.json"]);
  assert.equal(await visit.copied(), `${correct}  typed`);
});

test("the last one that is left is alone in the editor, as if it had come so", async (t) => {
  const visit = await open(t);
  await choose(t, visit, { "a.json": correct, "b.json": broken });
  await list(visit);
  await visit.press("Close a.json");
  await visit.until("Not ready to import");
  assert.equal(await visit.page.$("#tab-files"), null);
  assert.equal(await visit.copied(), broken);
  await visit.page.waitForFunction(() => !("xtension-checker.files" in localStorage));
});

test("New starts another file beside them", async (t) => {
  const visit = await open(t);
  await choose(t, visit, { "a.json": correct, "b.json": broken });
  await list(visit);
  await visit.press("New");
  await visit.until("3 files", ".files-head");
  await visit.paste(correct);
  assert.deepEqual(await list(visit), ["a.json", "b.json", "xtension.json"]);
  await visit.page.waitForFunction(() => document.querySelector(".file.is-active .file-clean"));
});

test("files and their changes survive a reload", async (t) => {
  const visit = await open(t);
  await choose(t, visit, { "a.json": broken, "b.json": correct.replaceAll("\n", "\r\n"), "c.json": broken });
  await list(visit);
  await put(visit, "b.json");
  await editorHas(visit, "Meeting");
  await visit.click(".cm-content");
  await visit.keys("Control+End");
  await visit.page.keyboard.type(" ");
  await put(visit, "a.json");
  await untilFiles(visit, (files) => files.length === 3 && files.some(({ text }) => text.endsWith("} ") || text.endsWith("}\n ")));
  await visit.page.reload();
  await visit.click("#tab-files");
  assert.deepEqual(await list(visit), ["a.json", "b.json", "c.json"]);
  assert.equal(await activeRow(visit), "a.json");
  assert.match(await rowText(visit, "b.json"), /changed/);
  assert.doesNotMatch(await rowText(visit, "c.json"), /changed/);
  await put(visit, "b.json");
  await editorHas(visit, "Meeting");
  assert.equal(await visit.copied(), `${correct.replaceAll("\n", "\r\n")} `);
  visit.isClean();
});

/** An archive of `zipSync`, with the bytes at places that `change` gets changed: the first directory entry's start, and its view. */
function archiveWith(files, change) {
  const archive = Buffer.from(zipSync(files));
  change(archive, archive.indexOf("PK\x01\x02", 0, "latin1"));
  return archive;
}

test("paths that lead out of an archive lead nowhere", async (t) => {
  const visit = await open(t);
  const archive = Buffer.from(
    zipSync({
      "../../up.json": bytes(correct),
      "/etc/passwd.json": bytes(correct),
      "C:\\Windows\\win.json": bytes(correct),
      "a/./b/../c\u202enosj.json": bytes(correct),
      "con\u0000trol<>|.json": bytes(correct),
      "folder.json/": new Uint8Array(),
      "same.json": bytes(correct),
      "SAME.json": bytes(broken),
    }),
  );
  await choose(t, visit, { "hostile.zip": archive });
  const paths = ["a/b/cnosj.json", "C/Windows/win.json", "control.json", "etc/passwd.json", "same.json", "SAME (2).json", "up.json"];
  assert.deepEqual((await list(visit)).sort(), paths.sort());
  assert.deepEqual(Object.keys(await downloaded(visit, "hostile.zip")).sort(), paths.sort());
  visit.isClean();
});

test("names in an archive are read as UTF-8, and else as the old code page", async (t) => {
  const visit = await open(t);
  const archive = archiveWith({ "\u00fc.json": bytes(correct), "x\u00fc.json": bytes(correct) }, (bytes) => {
    // Neither is said to be UTF-8; one is, all the same.
    for (let at = bytes.indexOf("PK\x01\x02", 0, "latin1"); at >= 0; at = bytes.indexOf("PK\x01\x02", at + 1, "latin1")) bytes[at + 9] &= ~8;
    const second = bytes.indexOf("x\u00c3\u00bc", bytes.indexOf("PK\x01\x02", 0, "latin1"), "latin1");
    bytes[second + 1] = 0x81;
    bytes[second + 2] = 0x94;
  });
  await choose(t, visit, { "names.zip": archive });
  assert.deepEqual((await list(visit)).sort(), ["xüö.json", "ü.json"]);
});

test("an archive that unpacks to more than there is room for stops there", async (t) => {
  const visit = await open(t);
  const bomb = new Uint8Array(65_000_000).fill(32);
  const archive = archiveWith({ "bomb.json": bomb, "good.json": bytes(correct), "other.json": bytes(correct) }, (bytes, entry) => {
    // It claims to be small.
    bytes.writeUInt32LE(10, entry + 24);
  });
  await choose(t, visit, { "bomb.zip": archive });
  assert.deepEqual(await list(visit), ["bomb.json", "good.json", "other.json"]);
  assert.match(await rowText(visit, "bomb.json"), /one file may have 64 MB/);
  assert.match(await rowText(visit, "good.json"), /no problems/);
});

test("what is damaged or locked in an archive is said, and the rest is opened", async (t) => {
  const visit = await open(t);
  const archive = archiveWith({ "damaged.json": bytes(broken), "good.json": bytes(correct), "locked.json": bytes(correct) }, (bytes, entry) => {
    bytes.writeUInt32LE(1, entry + 16);
    bytes[bytes.lastIndexOf("PK\x01\x02", undefined, "latin1") + 8] |= 1;
  });
  await choose(t, visit, { "mixed.zip": archive });
  assert.deepEqual(await list(visit), ["damaged.json", "good.json", "locked.json"]);
  assert.match(await rowText(visit, "damaged.json"), /damaged in the archive/);
  assert.match(await rowText(visit, "locked.json"), /protected by a password/);
});

test("an archive with one file opens it as if it had come alone", async (t) => {
  const visit = await open(t);
  await choose(t, visit, { "one.zip": Buffer.from(zipSync({ "deep/rooms.json": bytes(correct), "readme.md": bytes("#") })) });
  await visit.until("Opened rooms.json.", ".notice");
  await visit.until("1 other file left out", ".notice");
  assert.equal(await visit.page.$("#tab-files"), null);
  assert.equal(await visit.copied(), correct);
});

test("an archive without JSON is said to have none", async (t) => {
  const visit = await open(t);
  await choose(t, visit, { "none.zip": Buffer.from(zipSync({ "readme.md": bytes("#") })) });
  await visit.until("There was no JSON or YAML file to open.", ".notice");
  await visit.until("Check an Xtension");
});

const SUMMARY = `{
  title: { text: "" }, connection: { authentication: "none" }, wizard: { preset: "", redirectUrl: "" }, visibleActions: 0
}`;
const NOTHING_FOUND = `{ diagnostics: [], omitted: 0, safeFixes: 0, summary: ${SUMMARY} }`;

/** Opens a page whose worker speaks as the checker does, and runs `onCheck` before it answers a check. */
async function openWith(t, onCheck) {
  const worker = `
    onmessage = () => {
      let text = "";
      onmessage = ({ data: { id, edits, text: whole } }) => {
        for (const { from, to, insert } of [...(edits ?? [])].reverse()) text = text.slice(0, from) + insert + text.slice(to);
        text = whole ?? text;
        ${onCheck}
        postMessage({ kind: "checked", id, report: ${NOTHING_FOUND} });
      };
      postMessage({ kind: "ready", version: "0.0.0" });
    };
  `;
  const site = await serve((path) => (path.startsWith("/checker/worker-") ? worker : undefined));
  t.after(() => site.close());
  return open(t, { address: site.address });
}

test("a crash over one file is said of that file, and the others are checked", async (t) => {
  const visit = await openWith(t, 'if (text.includes("crash")) throw new Error("crashed");');
  await choose(t, visit, { "a.json": "{}", "b.json": '{ "crash": 1 }', "c.json": "{}" });
  await visit.until("Checked 2 files: none has errors. 1 file could not be checked.", ".files-head");
  await list(visit);
  assert.match(await rowText(visit, "b.json"), /The checker stopped on this file/);
  assert.match(await rowText(visit, "c.json"), /no problems/);
  // In the editor it is no trap: the way to the others is open.
  await put(visit, "b.json");
  await visit.page.waitForFunction(() => document.querySelector(".file-head[aria-current=true]").textContent.includes("stopped"));
  await put(visit, "c.json");
  assert.match(await rowText(visit, "c.json"), /no problems/);
});

test("what takes long is shown and can be cancelled, and goes on later", async (t) => {
  const visit = await openWith(t, "const end = Date.now() + (text.length > 2 ? 800 : 0); while (Date.now() < end);");
  await choose(t, visit, Object.fromEntries([..."abcdefghijklmnop"].map((name) => [`${name}.json`, name === "a" ? "{}" : "[1, 2]"])));
  await visit.find(".files-progress progress");
  assert.match(await visit.textOf(".files-progress"), /Checking files\d of 15/);
  assert.deepEqual(await visit.violations(), []);
  // The text in the editor does not wait for them.
  const began = Date.now();
  await put(visit, "f.json");
  await visit.page.waitForFunction(() => document.querySelector(".file-head[aria-current=true] .file-clean"));
  assert.ok(Date.now() - began < 2500, `${Date.now() - began} ms`);
  await visit.press("Cancel");
  assert.match(await rowText(visit, "p.json"), /not checked yet/);
  await visit.click(".files-actions .button.main");
  await visit.find(".files-progress progress");
});

test("a hundred files of a megabyte", async (t) => {
  const visit = await open(t);
  const large = JSON.stringify({ swagger: "2.0", "x-notes": Array.from({ length: 12_000 }, (_, index) => `A line of notes, number ${index}, which is long enough by itself.`) }, null, 2);
  const entries = Object.fromEntries(Array.from({ length: 100 }, (_, index) => [`${index}.json`, [bytes(large), { level: 1 }]]));
  await choose(t, visit, { "many.zip": Buffer.from(zipSync(entries)) });
  await visit.find(".files-progress");
  await visit.until("100 files", ".files-head");
  await visit.press("Cancel");
  await put(visit, "99.json");
  await visit.find(".files-actions .button.main");
  // Firefox does not tell how much memory a page takes.
  const { JSHeapUsedSize } = IS_FIREFOX ? { JSHeapUsedSize: 0 } : await visit.page.metrics();
  assert.ok(JSHeapUsedSize < 400_000_000, `${JSHeapUsedSize}`);
  visit.isClean();
});
