// What the tests of the page share: a server of the built page, a browser, and what a person does with them.

import { after, before } from "node:test";
import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { extname, join, relative, resolve } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { pathToFileURL } from "node:url";

const fromPage = createRequire(new URL("../../www/package.json", import.meta.url));
const { default: puppeteer } = await import(pathToFileURL(fromPage.resolve("puppeteer-core")).href);
const AXE = readFileSync(fromPage.resolve("axe-core/axe.min.js"), "utf8");

export const DIST = resolve(process.env.DIST ?? "dist");
// A folder of a host, as on GitHub Pages.
const FOLDER = "/checker";
const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".css": "text/css",
  ".wasm": "application/wasm",
  ".svg": "image/svg+xml",
};
const BROWSERS = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
];
const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

let site;
let browser;

before(async () => {
  site = await serve();
  const executablePath = process.env.BROWSER_PATH ?? BROWSERS.find(existsSync);
  assert.ok(executablePath, "no Chromium or Chrome found: install one, or name it in BROWSER_PATH");
  browser = await puppeteer.launch({ executablePath, headless: true, args: FLAGS });
});

after(async () => {
  await browser?.close();
  await site?.close();
});

/** The files of the built page, as they are asked for. */
export function filesOfPage() {
  const files = readdirSync(DIST, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return files.map((file) => `/${relative(DIST, join(file.parentPath, file.name)).replaceAll("\\", "/")}`).sort();
}

/** Serves the built page; `answer` may answer a path in its own way, or later. */
export async function serve(answer = () => undefined) {
  const server = createServer(async (request, response) => {
    let path = new URL(request.url, "http://localhost").pathname;
    try {
      assert.ok(path.startsWith(`${FOLDER}/`));
      path = path.slice(FOLDER.length);
      if (path.endsWith("/")) path += "index.html";
      const body = (await answer(path)) ?? (await readFile(join(DIST, path)));
      response.writeHead(200, { "content-type": TYPES[extname(path)] ?? "application/octet-stream" }).end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  return {
    address: `http://127.0.0.1:${server.address().port}${FOLDER}/`,
    close: () =>
      new Promise((closed) => {
        server.closeAllConnections();
        server.close(closed);
      }),
  };
}

/** One of the page's own samples. */
export function sample(name) {
  return readFileSync(new URL(`../../www/samples/${name}.json`, import.meta.url), "utf8");
}

/** Opens the page as a new visitor and checks at the end that its console stayed empty. */
export async function open(t, { address = site.address, width = 1280, height = 800, scheme = "light", touch = false, prepare } = {}) {
  const downloads = await mkdtemp(join(tmpdir(), "xtension-checker-"));
  const context = await browser.createBrowserContext({ downloadBehavior: { policy: "allow", downloadPath: downloads } });
  const page = await context.newPage();
  const complaints = [];
  const requests = [];
  page.on("console", (message) => complaints.push(message.text()));
  page.on("pageerror", (error) => complaints.push(String(error)));
  page.on("request", (request) => requests.push(request.url()));
  t.after(async () => {
    await context.close();
    await rm(downloads, { recursive: true, force: true });
  });
  await page.setViewport({ width, height, isMobile: touch, hasTouch: touch });
  await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
  await context.overridePermissions(new URL(address).origin, ["clipboard-read", "clipboard-write", "clipboard-sanitized-write"]);
  await prepare?.(page);
  await page.goto(address);
  return new Visit(page, { complaints, requests, downloads });
}

/** A person in front of the page. */
class Visit {
  constructor(page, { complaints, requests, downloads }) {
    this.page = page;
    this.complaints = complaints;
    this.requests = requests;
    this.downloads = downloads;
  }

  /** The visible element that `selector` finds, in the editor's shadow root as well. */
  find(selector) {
    return this.page.waitForSelector(`>>> ${selector}`, { visible: true, timeout: 15_000 });
  }

  async click(selector) {
    await (await this.find(selector)).click();
  }

  /** Clicks the button that is called `name`. */
  async press(name) {
    await this.click(`::-p-aria([name="${name}"][role="button"])`);
  }

  async keys(...keys) {
    for (const combination of keys) {
      const held = combination.split("+");
      const key = held.pop();
      for (const modifier of held) await this.page.keyboard.down(modifier);
      await this.page.keyboard.press(key);
      for (const modifier of held.reverse()) await this.page.keyboard.up(modifier);
    }
  }

  /** Pastes `text` over all that is in the editor, from the system's clipboard. */
  async paste(text) {
    await this.page.evaluate((copied) => navigator.clipboard.writeText(copied), text);
    await this.click(".cm-content");
    await this.keys("Control+a", "Control+v");
  }

  /** What Copy leaves in the clipboard. */
  async copied() {
    await this.press("Copy");
    await this.until("Copied.", ".notice");
    return this.page.evaluate(() => navigator.clipboard.readText());
  }

  async sample(title) {
    await (await this.page.waitForSelector(`.sample ::-p-text(${title})`)).click();
    await this.checked();
  }

  /** Waits until the panel shows all that the checker found. */
  async checked() {
    await this.page.waitForSelector(".verdict:not(.is-partial)", { timeout: 15_000 });
  }

  /** Waits until `selector` holds `text`. */
  async until(text, selector = ".panel") {
    await this.page.waitForFunction(
      (selector, text) => document.querySelector(selector)?.textContent.includes(text),
      { timeout: 15_000 },
      selector,
      text,
    );
  }

  /** Makes the window another size, and waits until the page is drawn in it. */
  async resize(width, height) {
    await this.page.setViewport({ ...this.page.viewport(), width, height });
    await this.page.evaluate(async () => {
      for (let frame = 0; frame < 2; frame += 1) await new Promise(requestAnimationFrame);
    });
  }

  async textOf(selector) {
    return (await this.find(selector)).evaluate((element) => element.textContent);
  }

  /** The lines of the editor that are in sight. */
  async lines() {
    return this.page.$$eval(">>> .cm-line", (lines) => lines.map((line) => line.textContent));
  }

  /** What has the keyboard: the class of an element, in the editor's shadow root as well. */
  focused() {
    return this.page.evaluate(() => {
      let active = document.activeElement;
      while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
      return active?.className ?? "";
    });
  }

  async openFile(path) {
    const [chooser] = await Promise.all([this.page.waitForFileChooser(), this.press("Open")]);
    await chooser.accept([path]);
  }

  /** Downloads the file and gives its bytes. */
  async download(name) {
    await this.press("Download");
    const path = join(this.downloads, name);
    for (let tries = 0; tries < 100 && !existsSync(path); tries += 1) await wait(50);
    return readFile(path);
  }

  /** What axe finds wrong, in words. */
  async violations() {
    await this.page.evaluate(AXE);
    return this.page.evaluate(async () => {
      const { violations } = await globalThis.axe.run();
      return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html, failureSummary }) => `${html} ${failureSummary}`).join("\n")}`);
    });
  }

  /** Whether the page is wider than the window. */
  scrollsSideways() {
    return this.page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
  }

  isClean() {
    assert.deepEqual(this.complaints, []);
  }
}
