// What the editor knows of the text: where the cursor is, what could be written there, where names lead.

import { test } from "node:test";
import assert from "node:assert/strict";
import { open, sample } from "./support.mjs";

const thread = sample("forum-thread");
const correct = sample("correct");

/** Opens the page with `text` in the editor, and waits for what comes later. */
async function openWith(t, text, options) {
  const visit = await open(t, options);
  await visit.paste(text);
  await visit.page.waitForFunction(() => document.querySelector(".crumb, .crumb-none"), { timeout: 15_000 });
  return visit;
}

/** Puts the cursor behind the first place that says `words`, by the search. */
async function goBehind(visit, words) {
  await visit.click(".cm-content");
  await visit.keys("Control+Home", "Control+f");
  await visit.find(".cm-search");
  await visit.page.keyboard.type(words);
  await visit.keys("Enter");
  await visit.find(".cm-searchMatch-selected");
  await visit.keys("Escape", "ArrowRight");
}

/** The keys in the bar above the editor. */
const crumbs = (page) => page.$$eval(".crumb", (crumbs) => crumbs.map((crumb) => crumb.textContent).join(" › "));

async function untilCrumbs(visit, expected) {
  const says = (expected) => [...document.querySelectorAll(".crumb")].map((crumb) => crumb.textContent).join(" › ") === expected;
  await visit.page.waitForFunction(says, { timeout: 15_000 }, expected).catch(async () => {
    assert.equal(await crumbs(visit.page), expected);
  });
}

/** Waits until a line of the editor is `expected`. */
async function untilLine(visit, expected) {
  for (let tries = 0; tries < 100; tries += 1) {
    if ((await visit.lines()).includes(expected)) return;
    await visit.page.evaluate(() => new Promise(requestAnimationFrame));
  }
  assert.fail(`${expected} is not among\n${(await visit.lines()).join("\n")}`);
}

const suggestions = (visit) => visit.page.$$eval(">>> .cm-completionLabel", (labels) => labels.map((label) => label.textContent));

/** Waits for the list of suggestions, and until it takes keys: for 75 ms it lets those be that were meant for the text. */
async function listOpens(visit) {
  await visit.find(".cm-tooltip-autocomplete li[aria-selected]");
  const hasStood = () => {
    const list = document.querySelector(".editor > div").shadowRoot.querySelector(".cm-tooltip-autocomplete");
    if (list !== window.standing?.list) window.standing = { list, since: performance.now() };
    return list !== null && performance.now() - window.standing.since > 75;
  };
  await visit.page.waitForFunction(hasStood, { polling: "raf" });
}

/** The middle of the first place in sight that says `words`. */
async function placeOf(visit, words) {
  const content = await visit.find(".cm-content");
  return content.evaluate((content, words) => {
    const walker = document.createTreeWalker(content, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const start = walker.currentNode.data.indexOf(words);
      if (start < 0) continue;
      const range = document.createRange();
      range.setStart(walker.currentNode, start);
      range.setEnd(walker.currentNode, start + words.length);
      const { left, right, top, bottom } = range.getBoundingClientRect();
      return { x: (left + right) / 2, y: (top + bottom) / 2 };
    }
    throw new Error(`${words} is not in sight`);
  }, words);
}

test("the bar above the editor follows the cursor, and its keys lead to their places", async (t) => {
  const visit = await openWith(t, thread);
  await goBehind(visit, '"flow": "appli');
  await untilCrumbs(visit, "securityDefinitions › SigningOAuth › flow");
  await visit.click(".crumb::-p-text(SigningOAuth)");
  await untilCrumbs(visit, "securityDefinitions › SigningOAuth");
  await visit.untilFocused(/cm-content/);
  await visit.page.focus(".crumb[aria-current]");
  await visit.keys("ArrowLeft", "Enter");
  await untilCrumbs(visit, "securityDefinitions");
  await visit.keys("Alt+ArrowLeft");
  await goBehind(visit, '"client_id"');
  await untilCrumbs(visit, "paths › /v4/authenticate › post › parameters › client_id › name");
  visit.isClean();
});

test("the bar knows the way in a broken text", async (t) => {
  const visit = await openWith(t, '{ "info": {\n  "title": "A\n');
  await goBehind(visit, '"title": "');
  await untilCrumbs(visit, "info › title");
  visit.isClean();
});

test("a key without a character is seen in the bar", async (t) => {
  const visit = await openWith(t, '{ "paths": { "": { "get": 1 } } }');
  await goBehind(visit, '"get": ');
  await untilCrumbs(visit, 'paths › "" › get');
});

test("the outline has everything with its problems, follows the cursor and leads there", async (t) => {
  const visit = await openWith(t, thread);
  await visit.click("#tab-outline");
  await visit.page.waitForSelector(".entry");
  const names = await visit.page.$$eval(".entry-name", (names) => names.map((name) => name.textContent));
  assert.deepEqual(names, ["Step 1 Get a client token", "Step 2 Get a scope token", "Step 3 Create a package", "AccessToken", "Package", "SigningOAuth"]);
  const badges = await visit.page.$$eval(".entry-badge .visually-hidden", (badges) => badges.map((badge) => badge.textContent));
  assert.deepEqual(badges, ["1 warning", "1 error", "1 hint"]);
  await goBehind(visit, '"operationId": "getScopeToken"');
  await visit.page.waitForSelector(".entry.is-current ::-p-text(Step 2)");

  await visit.page.type(".filter-text", "packag post");
  await visit.page.waitForFunction(() => document.querySelectorAll(".entry").length === 1);
  await visit.keys("Control+a", "Delete");
  await visit.press("With problems");
  await visit.page.waitForFunction(() => document.querySelectorAll(".entry").length < 6);
  assert.deepEqual(await visit.violations(), []);
  await visit.press("With problems");

  await visit.page.focus(".entry.is-current");
  await visit.keys("ArrowDown", "ArrowDown", "Enter");
  await untilCrumbs(visit, "definitions › AccessToken");
  await visit.untilFocused(/cm-content/);
  await visit.click(".entry::-p-text(SigningOAuth)");
  await untilCrumbs(visit, "securityDefinitions › SigningOAuth");
  visit.isClean();
});

test("keys are offered while they are typed, and fit in with quotes, colon and comma", async (t) => {
  const visit = await openWith(t, '{\n  "swagger": "2.0",\n  "info": {\n    "title": "A"\n  }\n}');
  await goBehind(visit, '"A"');
  await visit.keys("Enter");
  await visit.page.keyboard.type('"ver');
  await listOpens(visit);
  assert.deepEqual(await suggestions(visit), ["version"]);
  await visit.keys("Enter");
  await untilLine(visit, '    "version": "1.0.0"');
  await untilLine(visit, '    "title": "A",');
  await visit.page.keyboard.type("2");
  await untilLine(visit, '    "version": "2"');
  visit.isClean();
});

test("a comma and a quote that are there already are typed over", async (t) => {
  const visit = await openWith(t, '{\n  "swagger": "2.0",\n  "info": {\n\n    "title": "A"\n  }\n}');
  await goBehind(visit, '"info": {');
  await visit.keys("ArrowDown");
  await visit.page.keyboard.type('"ver');
  await listOpens(visit);
  await visit.keys("Enter");
  await untilLine(visit, '"version": "1.0.0",');
  await visit.page.keyboard.type('2",');
  await untilLine(visit, '"version": "2",');
  await visit.page.keyboard.type(",");
  await untilLine(visit, '"version": "2",,');
  visit.isClean();
});

test("brackets come in pairs, but for whoever mends them", async (t) => {
  const visit = await openWith(t, '{\n  "info": {},\n  \n}');
  await goBehind(visit, "{},");
  await visit.keys("ArrowDown", "End");
  await visit.page.keyboard.type('"paths": {');
  await untilLine(visit, '  "paths": {}');
  await visit.keys("Enter");
  await untilLine(visit, '  "paths": {');
  await untilLine(visit, "  }");
  await visit.paste('{\n  "info": \n    "title": "A"\n  }\n}');
  await visit.checked();
  await goBehind(visit, '"info":');
  await visit.page.keyboard.type(" {");
  await untilLine(visit, '  "info": { ');
  visit.isClean();
});

test("values and names are offered, also when they are asked for", async (t) => {
  const visit = await openWith(t, thread);
  await goBehind(visit, '"in": "form');
  await visit.keys("Control+Space");
  await listOpens(visit);
  assert.deepEqual(await suggestions(visit), ["formData"]);
  await visit.keys("Escape");
  await visit.page.waitForFunction(() => !document.querySelector(".editor > div").shadowRoot.querySelector(".cm-tooltip-autocomplete"));

  await goBehind(visit, '"#/definitions/');
  await visit.keys("Control+Space");
  await listOpens(visit);
  assert.deepEqual(await suggestions(visit), ["#/definitions/AccessToken", "#/definitions/Package"]);
  await visit.keys("ArrowDown", "Enter");
  await untilLine(visit, '              "$ref": "#/definitions/Package"');
  visit.isClean();
});

test("a text that is no JSON yet gets suggestions, too", async (t) => {
  const visit = await openWith(t, '{\n  "paths": {\n    "/a": {\n      "get": {\n');
  await visit.keys("Control+End");
  await visit.page.keyboard.type('        "x-ntx-vis');
  await listOpens(visit);
  assert.deepEqual(await suggestions(visit), ["x-ntx-visibility"]);
  await visit.keys("Enter");
  await untilLine(visit, '        "x-ntx-visibility": "internal"');
  visit.isClean();
});

test("where the pointer rests, a key is explained, in one box with the problem there", async (t) => {
  const visit = await openWith(t, thread);
  await goBehind(visit, '"flow": "app');
  const flow = await placeOf(visit, '"flow"');
  await visit.page.mouse.move(flow.x, flow.y);
  assert.equal(await visit.textOf(".help-name"), "flow");
  assert.match(await visit.textOf(".help-values"), /accessCode.*application/);
  await visit.page.mouse.move(5, 5);

  await goBehind(visit, '"name": "Authorization');
  const name = await placeOf(visit, '"Authorization"');
  await visit.page.mouse.move(name.x, name.y);
  await visit.find(".help-box");
  await visit.find(".problem-tooltip");
  assert.equal((await visit.page.$$(">>> .cm-tooltip-hover")).length, 1);
  assert.deepEqual(await visit.violations(), []);
  visit.isClean();
});

test("F12 and Control with a click go to the definition, Alt+Left goes back", async (t) => {
  const visit = await openWith(t, thread);
  await goBehind(visit, '"$ref": "#/def');
  const place = await visit.textOf(".position");
  await visit.keys("F12");
  await untilCrumbs(visit, "definitions › AccessToken");
  await visit.keys("Alt+ArrowLeft");
  await visit.until(place, ".status");

  const reference = await placeOf(visit, "#/definitions");
  await visit.page.keyboard.down("Control");
  await visit.page.mouse.move(reference.x, reference.y);
  await visit.find(".definition-link");
  await visit.page.mouse.click(reference.x, reference.y);
  await visit.page.keyboard.up("Control");
  await untilCrumbs(visit, "definitions › AccessToken");
  await visit.press("Back to where you came from");
  await visit.until(place, ".status");

  await visit.keys("Control+Home", "F12");
  await visit.until("Nothing is defined", ".notice");
  visit.isClean();
});

test("objects fold and unfold by mouse, keys and menu", async (t) => {
  const visit = await openWith(t, correct);
  await goBehind(visit, '"info"');
  await visit.keys("Control+Shift+{");
  assert.match(await visit.textOf(".cm-foldPlaceholder"), /… \d+ lines/);
  await visit.click(".cm-foldPlaceholder");
  await visit.page.waitForFunction(() => !document.querySelector(".editor > div").shadowRoot.querySelector(".cm-foldPlaceholder"));
  await visit.click(".cm-gutterElement:not([style*=hidden]) > .fold-marker");
  await visit.page.waitForFunction(() => document.querySelector(".editor > div").shadowRoot.querySelectorAll(".cm-line").length < 3);
  await visit.press("More commands");
  await visit.click(".menu-item::-p-text(Unfold all)");
  await visit.page.waitForFunction(() => document.querySelector(".editor > div").shadowRoot.querySelectorAll(".cm-line").length > 20);
  visit.isClean();
});

test("the keys around what is in sight stay in sight, and lead there", async (t) => {
  const visit = await openWith(t, thread, { height: 600 });
  await goBehind(visit, '"operationId": "createPackage"');
  await visit.page.$eval(">>> .cm-scroller", (scroller) => scroller.scrollBy(0, 300));
  await visit.find('.sticky-line:nth-child(2)[title="Go to line 123"]');
  const texts = await visit.page.$$eval(">>> .sticky-text", (lines) => lines.map((line) => line.textContent.trim()));
  assert.deepEqual(texts.slice(0, 2), ['"paths": {', '"/v4/packages": {']);
  await visit.click(".sticky-line:nth-child(2)");
  await untilCrumbs(visit, "paths › /v4/packages");
  visit.isClean();
});

test("characters that nobody sees have a sign with their name", async (t) => {
  const visit = await openWith(t, '{\n  "swagger":\u00a0"2.0",\n  "a\u200b": "\u202eb\u2066",\n  "c": "d\te",\n\t"f":\t"👩\u200d🚀"\n}\ufeff');
  await visit.find(".invisible");
  const signs = await visit.page.$$eval(">>> .invisible", (signs) => signs.map(({ textContent, title }) => `${textContent}: ${title}`));
  assert.deepEqual(signs, [
    "NBSP: No-break space (U+00A0)",
    "ZWSP: Zero-width space (U+200B)",
    "RLO: Right-to-left override (U+202E)",
    "LRI: Left-to-right isolate (U+2066)",
    "BOM: Byte order mark (U+FEFF)",
  ]);
  assert.equal((await visit.page.$$(">>> .tab-in-string")).length, 1);
  assert.deepEqual(await visit.violations(), []);
  visit.isClean();
});

test("a document is formatted as one step, and the cursor stays where it is", async (t) => {
  const dense = JSON.stringify(JSON.parse(correct));
  const visit = await openWith(t, dense);
  await goBehind(visit, '"operationId":"');
  await visit.keys("Shift+Alt+F");
  await visit.until("Formatted", ".notice");
  assert.equal(await visit.copied(), JSON.stringify(JSON.parse(correct), undefined, 2).replaceAll(/\[\s+("[^\]{}]*")\s+\]/g, (_, items) => `[${items.replaceAll(/\s*\n\s*/g, " ")}]`));
  await visit.click(".cm-content");
  await visit.keys("Control+z");
  assert.equal(await visit.copied(), dense);
  visit.isClean();
});

test("the cursor stays behind the same letter", async (t) => {
  const visit = await openWith(t, '{"swagger":"2.0","info":{"title":"A b"}}');
  await goBehind(visit, '"A');
  await visit.keys("Shift+Alt+F");
  await visit.until("Formatted", ".notice");
  await visit.page.keyboard.type("!");
  await untilLine(visit, '    "title": "A! b"');
  visit.isClean();
});

test("keys are known by their place where a layout has other characters on them", async (t) => {
  const visit = await openWith(t, '{"swagger":"2.0","info":{"title":"A b"}}');
  const press = (key, code, held) =>
    visit.page.evaluate((event) => document.body.dispatchEvent(new KeyboardEvent("keydown", { ...event, bubbles: true })), { key, code, ...held });
  await press("Ï", "KeyF", { shiftKey: true, altKey: true });
  await visit.until("Formatted", ".notice");
  await press("ы", "KeyS", { ctrlKey: true });
  await visit.until("Downloaded", ".notice");
  visit.isClean();
});

test("what is no JSON is not formatted, and that is said", async (t) => {
  const visit = await openWith(t, '{"a":1,}');
  await visit.press("More commands");
  await visit.click(".menu-item::-p-text(Format the document)");
  await visit.until("Only sound JSON", ".notice");
  assert.equal(await visit.copied(), '{"a":1,}');
  visit.isClean();
});
