// Whatever stands in a file or in its name is text: nothing of it runs, leads away, hides, turns words around or moves the page.

import { test } from "node:test";
import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { mkdir, readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { PAYLOADS, xtension } from "./hostile.mjs";
import { open, serve } from "./support.mjs";

const { unzipSync, zipSync } = createRequire(new URL("../../www/package.json", import.meta.url))("fflate");

const TEXTS = PAYLOADS.map(([, text]) => text);
const SOUND = JSON.stringify(xtension(TEXTS), null, 2);
/** With what is written as an escape above as the character itself, which no JSON allows. */
const BROKEN = TEXTS.map((text) => `{ "a": "${text}", ${text}: '${text}' }`)
  .join("\n")
  .toWellFormed();
const WIDTHS = [1280, 360];

/** Opens the page as `openPage` does, with `text` in it from the visit before. */
async function openWith(t, text, { isChecked = () => document.querySelector(".verdict:not(.is-partial)"), ...options } = {}) {
  const visit = await open(t, {
    ...options,
    prepare: async (page) => {
      page.on("dialog", (dialog) => assert.fail(`a dialog: ${dialog.message()}`));
      await page.evaluateOnNewDocument(watch, JSON.stringify({ name: "spec", lineEnd: "\n", text }));
    },
  });
  await visit.page.waitForFunction(isChecked, { timeout: 30_000 });
  return visit;
}

/** Runs in the page before the page does. */
function watch(stored) {
  if (!localStorage.getItem("xtension-checker.document")) localStorage.setItem("xtension-checker.document", stored);
  globalThis.refused = [];
  addEventListener("securitypolicyviolation", ({ effectiveDirective, sample }) => refused.push(`${effectiveDirective} ${sample}`));
  globalThis.members = Object.getOwnPropertyNames(Object.prototype).length;
}

/** What in the page is more than text, in words. Runs in the page. */
function more() {
  const found = [];
  if ("ran" in globalThis) found.push("a script ran");
  if (refused.length > 0) found.push(`the policy had to refuse: ${refused}`);
  if (Object.getOwnPropertyNames(Object.prototype).length !== members) found.push("all objects have another member");
  const unseen = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufff9-\ufffb\u{e0000}-\u{e007f}]/u;
  const own = /^(script|style|link|meta|title|head|html|body)$/;
  const roots = [document];
  for (const root of roots) {
    for (const element of root.querySelectorAll("*")) {
      if (element.shadowRoot) roots.push(element.shadowRoot);
      if (element.closest("head") && own.test(element.localName)) continue;
      // CodeMirror has an empty image beside each sign.
      if (element.matches("img.cm-widgetBuffer")) continue;
      if (/^(img|iframe|frame|object|embed|video|audio|form|base|link|meta|script|style|template)$/.test(element.localName)) found.push(`an element: ${element.outerHTML.slice(0, 200)}`);
      for (const { name, value } of element.attributes) {
        if (/^(on|srcdoc|src$|action$|formaction$|style$)/.test(name) && !element.closest(".cm-editor, .splitter, svg")) {
          if (name !== "style") found.push(`an attribute: ${name} of ${element.localName}`);
        }
        if (unseen.test(value)) found.push(`what nobody sees in ${name}: ${JSON.stringify(value.slice(0, 80))}`);
      }
      if (element.localName === "a" && element.hasAttribute("href")) {
        const { href, target, rel } = element;
        const leadsAway = !element.getAttribute("href").startsWith("#");
        if (leadsAway && !(href.startsWith("https://") && target === "_blank" && rel.includes("noreferrer") && rel.includes("noopener"))) found.push(`a link: ${element.outerHTML.slice(0, 200)}`);
      }
    }
    const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    // CodeMirror marks places without any text by characters without width.
    for (let text = texts.nextNode(); text; text = texts.nextNode()) {
      const isMark = text.data === "\u200b" || text.data === "\ufeff";
      if (!isMark && unseen.test(text.data) && !text.parentElement?.closest("head")) found.push(`what nobody sees: ${JSON.stringify(text.data.slice(0, 80))}`);
    }
  }
  for (const part of [document.documentElement, document.querySelector(".view"), document.querySelector("dialog[open]")]) {
    if (part && part.scrollWidth > part.clientWidth + 1) {
      const edge = part.getBoundingClientRect().right;
      const isCut = (inner) => {
        for (let outer = inner.parentElement; outer && outer !== part; outer = outer.parentElement) if (getComputedStyle(outer).overflowX !== "visible") return true;
        return false;
      };
      const wide = [...part.querySelectorAll("*")].filter((inner) => inner.getBoundingClientRect().right > edge + 1 && !isCut(inner));
      found.push(`${part.localName}.${part.className} is wider than it shows, by ${wide.slice(0, 3).map((inner) => inner.outerHTML.slice(0, 300))}`);
    }
  }
  return [...new Set(found)].slice(0, 10);
}

/** Sees that the page is no more than text, at each width. */
async function assertText(visit, where, widths = WIDTHS) {
  for (const width of widths) {
    await visit.resize(width, 800);
    assert.deepEqual(await visit.page.evaluate(more), [], `${where}, ${width} px`);
  }
  assert.deepEqual(visit.complaints, [], where);
}

/** Does in the page what a person does with all that `selector` finds, one after another, and looks each time. */
async function each(visit, selector, most = 200) {
  await visit.page.evaluate(`globalThis.more = ${more}`);
  const found = await visit.page.evaluate(
    async (selector, most) => {
      const count = Math.min(document.querySelectorAll(selector).length, most);
      const found = new Set(count === 0 ? ["there is none"] : []);
      for (let at = 0; at < count; at += 1) {
        document.querySelectorAll(selector)[at]?.click();
        for (let frame = 0; frame < 2; frame += 1) await new Promise(requestAnimationFrame);
        for (const details of document.querySelectorAll(".view details:not([open])")) details.open = true;
        for (const one of globalThis.more()) found.add(one);
      }
      return [...found].slice(0, 10);
    },
    selector,
    most,
  );
  assert.deepEqual(found, [], selector);
}

test("in the problems of a file", async (t) => {
  const visit = await openWith(t, SOUND);
  await (await visit.find(".cm-lintRange")).hover();
  await visit.find(".cm-tooltip");
  await assertText(visit, "the tooltip", [1280]);
  await assertText(visit, "problems");
  await visit.page.$$eval(".group-head[aria-expanded=false]", (heads) => heads.forEach((head) => head.click()));
  await visit.resize(1280, 800);
  await each(visit, ".problem-head:not(.group-head)");
  await assertText(visit, "an open problem");
  await visit.page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  await assertText(visit, "the page on paper", [1280]);
});

test("in the problems of a text that is no JSON", async (t) => {
  const visit = await openWith(t, BROKEN);
  await assertText(visit, "problems");
  await visit.page.$$eval(".group-head[aria-expanded=false]", (heads) => heads.forEach((head) => head.click()));
  await visit.resize(1280, 800);
  await each(visit, ".problem-head:not(.group-head)", 100);
  await visit.click("#tab-nintex");
  await visit.find(".nintex, .nothing");
  await assertText(visit, "what Nintex will show of it");
});

test("in what Nintex will show", async (t) => {
  const visit = await openWith(t, SOUND);
  await visit.click("#tab-nintex");
  await visit.click("#moment-import");
  await assertText(visit, "the import");
  await visit.resize(1280, 800);
  await visit.click("#moment-connection");
  await assertText(visit, "the connection");
  await visit.resize(1280, 800);
  await visit.click("#moment-actions");
  await visit.find(".action-head");
  await assertText(visit, "the actions");
  await visit.resize(360, 800);
  await each(visit, ".action-head");
  await visit.resize(1280, 800);
  await assertText(visit, "an action");
});

test("in the outline, the changes and all fixes at once", async (t) => {
  const visit = await openWith(t, SOUND);
  await visit.click("#tab-outline");
  await visit.find(".entry");
  await assertText(visit, "the outline");
  await visit.resize(1280, 800);
  await each(visit, ".entry", 60);
  await visit.click("#tab-problems");
  await visit.click(".fix-all");
  await visit.find("dialog .button.main:enabled");
  await assertText(visit, "all fixes");
  await visit.resize(1280, 800);
  await visit.click("dialog .button.main:enabled");
  await visit.until("Made");
  await assertText(visit, "what was fixed");
  await visit.resize(1280, 800);
  await visit.click("#tab-changes");
  await visit.find(".changes-head");
  await assertText(visit, "the changes");
});

test("words from right to left stay where they are in the text", async (t) => {
  const visit = await openWith(t, `{\n  "\u05e9\u05dc\u05d5\u05dd (1)": "\u0645\u0631\u062d\u0628\u0627 (2)!"\n}`);
  const left = async (selector) => (await visit.find(selector)).evaluate((element) => element.getBoundingClientRect().left);
  await visit.find(".cm-iso");
  assert.ok((await left(".tok-propertyName")) < (await left(".tok-string")));
});

test("in a message to explain", async (t) => {
  const visit = await openWith(t, SOUND);
  await visit.page.evaluate(() => (location.hash = "explain"));
  const box = await visit.find(".view textarea");
  for (const message of [TEXTS.join("\n"), `Structural error at paths.${TEXTS.join()}\nshould NOT have additional properties\nadditionalProperty: ${TEXTS.join()}`]) {
    await visit.page.evaluate((copied) => navigator.clipboard.writeText(copied), message.toWellFormed());
    await box.click();
    await visit.keys("Control+a", "Control+v");
    await visit.page.waitForFunction(() => document.querySelector(".answer-said")?.textContent);
    await assertText(visit, "the answer");
    await visit.resize(1280, 800);
  }
});

test("in what is ignored, and after a reload", async (t) => {
  const visit = await openWith(t, SOUND);
  await visit.keys("F8");
  await visit.click(".problem.is-current .ignore-choices .link");
  await visit.click(".ignored-head");
  await visit.find(".ignored-item");
  await assertText(visit, "what is ignored");
  await visit.page.reload();
  await visit.checked();
  await visit.find(".cm-content");
  await assertText(visit, "the page after a reload");
});

test("in the page before its editor is there", async (t) => {
  const never = new Promise(() => undefined);
  const site = await serve((path) => (path.startsWith("/part/main-") ? never : undefined));
  t.after(() => site.close());
  const visit = await openWith(t, SOUND, { address: site.address, early: true, isChecked: () => document.querySelector(".problem") });
  await assertText(visit, "the first answer");
});

test("in a report as a page", async (t) => {
  const visit = await openWith(t, SOUND);
  await visit.click(".report-button");
  await visit.find("dialog[open]");
  await assertText(visit, "the choice of a report");
  await visit.resize(1280, 800);
  await visit.click(".dialog-buttons .button.main");
  const report = await visit.downloaded("spec-report.html");
  const site = await serve((path) => (path === "/index.html" ? report : undefined));
  t.after(() => site.close());
  const reader = await open(t, { address: site.address, early: true, prepare: (page) => page.evaluateOnNewDocument(watch, "") });
  await reader.page.$$eval("main > *", (parts) => parts.length);
  for (const width of WIDTHS) {
    await reader.resize(width, 800);
    const found = await reader.page.evaluate(more);
    // A report has its source links as plain links, and no icon, which Firefox looks for.
    const isKnown = (one) => one.startsWith('a link: <a href="https://') || one === "the policy had to refuse: img-src ";
    assert.deepEqual(found.filter((one) => !isKnown(one)), [], `${width} px`);
  }
  // Firefox draws bullets with a font of its own, and looks for an icon.
  const isOfBrowser = (address) => address.startsWith("data:font/") || address === new URL("/favicon.ico", site.address).href;
  assert.deepEqual(reader.requests.filter((address) => address !== site.address && !isOfBrowser(address)), []);
});

test("in the names of files", async (t) => {
  const visit = await openWith(t, "{}");
  const names = TEXTS.map((text) => text.toWellFormed()).filter((text) => text.length < 500);
  for (const name of ["../a", "..\\b", "c/d", "<img src=x onerror=ran=1>", "\u202egnp.nosj", "=1+1", ""]) {
    const field = await visit.find(".file-name input");
    await field.evaluate((input, name) => {
      input.value = name;
      input.dispatchEvent(new Event("input", { bubbles: true }));
    }, name);
    await visit.click(".toolbar .button.main");
    await visit.until("Downloaded", ".notice");
    await assertText(visit, `the name ${name}`);
    await visit.resize(1280, 800);
  }
  for (const name of await readdir(visit.downloads)) assert.match(name, /^[^\u0000-\u001f<>:"/\\|?*\u202e]+$/);

  const archive = zipSync(Object.fromEntries(names.map((name, index) => [`${index}/${name}a.json`, Buffer.from(`{ "a": ${index} }`)])));
  const path = join(visit.downloads, "in", "all.zip");
  await mkdir(join(visit.downloads, "in"));
  await writeFile(path, archive);
  await visit.openFile(path);
  await visit.find(".file-head");
  await visit.page.waitForFunction(() => [...document.querySelectorAll(".file-head")].every((head) => !/not checked yet|checking/.test(head.textContent)));
  await assertText(visit, "the files");
  await visit.resize(1280, 800);
  await visit.press("Download .zip");
  const packed = unzipSync(await visit.downloaded("xtensions.zip"));
  const numbers = new Set(Object.values(packed).map((contents) => JSON.parse(Buffer.from(contents)).a));
  assert.deepEqual(names.filter((_, index) => !numbers.has(index)), []);
  for (const name of Object.keys(packed)) {
    assert.match(name, /^[^\u0000-\u001f<>:"\\|?*\u202a-\u202e\u2066-\u2069]+$/);
    for (const part of name.split("/")) assert.ok(part && !/^\.|^\s|[. ]$/.test(part), name);
  }
});
