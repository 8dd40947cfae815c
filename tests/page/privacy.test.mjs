// Nothing leaves the browser: whatever a person does, the page asks for its own files and for nothing else.

import { test } from "node:test";
import assert from "node:assert/strict";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { readFileSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { homedir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { IS_FIREFOX } from "./browser.mjs";
import { DIST, filesOfPage, open, sample } from "./support.mjs";

const { zipSync } = createRequire(new URL("../../www/package.json", import.meta.url))("fflate");

const thread = sample("forum-thread");
/** With a fix that keeps its meaning. */
const fixable = sample("correct").replace('"paths": {', '"paths": {,');

/** All that a browser is asked for by `page` and its workers, and how: filled while the page lives. */
async function record(page) {
  const asked = [];
  await page.evaluateOnNewDocument(() => {
    globalThis.ways = [];
    // What a browser may not tell as a request.
    for (const name of ["WebSocket", "WebTransport", "EventSource", "RTCPeerConnection", "XMLHttpRequest", "SharedWorker"]) {
      if (globalThis[name]) globalThis[name] = new Proxy(globalThis[name], { construct: (...all) => (ways.push(name), Reflect.construct(...all)) });
    }
    for (const [owner, name] of [[Navigator.prototype, "sendBeacon"], [globalThis, "open"], [HTMLFormElement.prototype, "submit"]]) {
      owner[name] = new Proxy(owner[name], { apply: (...all) => (ways.push(name), Reflect.apply(...all)) });
    }
  });
  if (IS_FIREFOX) {
    page.on("request", (request) => asked.push({ url: request.url(), method: request.method(), headers: request.headers(), body: request.hasPostData() }));
    return asked;
  }
  const listen = async (session) => {
    session.on("Network.requestWillBeSent", ({ request: { url, method, headers, hasPostData = false } }) => asked.push({ url, method, headers, body: hasPostData }));
    for (const other of ["webSocketCreated", "webTransportCreated", "directTCPSocketCreated", "directUDPSocketCreated"]) {
      session.on(`Network.${other}`, ({ url = other }) => asked.push({ url, method: other, headers: {}, body: false }));
    }
    session.on("Network.reportingApiReportAdded", ({ report }) => asked.push({ url: report.destination, method: "report", headers: {}, body: true }));
    session.on("Preload.prefetchStatusUpdated", ({ prefetchUrl }) => asked.push({ url: prefetchUrl, method: "prefetch", headers: {}, body: false }));
    // A worker that has ended meanwhile asks for nothing.
    await session.send("Network.enable").catch(() => undefined);
    await session.send("Network.enableReportingApi", { enable: true }).catch(() => undefined);
    await session.send("Preload.enable").catch(() => undefined);
    // A worker waits until it is listened to.
    session.on("sessionattached", (worker) => void listen(worker));
    await session.send("Target.setAutoAttach", { autoAttach: true, waitForDebuggerOnStart: true, flatten: true }).catch(() => undefined);
    await session.send("Runtime.runIfWaitingForDebugger").catch(() => undefined);
  };
  await listen(await page.createCDPSession());
  return asked;
}

/** What of `asked` is anything but a plain request for a file of the page. */
function foreign(asked, address) {
  const { origin } = new URL(address);
  const files = new Set(["/", ...filesOfPage()].map((path) => new URL(`.${path}`, address).href));
  return asked.filter(({ url, method, headers, body }) => {
    // Firefox draws bullets with a font of its own.
    const isOwn = url.startsWith(`blob:${origin}/`) || (IS_FIREFOX && url.startsWith("data:font/")) || files.has(url.split("#")[0]);
    // A script of the worker may name the one that imports it.
    const tells = Object.entries(headers).some(([name, value]) => (/^referer$/i.test(name) && value !== "" && !files.has(value)) || /^cookie$/i.test(name));
    return !isOwn || method !== "GET" || body || tells;
  });
}

/** What a person can do with the page, from the first visit to the reload. */
async function doEverything(visit) {
  const shown = (view, part) => visit.click(`#tab-${view}`).then(() => visit.find(part));
  const close = () => visit.page.waitForFunction(() => !document.querySelector("dialog[open]"));

  await visit.sample("A correct Xtension");
  await visit.press("New");
  await visit.paste(thread);
  await visit.checked();
  await visit.keys("F8");
  await (await visit.find(".cm-lintRange")).hover();
  await visit.find(".cm-tooltip");
  await shown("nintex", "#moment-actions");
  await visit.click("#moment-connection");
  await visit.click("#moment-actions");
  await visit.click(".action-head");
  await shown("outline", ".entry");
  await visit.click(".entry");
  await visit.page.keyboard.type(" ");
  await shown("changes", ".changes-head");
  await shown("reference", ".view a[href^='#rule/']");
  await visit.click(".view a[href^='#rule/']");
  await visit.page.evaluate(() => (location.hash = "explain"));
  await visit.click(".view textarea");
  await visit.page.keyboard.type("AADSTS50011: the redirect URI does not match");
  await visit.find(".cause");
  await shown("problems", ".problem");
  await visit.checked();

  for (const format of ["HTML", "Markdown", "CSV", "SARIF", "JSON"]) {
    await visit.click(".report-button");
    await visit.click(`.format ::-p-text(${format})`);
    await visit.click(".dialog-buttons .button.main");
    await close();
  }
  await visit.keys("F1");
  await visit.find(".dialog");
  await visit.keys("Escape");
  await close();
  await visit.click(".problem-head");
  await visit.click(".problem.is-current .fix");
  await visit.until("Done:", ".notice");
  await visit.click(".problem:not(.is-current) .problem-head");
  await visit.click(".problem.is-current .ignore-choices .link");
  await visit.until("Ignored", ".notice");
  await visit.keys("Control+f", "Escape");
  await visit.copied();
  await visit.download("xtension.json");
  await visit.page.evaluate(() => dispatchEvent(new Event("beforeprint")) && dispatchEvent(new Event("afterprint")));

  await visit.paste(fixable);
  await visit.checked();
  await visit.click(".fix-all");
  await visit.click("dialog .button.main:enabled");
  await visit.until("Made", ".notice");
  const folder = join(visit.downloads, "in");
  await mkdir(folder);
  await writeFile(join(folder, "set.zip"), zipSync({ "a.json": Buffer.from(fixable), "b/c.json": Buffer.from(thread) }));
  await visit.openFile(join(folder, "set.zip"));
  await visit.find(".file-head");
  await visit.page.waitForFunction(() => [...document.querySelectorAll(".file-head")].every((head) => !/not checked yet|checking/.test(head.textContent)));
  await visit.press("Download .zip");
  for (let tries = 0; tries < 600 && !readdirSync(visit.downloads).some((name) => name.endsWith(".zip")); tries += 1) await wait(50);
  await visit.page.reload();
  await visit.find(".cm-content");
  await visit.checked();
}

test("whatever a person does, nothing is asked for but the files of the page, and nothing is told", async (t) => {
  let asked;
  const visit = await open(t, { prepare: async (page) => (asked = await record(page)) });
  const address = visit.page.url();
  await doEverything(visit);
  assert.deepEqual(foreign(asked, address), []);
  assert.deepEqual(await visit.page.evaluate(() => ways), []);
  // The checker's worker is listened to as well.
  assert.ok(asked.some(({ url }) => url.endsWith(".wasm")));
  const ahead = "link[rel~=dns-prefetch], link[rel~=preconnect], link[rel~=prefetch], link[rel~=prerender], script[type=speculationrules]";
  assert.equal(await visit.page.$(ahead), null);
  assert.equal(await visit.page.evaluate(() => document.cookie), "");
  visit.isClean();
});

test("a source is a link that a person follows, and tells nothing of where they come from", async (t) => {
  const visit = await open(t);
  await visit.paste(thread);
  await visit.checked();
  const links = await visit.page.$$eval("a[href]", (links) => links.filter(({ protocol }) => protocol !== "blob:").map(({ href, target, rel }) => ({ href, target, rel })));
  const away = links.filter(({ href }) => !href.startsWith(visit.page.url().split("#")[0]));
  assert.ok(away.length > 0);
  for (const { href, target, rel } of away) assert.deepEqual([new URL(href).protocol, target, rel], ["https:", "_blank", "noreferrer noopener"]);
});

test("no file of the page names another host to load from", async () => {
  for (const path of filesOfPage().filter((path) => /\.(html|css|svg)$/.test(path))) {
    const content = await readFile(join(DIST, path), "utf8");
    for (const [, address] of content.matchAll(/(?:href|src|url\(|@import)[="'( ]+((?:https?:)?\/\/[^"')\s]*)/g)) assert.fail(`${path}: ${address}`);
  }
});

test("the page tells nothing of the machine that built it", async () => {
  for (const path of filesOfPage()) {
    const content = readFileSync(join(DIST, path), "latin1");
    for (const place of [homedir(), "registry/src", process.cwd()]) assert.ok(!content.includes(place), `${path}: ${place}`);
  }
});
