// A message that somebody got: what it means, where it comes from, and how it goes away.

import { test } from "node:test";
import assert from "node:assert/strict";
import { open, sample } from "./support.mjs";

const DOUBLED = "header 'Authorization' does not support multiple values";
const KEY = "sk_live_9fK2mQ7vTz4LxW8bNc3RyH6pJd1s";

/** Pastes `message` into the box that has the keyboard. */
async function pasteMessage(visit, message) {
  await visit.find(".message-box");
  await visit.page.waitForFunction(() => document.activeElement?.matches(".message-box"));
  await visit.page.evaluate((copied) => navigator.clipboard.writeText(copied), message);
  await visit.keys("Control+a", "Control+v");
}

test("from the start, a message is explained without a file, and with one as soon as it is there", async (t) => {
  const visit = await open(t);
  await visit.click(".start ::-p-text(Nintex gave me an error)");
  await pasteMessage(visit, `Activity failed:\n {"message":"${DOUBLED}"}`);
  await visit.until("Paste your file to see where it comes from.", ".answer-said");
  await visit.until("The call carries the header twice", ".cause-meaning");
  await visit.until("remove the action and add it again", ".cause");
  assert.deepEqual(await visit.violations(), []);

  await visit.paste(sample("forum-thread"));
  await visit.until("1 problem in your file can cause it.", ".answer-said");
  await visit.until("asks for an Authorization header", ".cause .problem.is-current");
  assert.deepEqual(await visit.violations(), []);
  visit.isClean();
});

test("from the problems, it leads to the place and to the fixes, and the answer follows the file", async (t) => {
  const visit = await open(t);
  await visit.sample("Two Authorization headers");
  await visit.click(".verdict-ways [href=\"#explain\"]");
  await pasteMessage(visit, DOUBLED);
  await visit.click(".cause .problem-head");
  await visit.until("Line 135", ".position");
  await visit.click(".cause .fix");
  await visit.until("Done", ".notice");
  await visit.until("No problem in your file is known to cause it.", ".answer-said");
  assert.equal(await visit.page.$(".cause .problem"), null);
  assert.equal(await visit.focused(), "answer");
  await visit.click(".answer ::-p-text(problems in your file)");
  await visit.find(".view.is-problems .problem");
  visit.isClean();
});

test("where no rule finds fault, the places to look at are shown", async (t) => {
  const visit = await open(t);
  await visit.sample("Two Authorization headers");
  await visit.page.evaluate(() => (location.hash = "explain"));
  await pasteMessage(visit, "Not allowed to execute the request for non permitted hosts.");
  await visit.until("No problem in your file is known to cause it.", ".answer-said");
  await visit.click(".cause-places .link");
  await visit.until("Line 8", ".position");
  visit.isClean();
});

test("an unknown message shows known ones like it", async (t) => {
  const visit = await open(t);
  await visit.page.evaluate(() => (location.hash = "explain"));
  await pasteMessage(visit, "the header was painted");
  await visit.until("This message is not known.", ".answer-said");
  await visit.click(".answer .message-list .link");
  await visit.find(".cause");
  await visit.press("Clear");
  await visit.until("When an action runs", ".known-messages");
  await visit.click("::-p-text(When a connection is made or renewed)");
  await visit.click(".known-messages ::-p-text(Connection validation failed)");
  await visit.until("Nintex called the operation that tests a new connection", ".cause-meaning");
  await visit.click(".cause-rules summary");
  await visit.click(".cause-rules a");
  await visit.find(".rule-page h2");
  await visit.keys("Escape");
  await visit.find(".cause");
  visit.isClean();
});

test("a key in the message is shortened, and nothing of it is kept", async (t) => {
  const visit = await open(t);
  await visit.page.evaluate(() => (location.hash = "explain"));
  await pasteMessage(visit, `401 Unauthorized: the key ${KEY} was not accepted`);
  await visit.until("has been shortened", ".message-hint");
  await visit.find(".cause");
  assert.equal(await visit.page.$eval(".message-box", (box) => box.value), "401 Unauthorized: the key sk_l… was not accepted");
  const traces = await visit.page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }, location.href, history.state]));
  assert.ok(!traces.includes("accepted") && !traces.includes("sk_l"), traces);
});

test("a message that was pasted into the editor is explained, and is no file any more", async (t) => {
  const visit = await open(t);
  for (const message of [DOUBLED, `{ "message": "${DOUBLED}", "code": 500 }`]) {
    await visit.paste(message);
    await visit.until("This is an error message", ".verdict");
    await visit.press("Explain it");
    await visit.until("The call carries the header twice", ".cause-meaning");
    assert.equal(await visit.page.$eval(".message-box", (box) => box.value), message);
    await visit.untilFocused(/message-box/);
    await visit.click("#tab-problems");
    await visit.until("Check an Xtension");
  }
  await visit.paste('{ "swagger": "2.0", "info": {} }');
  await visit.checked();
  assert.equal(await visit.page.$(".stray"), null);
});

test("markup in a message stays text", async (t) => {
  const visit = await open(t);
  await visit.page.evaluate(() => (location.hash = "explain"));
  await pasteMessage(visit, `<img src=x onerror="window.ran = true"> ${DOUBLED}`);
  await visit.find(".cause");
  assert.equal(await visit.page.evaluate(() => window.ran), undefined);
  assert.equal(await visit.page.$("img"), null);
  visit.isClean();
});

test("360 pixels are enough for an answer", async (t) => {
  const visit = await open(t, { width: 360, height: 740, touch: true });
  await visit.sample("Two Authorization headers");
  await visit.page.evaluate(() => (location.hash = "explain"));
  await pasteMessage(visit, DOUBLED);
  await visit.find(".cause .fix");
  assert.equal(await visit.scrollsSideways(), false);
  assert.deepEqual(await visit.violations(), []);
});
