// The page without its site, and the way from one version of it to the next.

import { test } from "node:test";
import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { appendFile, readFile } from "node:fs/promises";
import { join } from "node:path";
import { IS_FIREFOX } from "./browser.mjs";
import { writeNoServiceWorker } from "../../www/build/offline.mjs";
import { useAll } from "./session.mjs";
import { DIST, filesOfPage, open, sample } from "./support.mjs";
import { anotherVersion, pathIn, siteOfVersions } from "./versions.mjs";

const broken = sample("forum-thread");

/** Waits until the browser has all of the page. */
const kept = ({ page }) => page.evaluate(() => navigator.serviceWorker.ready.then(({ scope }) => scope));

/** Lets the browser look for another version, as it does by itself when a page is opened. */
const lookForAnother = ({ page }) =>
  page.evaluate(async () => {
    const registration = await navigator.serviceWorker.getRegistration();
    await registration.update().catch(() => undefined);
    const { installing } = registration;
    if (!installing) return;
    await new Promise((done) => installing.addEventListener("statechange", done));
  });

/** Which version the page in the window is, and of which its scripts and styles are. */
const versionOf = ({ page }) =>
  page.evaluate(() => [
    document.documentElement.dataset.version ?? "built",
    performance.getEntriesByType("resource").map(({ name }) => new URL(name).pathname.split("/checker/")[1]),
  ]);

/** Sees that the page in the window is the version `name`, whose files are in `folder`, and nothing of another. */
async function isWholly(visit, name, folder = DIST) {
  const [version, loaded] = await versionOf(visit);
  assert.equal(version, name);
  assert.ok(loaded.length > 3);
  for (const path of loaded) assert.ok(readFileSync(join(folder, path)), path);
}

/** By its place: Firefox is slow to look for names on a busy machine. */
const renew = (visit) => visit.click(".renew .button");

const cacheNames = ({ page }) => page.evaluate(() => caches.keys());

const showView = async (visit, view, text) => {
  await visit.click(`#tab-${view}`);
  await visit.until(text, ".view");
};

/** A second page of the same browser. */
async function alsoOpen(visit) {
  const page = await visit.page.browserContext().newPage();
  await page.goto(visit.page.url());
  const other = Object.assign(Object.create(Object.getPrototypeOf(visit)), { ...visit, page });
  await other.find(".cm-content");
  return other;
}

test("after one visit all of the page works with the site gone", async (t) => {
  const site = await siteOfVersions(t);
  const visit = await open(t, { address: site.address });
  assert.equal(await kept(visit), site.address);
  await site.close();
  await visit.page.reload();
  await visit.find(".cm-content");
  await useAll(visit);
  visit.isClean();
});

test("an address with more behind it is the page as well, and the browser keeps every file of it once", async (t) => {
  const site = await siteOfVersions(t);
  const visit = await open(t, { address: site.address });
  await kept(visit);
  await site.close();
  for (const more of ["index.html", "?from=mail", "#rule/path-query"]) {
    await visit.page.goto("about:blank");
    await visit.page.goto(`${site.address}${more}`);
    await visit.find(".cm-content");
  }
  await visit.until("path-query", ".view");
  const [paths, failures] = await visit.page.evaluate(async () => {
    const [name] = await caches.keys();
    const cache = await caches.open(name);
    const all = await cache.keys();
    const answers = await Promise.all(all.map((request) => cache.match(request)));
    return [all.map(({ url }) => url), answers.filter(({ status }) => status !== 200).length];
  });
  const files = filesOfPage().filter((path) => !["/service-worker.js", "/xtension-checker.html"].includes(path));
  const expected = files.map((path) => site.address + path.slice(1).replace(/^index\.html$/, ""));
  assert.deepEqual(paths.sort(), expected.sort());
  assert.equal(failures, 0);
});

test("the page of the first visit gets its later parts though the site has another version meanwhile", async (t) => {
  const site = await siteOfVersions(t);
  const visit = await open(t, { address: site.address });
  await visit.paste(broken);
  await visit.checked();
  await kept(visit);
  site.deploy(await anotherVersion(t, "second"));
  await showView(visit, "nintex", "A preview");
  await isWholly(visit, "built");
  visit.isClean();
});

test("a new version waits until somebody says so, then takes the place of the old one with the text kept", async (t) => {
  const site = await siteOfVersions(t);
  const visit = await open(t, { address: site.address });
  await kept(visit);
  await visit.paste(broken);
  await visit.checked();
  const heightOfStatus = () => visit.page.$eval(".status", ({ offsetHeight }) => offsetHeight);
  const height = await heightOfStatus();
  const second = await anotherVersion(t, "second");
  site.deploy(second);
  await lookForAnother(visit);
  await visit.until("New version ready", ".status");
  assert.ok(Math.abs((await heightOfStatus()) - height) <= 1);
  assert.deepEqual(await visit.violations(), []);

  // The old one goes on, also over a reload and in another window.
  await showView(visit, "nintex", "A preview");
  await isWholly(visit, "built");
  await visit.page.reload();
  await visit.until("New version ready", ".status");
  await showView(visit, "outline", "Actions");
  await isWholly(visit, "built");
  assert.equal((await cacheNames(visit)).length, 2);

  await visit.click(".cm-content");
  await visit.keys("Control+End");
  await visit.page.keyboard.type(" ");
  await Promise.all([visit.page.waitForNavigation(), renew(visit)]);
  await visit.checked();
  assert.equal(await visit.copied(), `${broken} `);
  for (const [view, text] of [["nintex", "A preview"], ["outline", "Actions"], ["reference", "Rules"]]) await showView(visit, view, text);
  await isWholly(visit, "second", second);
  assert.ok(!(await visit.textOf(".status")).includes("New version"));
  await visit.page.waitForFunction(async () => (await caches.keys()).length === 1);

  await site.close();
  await visit.page.reload();
  await visit.find(".cm-line");
  await isWholly(visit, "second", second);
});

test("another window goes on as the version that it is, and is told as well", async (t) => {
  const site = await siteOfVersions(t);
  const visit = await open(t, { address: site.address });
  await kept(visit);
  const other = await alsoOpen(visit);
  await other.sample("Two Authorization headers");
  const second = await anotherVersion(t, "second");
  site.deploy(second);
  await lookForAnother(visit);
  for (const one of [visit, other]) await one.until("New version ready", ".status");
  await visit.page.bringToFront();
  await Promise.all([visit.page.waitForNavigation(), renew(visit)]);
  await visit.find(".cm-content");

  await other.page.bringToFront();
  await showView(other, "nintex", "A preview");
  await showView(other, "reference", "Rules");
  await isWholly(other, "built");
  await isWholly(visit, "second", second);
  await Promise.all([other.page.waitForNavigation(), renew(other)]);
  await other.find(".cm-line");
  await isWholly(other, "second", second);
});

test("a new version takes over when all pages are closed", async (t) => {
  const site = await siteOfVersions(t);
  const visit = await open(t, { address: site.address });
  await kept(visit);
  const second = await anotherVersion(t, "second");
  site.deploy(second);
  await lookForAnother(visit);
  await visit.until("New version ready", ".status");
  const page = await visit.page.browserContext().newPage();
  await page.goto(new URL("/", site.address));
  await visit.page.close();
  // A page that is closed comes to its end in its own time, which one beside the folder can see: it has its locks until then.
  await page.waitForFunction(async () => (await navigator.locks.query()).held.length === 0, { timeout: 15_000 });
  await page.goto(site.address);
  await page.waitForSelector(">>> .cm-content", { visible: true, timeout: 15_000 });
  await isWholly({ page }, "second", second);
});

test("a version that does not come whole is dropped, and the next one is taken", async (t) => {
  const second = await anotherVersion(t, "second");
  const lost = `/${await pathIn(second, /^part\/reference-.*\.js$/)}`;
  let damage = () => {
    throw new Error("not there");
  };
  const site = await siteOfVersions(t, (path) => (path === lost ? damage() : undefined));
  const visit = await open(t, { address: site.address });
  await kept(visit);
  site.deploy(second);
  for (const how of [damage, () => Buffer.from("<h1>Sign in to this network</h1>")]) {
    damage = how;
    await lookForAnother(visit);
    await visit.page.waitForFunction(async () => !(await navigator.serviceWorker.getRegistration()).installing);
    assert.equal((await cacheNames(visit)).length, 1);
    await visit.page.reload();
    await visit.find(".cm-content");
    assert.ok(!(await visit.textOf(".status")).includes("New version"));
    await isWholly(visit, "built");
  }
  damage = () => undefined;
  await lookForAnother(visit);
  await visit.until("New version ready", ".status");
});

test("a version that does not even start is not kept for longer than it takes to load the page", async (t) => {
  const site = await siteOfVersions(t);
  const visit = await open(t, { address: site.address });
  await kept(visit);
  const faulty = await anotherVersion(t, "faulty", async (folder) => {
    const script = join(folder, await pathIn(folder, /^page-.*\.js$/));
    await appendFile(script, "\nthrow new Error('faulty');");
    writeFileSync(script, `throw new Error("faulty");${await readFile(script, "utf8")}`);
  });
  site.deploy(faulty);
  await lookForAnother(visit);
  await visit.until("New version ready", ".status");
  await Promise.all([visit.page.waitForNavigation(), renew(visit)]);
  assert.equal(await visit.page.$(".cm-content"), null);

  const third = await anotherVersion(t, "third");
  site.deploy(third);
  await lookForAnother(visit);
  await visit.page.reload();
  await visit.find(".cm-content");
  await isWholly(visit, "third", third);
});

test("a page for its developers takes away what a published one has left", async (t) => {
  const site = await siteOfVersions(t);
  const visit = await open(t, { address: site.address });
  await kept(visit);
  const none = await anotherVersion(t, "none");
  await writeNoServiceWorker(none);
  site.deploy(none);
  await Promise.all([visit.page.waitForNavigation(), lookForAnother(visit).catch(() => undefined)]);
  await visit.find(".cm-content");
  await isWholly(visit, "none", none);
});

test("what the site does not have is not kept, and no answer but its own", async (t) => {
  const site = await siteOfVersions(t);
  const visit = await open(t, { address: site.address });
  await kept(visit);
  await visit.page.reload();
  await visit.find(".cm-content");
  const status = await visit.page.evaluate(async () => (await fetch("part/not-there.js")).status);
  assert.equal(status, 404);
  const [name] = await cacheNames(visit);
  assert.ok(name.includes(site.address), name);
  const found = await visit.page.evaluate(async () => (await caches.match("part/not-there.js")) !== undefined);
  assert.equal(found, false);
});

test("a text for which there is no room is not lost to a new version", async (t) => {
  const site = await siteOfVersions(t);
  const visit = await open(t, { address: site.address });
  await kept(visit);
  await visit.paste(broken);
  await visit.checked();
  site.deploy(await anotherVersion(t, "second"));
  await lookForAnother(visit);
  await visit.until("New version ready", ".status");
  await visit.page.evaluate(() => {
    const full = () => {
      throw new DOMException("full", "QuotaExceededError");
    };
    Storage.prototype.setItem = full;
    IDBObjectStore.prototype.put = full;
  });
  await renew(visit);
  await visit.until("a reload would lose it", ".notice");
  assert.equal(await visit.copied(), broken);
});

test("where the browser keeps no pages, the page works and says nothing but when it is asked", async (t) => {
  for (const refuse of [
    () => delete Navigator.prototype.serviceWorker,
    () => (ServiceWorkerContainer.prototype.register = () => Promise.reject(new DOMException("refused", "SecurityError"))),
  ]) {
    const visit = await open(t, { prepare: (page) => page.evaluateOnNewDocument(refuse) });
    await visit.sample("Two Authorization headers");
    await showView(visit, "nintex", "A preview");
    await visit.press("More commands");
    await visit.click(".menu ::-p-text(Offline use)");
    await visit.until("does not have the whole page", ".dialog");
    visit.isClean();
  }
});

test("the dialog says that the page is kept, and hands out the page as one file", async (t) => {
  const visit = await open(t);
  await kept(visit);
  await visit.press("More commands");
  await visit.click(".menu ::-p-text(Offline use)");
  await visit.until("opens and works without a network", ".dialog");
  assert.deepEqual(await visit.violations(), []);
  await visit.click(".dialog a[download]");
  const file = await visit.downloaded("xtension-checker.html");
  assert.deepEqual(file, readFileSync(join(DIST, "xtension-checker.html")));
  visit.isClean();
});

test("the page can be installed: its manifest is whole, under whatever folder", async (t) => {
  const visit = await open(t);
  const address = await visit.page.$eval('link[rel="manifest"]', ({ href }) => href);
  const manifest = JSON.parse(readFileSync(join(DIST, "manifest.webmanifest"), "utf8"));
  assert.ok(manifest.name && manifest.short_name && manifest.description);
  assert.equal(manifest.display, "standalone");
  for (const key of ["start_url", "scope"]) assert.equal(new URL(manifest[key], address).href, new URL(".", visit.page.url()).href);
  for (const { src, sizes } of manifest.icons) {
    const icon = readFileSync(join(DIST, src));
    assert.equal(icon.toString("latin1", 1, 4), "PNG");
    assert.equal(`${icon.readUInt32BE(16)}x${icon.readUInt32BE(20)}`, sizes);
  }
  for (const purpose of ["maskable", undefined]) {
    const sizes = manifest.icons.filter((icon) => icon.purpose === purpose).map((icon) => icon.sizes);
    assert.deepEqual(sizes, ["192x192", "512x512"]);
  }
  if (IS_FIREFOX) return;
  const client = await visit.page.createCDPSession();
  const { url, errors } = await client.send("Page.getAppManifest");
  assert.equal(url, address);
  assert.deepEqual(errors, []);
  const { installabilityErrors } = await client.send("Page.getInstallabilityErrors");
  // A window of the tests is a private one.
  assert.deepEqual(installabilityErrors.filter(({ errorId }) => errorId !== "in-incognito"), []);
});
