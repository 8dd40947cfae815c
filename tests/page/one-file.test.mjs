// The whole page as one file: it opens from disk, does all that the page does, and asks for nothing.

import { test } from "node:test";
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { copyFile, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { choose, useAll } from "./session.mjs";
import { DIST, open, sample } from "./support.mjs";

const FILE = join(DIST, "xtension-checker.html");
const broken = sample("forum-thread");

/** Opens a copy of it, as a person has one on a stick. */
async function openFile(t, options) {
  const folder = await mkdtemp(join(tmpdir(), "xtension-checker-stick-"));
  t.after(() => rm(folder, { recursive: true, force: true }));
  const path = join(folder, "My files", "xtension checker (2).html");
  await mkdir(join(folder, "My files"));
  await copyFile(FILE, path);
  return open(t, { address: pathToFileURL(path).href, ...options });
}

/** Runs in the page: whether its database has three files. */
function allAreKept() {
  return new Promise((resolve) => {
    const request = indexedDB.open("xtension-checker", 1);
    request.onsuccess = () => {
      const count = request.result.transaction("files").objectStore("files").count();
      count.onsuccess = () => {
        request.result.close();
        resolve(count.result === 3);
      };
    };
  });
}

test("all of the page works from disk, and nothing is asked for", async (t) => {
  const visit = await openFile(t, {
    prepare: (page) =>
      page.evaluateOnNewDocument(() => {
        window.refused = [];
        document.addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) => window.refused.push(`${violatedDirective} ${blockedURI}`));
      }),
  });
  await useAll(visit);
  const own = visit.page.url().replace(/#.*/, "");
  assert.deepEqual(visit.requests.filter((url) => url !== own && !/^(blob|data):/.test(url)), []);
  assert.deepEqual(await visit.page.evaluate(() => window.refused), []);
  visit.isClean();
});

test("the samples, the menu and the way back work from disk", async (t) => {
  const visit = await openFile(t);
  await visit.sample("A correct Xtension");
  await visit.until("Ready to import");
  await visit.press("New");
  await visit.sample("Two Authorization headers");
  await visit.until("Not ready to import");
  await visit.click(".problem.is-current .rule-link, .problem.is-current a[href^='#rule/']");
  await visit.find(".view h2");
  await visit.page.evaluate(() => history.back());
  await visit.until("Not ready to import");
  await choose(visit, "Offline use");
  await visit.until("You have the whole page in this file", ".dialog");
  assert.equal(await visit.page.$(".dialog a[download]"), null);
  assert.deepEqual(await visit.violations(), []);
  visit.isClean();
});

test("the text outlives a reload, and so do several files", async (t) => {
  const visit = await openFile(t);
  await visit.paste(broken);
  await visit.checked();
  await visit.page.reload();
  await visit.checked();
  assert.equal(await visit.copied(), broken);

  const paths = ["one.json", "two.json"].map((name) => join(visit.downloads, name));
  for (const path of paths) await writeFile(path, sample("correct"));
  await visit.openFile(...paths);
  await visit.until("two.json", ".view");
  await visit.page.waitForFunction(allAreKept, { polling: 200 });
  await visit.page.reload();
  await visit.click("#tab-files");
  await visit.until("two.json", ".view");
  visit.isClean();
});

test("its policy lets it ask for nothing, and run nothing but what is in it", async () => {
  const page = await readFile(FILE, "utf8");
  const [, policy] = /<meta http-equiv="Content-Security-Policy" content="([^"]+)">/.exec(page);
  const allowed = Object.fromEntries(policy.split("; ").map((directive) => directive.split(/ (.*)/).slice(0, 2)));
  const hashOf = (text) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
  const inside = (tag) => [...page.matchAll(new RegExp(`<${tag}>([\\s\\S]*?)</${tag}>`, "g"))].map(([, text]) => hashOf(text));
  assert.equal(allowed["default-src"], "'none'");
  assert.equal(allowed["connect-src"], "'none'");
  assert.equal(allowed["script-src"], `${inside("script")} 'wasm-unsafe-eval'`);
  assert.equal(allowed["style-src"], `${inside("style")}`);
  assert.equal(allowed["worker-src"], "blob:");
  assert.equal(allowed["img-src"], "data:");
  assert.ok(!policy.includes("unsafe-inline") && !policy.includes("self"));
  assert.deepEqual([...page.matchAll(/<(?:link|script|img|iframe)\b[^>]*\b(?:src|href)="(?!data:)([^"]*)"/g)], []);
});
