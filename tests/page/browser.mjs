// The browser that the tests of the page drive: Chromium, or Firefox where BROWSER says so.

import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

const fromPage = createRequire(new URL("../../www/package.json", import.meta.url));
const { default: puppeteer } = await import(pathToFileURL(fromPage.resolve("puppeteer-core")).href);

/** "chrome" or "firefox". */
export const BROWSER = process.env.BROWSER ?? "chrome";
export const IS_FIREFOX = BROWSER === "firefox";

const CHROMIUM = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
];
const FIREFOX = [
  "/usr/bin/firefox-esr",
  "/usr/bin/firefox",
  "/Applications/Firefox.app/Contents/MacOS/firefox",
  "C:\\Program Files\\Mozilla Firefox\\firefox.exe",
];
/** What keeps it quiet and alive in a container, for the tests of the wasm as well. */
const FLAGS = readFileSync(new URL("chromium-flags.txt", import.meta.url), "utf8").trim().split("\n");

/** What stands in for the emulation that Firefox cannot be asked for: the settings of a person's system. */
function preferencesFor({ scheme, touch, forcedColors, reducedMotion }) {
  return {
    "layout.css.prefers-color-scheme.content-override": scheme === "dark" ? 0 : 1,
    "ui.prefersReducedMotion": reducedMotion ? 1 : 0,
    // Else a page may read the clipboard only after a person has agreed.
    "dom.events.testing.asyncClipboard": true,
    // It takes the keyboard from the page.
    "browser.download.alwaysOpenPanel": false,
    ...(touch ? { "ui.primaryPointerCapabilities": 1, "ui.allPointerCapabilities": 1 } : {}),
    ...(forcedColors ? { "ui.useAccessibilityTheme": 1, "browser.display.document_color_use": 2 } : {}),
  };
}

const started = new Map();

function start(key, preferences) {
  const [variable, places] = IS_FIREFOX ? ["FIREFOX_PATH", FIREFOX] : ["BROWSER_PATH", CHROMIUM];
  const executablePath = process.env[variable] ?? places.find(existsSync);
  assert.ok(executablePath, `no ${BROWSER} found: install it, or name it in ${variable}`);
  const options = IS_FIREFOX ? { browser: "firefox", extraPrefsFirefox: preferences } : { args: FLAGS };
  const browser = puppeteer.launch({ executablePath, headless: true, ...options });
  started.set(key, browser);
  return browser;
}

/** A page of a new visitor, whose system is as `surroundings` say, and its context, to close. */
export async function newPage(surroundings, { origin, downloads }) {
  const { width, height, scale, touch, scheme, forcedColors, reducedMotion } = surroundings;
  const preferences = IS_FIREFOX ? preferencesFor(surroundings) : {};
  const key = JSON.stringify(preferences);
  const browser = await (started.get(key) ?? start(key, preferences));
  const context = await browser.createBrowserContext({ downloadBehavior: { policy: "allow", downloadPath: downloads } });
  const page = await context.newPage();
  await page.setViewport({ width, height, deviceScaleFactor: scale, ...(IS_FIREFOX ? {} : { isMobile: touch, hasTouch: touch }) });
  if (!IS_FIREFOX) {
    const features = [
      { name: "prefers-color-scheme", value: scheme },
      { name: "prefers-reduced-motion", value: reducedMotion ? "reduce" : "no-preference" },
      { name: "forced-colors", value: forcedColors ? "active" : "none" },
    ];
    // Puppeteer's own emulation does not know of forced colours.
    const session = await page.createCDPSession();
    // A page from disk has no origin that could be named.
    const permissions = ["clipboardReadWrite", "clipboardSanitizedWrite"];
    await session.send("Browser.grantPermissions", { permissions, browserContextId: context.id, ...(origin === "null" ? {} : { origin }) });
    await session.send("Emulation.setEmulatedMedia", { features });
  }
  return { page, context };
}

export async function closeBrowsers() {
  for (const browser of started.values()) await (await browser).close();
  started.clear();
}
