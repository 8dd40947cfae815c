// Reports to keep and pass on, from the page.

import { test } from "node:test";
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { open, sample } from "./support.mjs";

const hash = (text) => createHash("sha256").update(text).digest("hex");

async function openBroken(t, text = sample("forum-thread")) {
  const visit = await open(t);
  await visit.paste(text);
  await visit.checked();
  return visit;
}

async function openDialog(visit) {
  await visit.click(".report-button");
  await visit.find(".dialog");
}

async function downloaded(visit, format, ending) {
  await openDialog(visit);
  await visit.click(`.format ::-p-text(${format})`);
  await visit.click(".dialog-buttons .button.main");
  await visit.page.waitForFunction(() => document.querySelector(".dialog") === null);
  return String(await visit.downloaded(`xtension-report.${ending}`));
}

test("a report says what was found, fixed, ignored and is left, and of which file", async (t) => {
  const visit = await openBroken(t);
  await visit.click(".problem.is-current .ignore-choices .link");
  await visit.until("Not ready to import: 1 error is ignored", ".verdict");
  await visit.firstFix();
  await visit.until("Done:", ".notice");
  const text = await visit.copied();
  const csv = await downloaded(visit, "CSV", "csv");
  assert.ok(csv.startsWith("\ufeffStatus,Severity,Line,"), csv.slice(0, 50));
  assert.match(csv, /\r\nignored,error,\d+,/);
  assert.match(csv, /\r\nfixed,,,,/);
  assert.match(csv, /\r\nleft,warning,/);
  assert.ok(csv.includes(`,${Buffer.byteLength(text)},${hash(text)},`));

  await visit.keys("Escape");
  await openDialog(visit);
  await visit.click(".format ::-p-text(Markdown)");
  await visit.click(".dialog-buttons .button ::-p-text(Copy)");
  await visit.until("Copied.", ".notice");
  const markdown = await visit.page.evaluate(() => navigator.clipboard.readText());
  assert.match(markdown, /^# xtension\.json\n\n\*\*Not ready to import: 1 error is ignored\.\*\*/);
  assert.match(markdown, /\n## Ignored in this browser \(1\)\n/);
  assert.match(markdown, /\n## Fixed \(1\)\n/);
  assert.match(markdown, /\n- Checked: `\d{4}-\d\d-\d\d \d\d:\d\d/);
  visit.isClean();
});

test("a fix that was undone is not told as made", async (t) => {
  const visit = await openBroken(t);
  await visit.firstFix();
  await visit.until("Done:", ".notice");
  await visit.click(".notice .button ::-p-text(Undo)");
  await visit.until("Not ready to import", ".verdict");
  assert.ok(!(await downloaded(visit, "Markdown", "md")).includes("## Fixed"));
});

test("another name takes no fix away", async (t) => {
  const visit = await openBroken(t);
  await visit.firstFix();
  await visit.until("Done:", ".notice");
  await (await visit.find(".file-name input")).click({ count: 3 });
  await visit.page.keyboard.type("rooms");
  await openDialog(visit);
  await visit.click(".format ::-p-text(Markdown)");
  await visit.click(".dialog-buttons .button.main");
  const markdown = String(await visit.downloaded("rooms-report.md"));
  assert.match(markdown, /^# rooms\.json\n/);
  assert.match(markdown, /\n## Fixed \(1\)\n/);
});

test("a fix that was put back is not told as made", async (t) => {
  const visit = await openBroken(t);
  for (let fix = 0; fix < 2; fix += 1) {
    await visit.firstFix();
    await visit.until("Done:", ".notice");
    await visit.click(".notice [aria-label=Close]");
  }
  assert.match(await downloaded(visit, "Markdown", "md"), /\n## Fixed \(2\)\n/);
  await rm(join(visit.downloads, "xtension-report.md"));
  await visit.click("#tab-changes");
  await visit.click(".revert");
  await visit.until("1", "#tab-changes");
  await visit.click("#tab-problems");
  assert.match(await downloaded(visit, "Markdown", "md"), /\n## Fixed \(1\)\n/);
  await rm(join(visit.downloads, "xtension-report.md"));
  await visit.click("#tab-changes");
  await visit.press("Put all back");
  await visit.click("#tab-problems");
  assert.ok(!(await downloaded(visit, "Markdown", "md")).includes("## Fixed"));
});

test("the HTML report runs nothing and needs nothing", async (t) => {
  const visit = await openBroken(t, sample("forum-thread").replaceAll("createPackage", "<img src=x onerror=document.title='x'>"));
  const html = await downloaded(visit, "HTML", "html");
  const report = await visit.page.browserContext().newPage();
  const requests = [];
  report.on("request", (request) => requests.push(request.url()));
  await report.setContent(html);
  assert.equal(await report.title(), "xtension.json: Xtension report");
  assert.equal(await report.$("img, script, link, iframe"), null);
  assert.deepEqual(requests.filter((url) => /^https?:/.test(url)), []);
  assert.equal(await report.$eval("h1", (heading) => heading.textContent), "xtension.json");
  await report.close();
});

test("programs get JSON and SARIF", async (t) => {
  const visit = await openBroken(t);
  const json = JSON.parse(await downloaded(visit, "JSON", "json"));
  assert.equal(json.file, "xtension.json");
  assert.equal(json.facts.sha256, hash(sample("forum-thread")));
  assert.equal(json.ok, false);
  assert.equal(json.summary.title.text, "Contract Signing");
  const sarif = JSON.parse(await downloaded(visit, "SARIF", "sarif"));
  assert.equal(sarif.version, "2.1.0");
  const [run] = sarif.runs;
  assert.equal(run.results.length, json.diagnostics.length);
  assert.equal(run.artifacts[0].hashes["sha-256"], json.facts.sha256);
  assert.deepEqual(Object.keys(run.results[0].locations[0].physicalLocation.region).slice(0, 2), ["startLine", "startColumn"]);
});

test("secrets of the file stay out of every format", async (t) => {
  const secret = "sk_live_9fK2mQ7vTz4LxW8bNc3RyH6pJd1s";
  const visit = await openBroken(t, sample("forum-thread").replace("Contract Signing", `Contract ${secret}`));
  for (const [format, ending] of [["HTML", "html"], ["Markdown", "md"], ["CSV", "csv"], ["SARIF", "sarif"], ["JSON", "json"]]) {
    assert.ok(!(await downloaded(visit, format, ending)).includes(secret), format);
  }
});

test("the dialog opens from the menu, is without fault and gives the keyboard back", async (t) => {
  const visit = await openBroken(t);
  await (await visit.find("[popovertarget=menu]")).focus();
  await visit.keys("Enter");
  await visit.click(".menu ::-p-text(Report)");
  await visit.find(".dialog");
  assert.deepEqual(await visit.violations(), []);
  await visit.keys("Escape");
  await visit.page.waitForFunction(() => document.querySelector(".dialog") === null);
  await visit.page.focus(".report-button");
  await visit.keys("Enter");
  await visit.find(".dialog");
  await visit.keys("Escape");
  await visit.page.waitForFunction(() => document.activeElement.matches(".report-button"));
  visit.isClean();
});

test("F1 and ? list the keys, which work", async (t) => {
  const visit = await openBroken(t);
  await visit.click(".cm-content");
  await visit.keys("F1");
  await visit.until("Make the first fix of the problem", ".dialog");
  assert.deepEqual(await visit.violations(), []);
  await visit.keys("Escape");
  await visit.page.waitForFunction(() => document.querySelector(".dialog") === null);
  await visit.untilFocused(/cm-content/);
  await visit.page.focus(".problem.is-current .problem-head");
  await visit.page.keyboard.type("?");
  await visit.find(".dialog");
  await visit.keys("Escape");
  await visit.page.waitForFunction(() => document.querySelector(".dialog") === null);
  await visit.keys("Alt+Enter");
  await visit.until("Done:", ".notice");
});

test("how sure the checker is is explained to mouse and keyboard", async (t) => {
  const visit = await openBroken(t);
  await visit.page.focus(".problem.is-current .explained");
  assert.match(await visit.textOf(".problem.is-current .explanation"), /People who met it/);
  assert.deepEqual(await visit.violations(), []);
});
