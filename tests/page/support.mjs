// What the tests of the page share: a server of the built page, a browser, and what a person does with them.

import { after, before } from "node:test";
import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { basename, extname, join, relative, resolve } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { closeBrowsers, IS_FIREFOX, newPage } from "./browser.mjs";

const fromPage = createRequire(new URL("../../www/package.json", import.meta.url));
const AXE = readFileSync(fromPage.resolve("axe-core/axe.min.js"), "utf8");

export const DIST = resolve(process.env.DIST ?? "dist");
// A folder deep in a host: the page knows no address of its own.
const FOLDER = "/people/team/checker";
const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".css": "text/css",
  ".wasm": "application/wasm",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".webmanifest": "application/manifest+json",
};

let site;
let starting;

/** Serves the page for all that `open` opens; where tests run this is done for them, and where none do perhaps as well. */
export async function startSite() {
  starting ??= serve();
  site = await starting;
}

export async function stopSite() {
  await (await starting)?.close();
}

before(startSite);

after(async () => {
  await closeBrowsers();
  await stopSite();
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
      // With no body, Chromium shows a page of its own.
      response.writeHead(404).end("Not found");
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

const USUAL = { width: 1280, height: 800, scale: 1, scheme: "light", touch: false, forcedColors: false, reducedMotion: false };

/** Opens the page as a new visitor, whose window and system are as `options` say; `prepare` comes before the page does. */
export async function open(t, { address = site.address, prepare, early = false, ...options } = {}) {
  const downloads = await mkdtemp(join(tmpdir(), "xtension-checker-"));
  const { page, context } = await newPage({ ...USUAL, ...options }, { origin: new URL(address).origin, downloads });
  const complaints = [];
  const requests = [];
  page.on("console", (message) => complaints.push(message.text()));
  page.on("pageerror", (error) => complaints.push(String(error)));
  page.on("request", (request) => requests.push(request.url()));
  t.after(async () => {
    await context.close();
    await rm(downloads, { recursive: true, force: true });
  });
  await prepare?.(page);
  await page.goto(address);
  const visit = new Visit(page, { complaints, requests, downloads });
  // What a person clicks before the editor is there goes away with the page that the editor replaces.
  if (!early) await visit.find(".cm-content");
  return visit;
}

/** A person in front of the page. */
class Visit {
  constructor(page, { complaints, requests, downloads }) {
    this.page = page;
    this.complaints = complaints;
    this.requests = requests;
    this.downloads = downloads;
  }

  /** The page in another tab of the same browser; `prepare` comes before the page does. */
  async inAnotherTab(prepare) {
    const { page, complaints, requests, downloads } = this;
    const other = await page.browserContext().newPage();
    await other.setViewport(page.viewport());
    await prepare?.(other);
    await other.goto(page.url());
    const visit = new Visit(other, { complaints, requests, downloads });
    await visit.find(".cm-content");
    return visit;
  }

  /** The visible element that `selector` finds, in the editor's shadow root as well. */
  find(selector) {
    return this.page.waitForSelector(`>>> ${selector}`, { visible: true, timeout: 15_000 });
  }

  /** Clicks what `selector` finds, once it has come to rest: a person's hand waits for that too. */
  async click(selector) {
    for (let tries = 0; ; tries += 1) {
      try {
        return await clickAtRest(await this.find(selector));
      } catch (error) {
        // The page has put another one in its place.
        if (tries === 3 || !/detached/.test(error.message)) throw error;
      }
    }
  }

  /** Clicks the button that is called `name`. */
  async press(name) {
    if (!IS_FIREFOX) return this.click(`::-p-aria([name="${name}"][role="button"])`);
    // Firefox works out the name of everything on the page, each time it is asked: half a minute where it is busy.
    const button = await this.page.waitForFunction(
      (name) => {
        const isCalled = (button) => (button.getAttribute("aria-label") ?? button.textContent.trim()) === name;
        return [...document.querySelectorAll("button")].find((button) => button.checkVisibility() && isCalled(button));
      },
      { timeout: 15_000 },
      name,
    );
    return clickAtRest(button);
  }

  async keys(...keys) {
    for (const combination of keys) {
      const held = combination.split("+");
      const key = held.pop();
      for (const modifier of held) await this.page.keyboard.down(modifier);
      // Firefox knows the key by its character alone.
      await this.page.keyboard.press(key === "Space" ? " " : key);
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
    return this.taken(() => this.press("Copy"));
  }

  /** What `action` leaves in the clipboard: the notice alone may be that of an earlier one. */
  async taken(action) {
    await this.page.evaluate(() => navigator.clipboard.writeText(""));
    await action();
    const taken = await this.page.waitForFunction(async () => await navigator.clipboard.readText());
    return taken.jsonValue();
  }

  async sample(title) {
    await this.click(`.sample ::-p-text(${title})`);
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

  /** Waits until what has the keyboard is called so: focus follows what is drawn. */
  async untilFocused(name) {
    for (let tries = 0; tries < 100 && !name.test(await this.focused()); tries += 1) await wait(50);
    assert.match(await this.focused(), name);
  }

  /** Makes the best fix of the current problem, by keys. */
  async firstFix() {
    await this.keys("Control+.");
    await this.untilFocused(/\bfix\b/);
    await this.keys("Enter");
  }

  async openFile(...paths) {
    const [chooser] = await Promise.all([this.page.waitForFileChooser(), this.press("Open")]);
    await chooser.accept(paths);
  }

  /** Drops files of these paths on the page. */
  async drop(...paths) {
    if (IS_FIREFOX) {
      const files = await Promise.all(paths.map(async (path) => [basename(path), (await readFile(path)).toString("base64")]));
      await this.page.evaluate(dropFiles, files);
      return;
    }
    const client = await this.page.createCDPSession();
    const data = { items: [], files: paths, dragOperationsMask: 1 };
    for (const type of ["dragEnter", "dragOver", "drop"]) {
      await client.send("Input.dispatchDragEvent", { type, x: 300, y: 400, data });
    }
  }

  /** Downloads the file and gives its bytes. */
  async download(name) {
    await this.press("Download");
    return this.downloaded(name);
  }

  /** The bytes of the file that the page hands out as `name`. */
  async downloaded(name) {
    const path = join(this.downloads, name);
    // Firefox makes an empty file of the name first.
    const isThere = () => statSync(path, { throwIfNoEntry: false })?.size > 0 && !existsSync(`${path}.part`);
    for (let tries = 0; tries < 100 && !isThere(); tries += 1) await wait(50);
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

/** Clicks `element` when it has stood in one place for some frames, and nothing stands over it. */
export async function clickAtRest(element) {
  await element.evaluate(async (element) => {
    // A tooltip gets its parts one after the other.
    const enough = element.closest(".cm-tooltip") ? 40 : 5;
    const { left, top, width, height } = element.getBoundingClientRect();
    const seen = element.getRootNode().elementFromPoint(left + width / 2, top + height / 2);
    if (!element.contains(seen)) element.scrollIntoView({ block: "center" });
    for (let still = 0, last; still < enough; ) {
      await new Promise(requestAnimationFrame);
      const { left, top, width, height } = element.getBoundingClientRect();
      const place = [left, top, width, height].join();
      still = place === last ? still + 1 : 0;
      last = place;
    }
  });
  await element.click();
}

/** Runs in the page: what a browser does where it cannot be asked to drop files itself. */
function dropFiles(files) {
  const dataTransfer = new DataTransfer();
  for (const [name, base64] of files) {
    dataTransfer.items.add(new File([Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))], name));
  }
  const target = document.elementFromPoint(300, 400);
  for (const type of ["dragenter", "dragover", "drop"]) {
    target.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true, composed: true }));
  }
}
