// How a text comes in, stays and goes out.

import { test } from "node:test";
import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { yaml } from "./convertible.mjs";
import { open, sample } from "./support.mjs";

const correct = sample("correct");

/** A file on disk that is gone after the test. */
async function fileWith(t, name, contents) {
  const folder = await mkdtemp(join(tmpdir(), "xtension-checker-"));
  t.after(() => rm(folder, { recursive: true, force: true }));
  const path = join(folder, name);
  await writeFile(path, contents);
  return path;
}

test("a file with CRLF line ends is downloaded with them", async (t) => {
  const windows = correct.replaceAll("\n", "\r\n");
  const visit = await open(t);
  await visit.openFile(await fileWith(t, "rooms.json", windows));
  await visit.until("Opened", ".notice");
  await visit.checked();
  assert.equal((await visit.download("rooms.json")).toString(), windows);
  assert.equal(await visit.copied(), windows);
  visit.isClean();
});

test("a file comes out as it went in: byte order mark, tabs, no line end at its end", async (t) => {
  const odd = '\ufeff{\t"swagger": "2.0",\n\n  "ü": "\u{1f4e6}" }';
  const visit = await open(t);
  await visit.openFile(await fileWith(t, "odd name.json", odd));
  await visit.checked();
  assert.equal((await visit.download("odd name.json")).toString(), odd);
});

test("what is pasted over everything is another file, and undo brings the one before back", async (t) => {
  const visit = await open(t);
  await visit.openFile(await fileWith(t, "windows.json", '{\r\n  "swagger": "2.0"\r\n}\r\n'));
  await visit.until("CRLF", ".status");
  await visit.paste(correct);
  await visit.until("LF", ".status");
  assert.equal((await visit.download("xtension.json")).toString(), correct);
  await visit.press("Undo");
  await visit.until("CRLF", ".status");
  assert.equal((await visit.download("windows.json")).toString(), '{\r\n  "swagger": "2.0"\r\n}\r\n');
});

test("a name that was given before the text was pasted stays", async (t) => {
  const visit = await open(t);
  await (await visit.find(".file-name input")).click({ count: 3 });
  await visit.page.keyboard.type("rooms");
  await visit.paste(correct);
  assert.equal((await visit.download("rooms.json")).toString(), correct);
});

for (const name of ["api.yaml", "api.yml", "api.json.txt", "API.JSON", "api"]) {
  test(`${name} is downloaded with one ending`, async (t) => {
    const visit = await open(t);
    await visit.openFile(await fileWith(t, name, correct));
    assert.equal((await visit.download(`${name.slice(0, 3)}.json`)).toString(), correct);
  });
}

for (const [name, kept] of [["api.yaml", "api.yaml"], ["api.YML", "api.YML"], ["api.yaml.txt", "api.yaml"], ["api.json", "api.json"], ["api.txt", "api.yaml"], ["api", "api.yaml"]]) {
  test(`YAML in ${name} is downloaded as ${kept}, as it came`, async (t) => {
    const visit = await open(t);
    await visit.openFile(await fileWith(t, name, yaml));
    await visit.until("YAML", ".verdict");
    assert.equal(await visit.textOf(".file-name"), `File name.${kept.split(".").pop()}`);
    assert.equal((await visit.download(kept)).toString(), yaml);
    visit.isClean();
  });
}

test("YAML that is pasted is downloaded as such, with the name that it was given, also after a reload", async (t) => {
  const visit = await open(t);
  await visit.paste(yaml);
  await visit.until("YAML", ".verdict");
  await (await visit.find(".file-name input")).click({ count: 3 });
  await visit.page.keyboard.type("rooms");
  assert.equal((await visit.download("rooms.yaml")).toString(), yaml);
  await visit.page.reload();
  await visit.until("YAML", ".verdict");
  await visit.until(".yaml", ".file-name");
  await visit.paste(correct);
  await visit.checked();
  assert.equal((await visit.download("xtension.json")).toString(), correct);
  visit.isClean();
});

test("a file is dropped anywhere", async (t) => {
  const visit = await open(t);
  await visit.drop(await fileWith(t, "dropped.json", correct));
  await visit.until("Opened “dropped.json”", ".notice");
  assert.equal((await visit.download("dropped.json")).toString(), correct);
});

test("undo brings back the text, the name and the line ends from before a file was opened", async (t) => {
  const visit = await open(t);
  await visit.sample("A correct Xtension");
  await visit.openFile(await fileWith(t, "windows.json", '{\r\n  "swagger": "2.0"\r\n}\r\n'));
  await visit.until("CRLF", ".status");
  await visit.press("Undo");
  await visit.until("LF", ".status");
  assert.equal((await visit.download("meeting-rooms.json")).toString(), correct);
});

for (const [what, contents, words] of [
  ["UTF-16", Buffer.from(`\ufeff${correct}`, "utf16le"), "it is UTF-16"],
  ["no text", Buffer.from([0x50, 0x4b, 0x03, 0x04, 0xff, 0xc0]), "it is not a UTF-8 text file"],
]) {
  test(`a file that is ${what} is refused, and nothing is lost`, async (t) => {
    const visit = await open(t);
    await visit.sample("A correct Xtension");
    await visit.openFile(await fileWith(t, "other.json", contents));
    await visit.until(words, ".notice");
    assert.equal(await visit.copied(), correct);
  });
}

test("mixed line ends are said", async (t) => {
  const visit = await open(t);
  await visit.openFile(await fileWith(t, "mixed.json", '{\r\n"a": 1,\r\n"b": 2\n}'));
  await visit.until("Its line ends were mixed; the download has CRLF throughout", ".notice");
});

test("the text and the name survive a reload", async (t) => {
  const visit = await open(t);
  await visit.sample("A correct Xtension");
  await visit.click(".cm-content");
  await visit.keys("Control+End");
  await visit.page.keyboard.type(" ");
  await visit.page.reload();
  await visit.checked();
  assert.equal((await visit.download("meeting-rooms.json")).toString(), `${correct} `);
  visit.isClean();
});

test("New empties the editor and what this browser kept; undo brings the text back", async (t) => {
  const visit = await open(t);
  await visit.sample("A correct Xtension");
  await visit.press("New");
  await visit.until("Check an Xtension");
  await visit.page.waitForFunction(() => localStorage.length === 0);
  await visit.click(".notice .button");
  await visit.checked();
  assert.equal(await visit.copied(), correct);
});

test("storage that is full or forbidden is said and does no harm", async (t) => {
  const visit = await open(t, {
    prepare: (page) =>
      page.evaluateOnNewDocument(() => {
        Storage.prototype.setItem = () => {
          throw new DOMException("full", "QuotaExceededError");
        };
      }),
  });
  await visit.sample("A correct Xtension");
  await visit.until("Not kept", ".status");
  assert.equal(await visit.copied(), correct);
  visit.isClean();
});

test("the name is kept from being a path", async (t) => {
  const visit = await open(t);
  await visit.sample("A correct Xtension");
  const name = await visit.find(".file-name input");
  await name.click({ count: 3 });
  await visit.page.keyboard.type("../a/b:c");
  assert.equal((await visit.download("abc.json")).toString(), correct);
});

test("a very large file is asked about first", async (t) => {
  const visit = await open(t);
  await visit.openFile(await fileWith(t, "large.json", Buffer.alloc(64_000_001, " ")));
  await visit.until("large.json is a large file");
  await visit.press("Leave it");
  await visit.until("Check an Xtension");
});

test("a very long text is asked about before it is pasted", async (t) => {
  const visit = await open(t);
  await visit.page.evaluate(() => navigator.clipboard.writeText(`[${" ".repeat(64_000_000)}]`));
  await visit.click(".cm-content");
  await visit.keys("Control+v");
  await visit.until("This is a very long text");
  await visit.untilFocused(/panel/);
  await visit.press("Leave it");
  await visit.until("Check an Xtension");
  await visit.untilFocused(/cm-content/);
});

test("each sample opens under its own name", async (t) => {
  const visit = await open(t);
  for (const [title, name] of [
    ["Two Authorization headers", "forum-thread"],
    ["A sample from a help page", "oauth-help-page"],
  ]) {
    await visit.sample(title);
    assert.equal((await visit.download(`${name}.json`)).toString(), sample(name));
    await visit.press("New");
  }
});
