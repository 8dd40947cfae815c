// What the page says that Nintex will show, and the ways between that and the text.

import { test } from "node:test";
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { open, sample } from "./support.mjs";

const fixture = (name) => readFileSync(new URL(`../xtensions/${name}.json`, import.meta.url), "utf8");

async function openPreview(t, text, options) {
  const visit = await open(t, options);
  await visit.paste(text);
  await visit.checked();
  await visit.click("#tab-nintex");
  await visit.find(".nintex");
  return visit;
}

const turnTo = (visit, moment) => visit.click(`#moment-${moment}`);

const textsOf = (visit, selector) => visit.page.$$eval(selector, (all) => all.map((one) => one.textContent.replaceAll(/\s+/g, " ").trim()));

/** Opens the action called `label`. */
async function openAction(visit, label) {
  await turnTo(visit, "actions");
  await visit.click(`.action-head::-p-text(${label})`);
  await visit.until(label, ".action.is-open .action-label");
}

/** Puts the cursor behind the first `words` of the text, by searching for them. */
async function goTo(visit, words) {
  await visit.click(".cm-content");
  await visit.keys("Control+Home", "Control+f");
  await visit.find(".cm-search input[name=search]");
  await visit.keys("Control+a");
  await visit.page.keyboard.type(words);
  await visit.keys("Enter", "Escape");
}

/** What is selected in the editor. */
const selected = (visit) =>
  visit.page.evaluate(() => {
    const root = [...document.querySelectorAll("*")].find((element) => element.shadowRoot)?.shadowRoot;
    return String(root?.getSelection?.() ?? getSelection());
  });

test("a sound Xtension is shown as a designer meets it: import, connection, actions", async (t) => {
  const visit = await openPreview(t, sample("correct"));
  await visit.until("Meeting Rooms", ".tile h3");
  await visit.until("Finds and books meeting rooms", ".tile");
  const steps = await textsOf(visit, ".step");
  assert.ok(steps.some((step) => /^Authentication ?OAuth 2.0: people sign in/.test(step)), steps.join("\n"));
  assert.ok(steps.some((step) => /^Security preset ?Generic OAuth 2 inferred/.test(step)), steps.join("\n"));
  assert.ok(steps.some((step) => /^Redirect URL ?https:\/\/us\.nintex\.io\/connection\/api\/Token/.test(step)), steps.join("\n"));

  await turnTo(visit, "connection");
  await visit.until("New connection: Meeting Rooms", ".moment");
  assert.deepEqual(await textsOf(visit, ".scopes li"), ["rooms.read", "rooms.book", "offline_access"]);

  await turnTo(visit, "actions");
  await visit.find(".action-head");
  assert.deepEqual(await textsOf(visit, ".action-label"), ["List rooms", "Book a room"]);
  await openAction(visit, "Book a room");
  assert.deepEqual(await textsOf(visit, ".action.is-open section:first-of-type .field-name"), [
    "Connection*, required",
    "End*, required",
    "Room*, required",
    "Start*, required",
  ]);
  assert.deepEqual(await textsOf(visit, ".outputs .field-head"), ["Store Booking idText"]);
  visit.isClean();
});

test("drop-down lists say what fills them, and lead there", async (t) => {
  const visit = await openPreview(t, fixture("list-relay"));
  await openAction(visit, "Create an item");
  const fields = await textsOf(visit, ".action.is-open .field");
  assert.ok(fields.some((field) => /^Item.*Its fields come from Get the columns of a list/.test(field)), fields.join("\n"));
  assert.ok(fields.some((field) => /^Site.*Drop-down list.*Filled by List sites \(shows title, sends url\)/.test(field)), fields.join("\n"));
  await visit.click(".action.is-open ::-p-text(List sites)");
  await visit.until("List sites", ".action.is-open .action-label");
  await visit.until("Not shown to designers.", ".action.is-open");
  assert.ok(await visit.page.$eval(".hidden-actions", (group) => group.open && group.contains(document.querySelector(".action.is-open"))));
  visit.isClean();
});

test("what the dialog of a connection asks for stands there with its help and pattern", async (t) => {
  const visit = await openPreview(t, fixture("signing"));
  await turnTo(visit, "connection");
  const [region] = await textsOf(visit, ".field");
  assert.match(region, /^Region\*, required.*Region of your Quillmark account.*Must match \^\(us\|eu\|au\)\$/);
  await turnTo(visit, "import");
  const [address] = await textsOf(visit, ".address");
  assert.match(address, /\{\{region\}\} is what people type under “Region”/);
});

test("the preview follows the cursor to the action and the field that it is in", async (t) => {
  const visit = await openPreview(t, sample("correct"));
  await goTo(visit, "Id of the room");
  await visit.until("Book a room", ".action.is-open .action-label");
  await visit.until("Room", ".field.is-lit .field-name");
  await goTo(visit, "Booking id");
  await visit.until("Booking id", ".outputs .field.is-lit");
  // A definition belongs to the action that uses it.
  await goTo(visit, '"seats"');
  await visit.until("List rooms", ".action.is-open .action-label");
  await visit.until("Seats", ".inner .is-lit");
  await goTo(visit, "authorizationUrl");
  await visit.until("New connection", ".moment");
  await goTo(visit, "Finds and books");
  await visit.find(".tile");
});

test("once told not to follow, it stays where it is", async (t) => {
  const visit = await openPreview(t, sample("correct"));
  await goTo(visit, "Id of the room");
  await visit.find(".field.is-lit");
  await visit.click(".follow");
  await goTo(visit, "authorizationUrl");
  assert.equal(await visit.textOf("[role=tab][aria-selected=true][id^=moment]"), "Actions 2");
  await visit.click(".follow");
  await visit.until("New connection", ".moment");
});

test("a click on a field, an action or a part of the connection shows its place", async (t) => {
  const visit = await openPreview(t, sample("correct"));
  await openAction(visit, "Book a room");
  await visit.until("Line 71,", ".status .position");
  await visit.click('.action.is-open .field-name::-p-text(Start)');
  await visit.until("Line 91,", ".status .position");
  await visit.untilFocused(/cm-content/);
  assert.equal(await selected(visit), '"start"');
  await turnTo(visit, "connection");
  await visit.click(".scopes .placed");
  await visit.until("Line 26,", ".status .position");
  await turnTo(visit, "import");
  await visit.click(".tile h3 .placed");
  await visit.until("Line 4,", ".status .position");
});

test("whoever opens an action by mouse stays in the list, and sees its fields", async (t) => {
  for (const size of [{}, { width: 360, height: 740 }]) {
    const visit = await openPreview(t, sample("correct"), size);
    await openAction(visit, "Book a room");
    await visit.untilFocused(/action-head/);
    assert.ok(await (await visit.find(".action.is-open .field-name")).isIntersectingViewport());
    await visit.keys("ArrowUp");
    await visit.untilFocused(/action-head/);
  }
});

test("with the keyboard, arrow keys walk through the actions, and Enter opens one without leaving the list", async (t) => {
  const visit = await openPreview(t, sample("correct"));
  await visit.page.focus("#moment-import");
  await visit.keys("ArrowRight", "ArrowRight");
  await visit.find(".action-head");
  assert.match(await visit.page.evaluate(() => document.activeElement.id), /moment-actions/);
  await visit.page.focus(".action-head[tabindex='0']");
  await visit.keys("ArrowDown", "Enter");
  await visit.until("Book a room", ".action.is-open .action-label");
  await visit.untilFocused(/action-head/);
  await visit.keys("Enter");
  await visit.page.waitForSelector(".action.is-open", { hidden: true });
  await visit.keys("Escape");
  await visit.untilFocused(/cm-content/);
});

test("it follows the text, also while that is broken", async (t) => {
  const visit = await openPreview(t, sample("correct"));
  await goTo(visit, "Book a room");
  await visit.until("Book a room", ".action.is-open .action-label");
  await visit.keys("ArrowRight");
  await visit.page.keyboard.type(" or a table");
  await visit.until("Book a room or a table", ".action.is-open .action-label");
  await visit.keys("End");
  await visit.page.keyboard.type(" }");
  await visit.until("The JSON has mistakes", ".standing");
  await visit.until("Book a room or a table", ".actions");
  await visit.keys("Backspace", "Backspace");
  await visit.page.waitForSelector(".standing", { hidden: true });
  await visit.until("Room", ".action.is-open .field:nth-child(3)");
});

test("problems are counted where they are, and lead to the list of problems", async (t) => {
  const visit = await openPreview(t, fixture("signing.broken"));
  await visit.until("Not ready to import", ".standing");
  await turnTo(visit, "actions");
  await visit.click('.badge[aria-label="1 problem in Upload a document"]');
  await visit.until("multipart/form-data", ".problem.is-current");
  await visit.click("#tab-nintex");
  await turnTo(visit, "connection");
  await visit.click('.badge[aria-label="1 problem in quillmark"]');
  await visit.until("required", ".problem.is-current");
});

test("what there is nothing of is said", async (t) => {
  const visit = await openPreview(t, "Dear reader, this is a letter.");
  await visit.until("Nintex would make nothing of this", ".view");
  await visit.click(".view .button::-p-text(See the problems)");
  await visit.find(".verdict.is-other");
  await visit.paste('{ "swagger": "2.0", "info": { "title": "Empty", "version": "1" }, "host": "a.example.com", "paths": {} }');
  await visit.click("#tab-nintex");
  await visit.until("Empty", ".tile");
  await turnTo(visit, "actions");
  await visit.until("No actions", ".moment");
  await turnTo(visit, "connection");
  await visit.until("No connection", ".moment");
  await visit.press("New");
  await visit.until("Nothing to show yet", ".view");
  visit.isClean();
});

test("a long list is filtered, and draws the panel of one action alone", async (t) => {
  const operation = (at) => ({ summary: `Get thing ${at}`, operationId: `getThing${at}`, responses: { 200: { description: "OK" } } });
  const all = Array.from({ length: 400 }, (_, at) => [`/things/${at}`, { get: operation(at) }]);
  const text = { swagger: "2.0", info: { title: "Long", version: "1" }, host: "a.example.com", paths: Object.fromEntries(all) };
  const visit = await openPreview(t, JSON.stringify(text, null, 1));
  await turnTo(visit, "actions");
  await visit.find(".action-head");
  assert.equal((await visit.page.$$(".action-head")).length, 400);
  await visit.click(".filter-text");
  await visit.page.keyboard.type("thing 39");
  await visit.until("14 of 400", ".filters");
  await visit.click(".action-head::-p-text(Get thing 399)");
  await visit.find(".action.is-open .card");
  assert.equal((await visit.page.$$(".action .card")).length, 1);
});

test("whoever has nothing left to fix is led to the preview", async (t) => {
  const visit = await open(t);
  await visit.paste(sample("correct"));
  await visit.until("It becomes “Meeting Rooms”, with 2 actions for workflows.");
  await visit.press("See what Nintex will show");
  await visit.find(".tile");
  visit.isClean();
});

for (const [width, height, scheme] of [
  [1280, 800, "light"],
  [1024, 768, "dark"],
  [360, 740, "light"],
]) {
  test(`everybody can use it on ${width} by ${height}, ${scheme}`, async (t) => {
    const visit = await openPreview(t, fixture("list-relay"), { width, height, scheme });
    for (const moment of ["import", "connection", "actions"]) {
      await turnTo(visit, moment);
      if (moment === "actions") await openAction(visit, "Create an item");
      assert.deepEqual(await visit.violations(), [], moment);
      assert.equal(await visit.scrollsSideways(), false);
    }
    visit.isClean();
  });
}
