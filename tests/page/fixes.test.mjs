// What a fix changes is seen before it is made, and what comes after it.

import { test } from "node:test";
import assert from "node:assert/strict";
import { open, sample } from "./support.mjs";

const current = (visit) => visit.textOf(".problem.is-current .problem-message");

async function openWith(t, text, options) {
  const visit = await open(t, options);
  await visit.paste(text);
  await visit.checked();
  return visit;
}

/** What the preview of the fix at `index` of the current problem shows: its lines, each behind `-`, `+` or a space. */
async function preview(visit, index = 0) {
  await visit.find(`.problem.is-current .alternative:nth-child(${index + 1}) .preview-line`);
  return visit.page.$eval(`.problem.is-current .alternative:nth-child(${index + 1})`, (alternative) =>
    [...alternative.querySelectorAll(".preview-line")].map((line) => {
      const sign = line.classList.contains("is-gone") ? "-" : line.classList.contains("is-come") ? "+" : " ";
      return sign + line.lastElementChild.textContent;
    }),
  );
}

const boxes = (visit) =>
  visit.page.$$eval(".problem.is-current .alternative-card", (cards) => cards.map((card) => card.getBoundingClientRect().toJSON()));

test("each fix shows the lines that go and those that come", async (t) => {
  const visit = await openWith(t, sample("forum-thread"));
  const lines = await preview(visit);
  assert.deepEqual(lines.slice(2, 8), ['-"security": [', "-  {", '-    "SigningOAuth": []', "-  }", "-],", '+"security": [],']);
  assert.match(lines[1], /^ "operationId"/);
  assert.equal(lines[8], ' "parameters": [');
  assert.ok((await preview(visit, 1)).includes('-    "name": "Authorization",'));
  visit.isClean();
});

test("a long preview is shortened, and shown whole on request", async (t) => {
  const visit = await openWith(t, sample("forum-thread"));
  const short = await preview(visit, 1);
  assert.match(short.join("\n"), /^-4 more lines removed$/m);
  await visit.page.focus(".problem.is-current .alternative:nth-child(2) .fix");
  await visit.keys("Tab");
  assert.equal(await visit.focused(), "preview-all");
  await visit.keys("Enter");
  const whole = await preview(visit, 1);
  assert.equal(whole.length, 11);
  assert.equal(whole.filter((line) => line.startsWith("-")).length, 7);
  await visit.keys("Enter");
  assert.deepEqual(await preview(visit, 1), short);
});

test("fixes stand beside each other where the panel is wide, else below each other", async (t) => {
  const visit = await openWith(t, sample("forum-thread"), { width: 1600, height: 900 });
  const [best, other] = await boxes(visit);
  assert.ok(other.top > best.bottom);
  await visit.page.focus(".splitter");
  await visit.keys(...Array(6).fill("ArrowLeft"));
  const [left, right] = await boxes(visit);
  assert.equal(left.top, right.top);
  assert.ok(right.left > left.right);
});

test("on a phone the page does not become wider than the screen", async (t) => {
  const visit = await openWith(t, sample("forum-thread"), { width: 360, height: 740, touch: true });
  await preview(visit);
  assert.equal(await visit.scrollsSideways(), false);
});

test("a fix that leaves a blank shows where", async (t) => {
  const visit = await openWith(t, sample("correct").replace(/^ *"tokenUrl".*\n/m, ""));
  await preview(visit);
  assert.match(await visit.textOf(".problem.is-current .is-blank"), /^https:/);
  await visit.firstFix();
  await visit.until("Undo", ".notice");
  await visit.untilFocused(/cm-content/);
});

test("a fix in several places shows each, with its line", async (t) => {
  const text = sample("correct");
  const [, name] = /"#\/definitions\/(\w+)"/.exec(text);
  assert.ok(name, "the sample has a definition");
  const visit = await openWith(t, text.replace(new RegExp(`"${name}": \\{`), `"${name} x": {`));
  await preview(visit);
  const lines = await visit.page.$$eval(".problem.is-current .alternative:first-child .preview-hunk", (hunks) => hunks.length);
  assert.ok(lines >= 1);
});

test("a minified text shows what is around the change", async (t) => {
  const minified = JSON.stringify(JSON.parse(sample("forum-thread")));
  const visit = await openWith(t, minified);
  const lines = await preview(visit);
  assert.equal(lines.length, 2);
  assert.match(lines[0], /^- … .*"security":\[\{"SigningOAuth":\[\]\}\].* … $/);
  assert.match(lines[1], /"security":\[\]/);
  assert.ok(lines[0].length < 400);
});

test("after a fix the keyboard is on the next problem, by mouse and by key, and undo brings the problem back", async (t) => {
  const visit = await openWith(t, sample("forum-thread"));
  const first = await current(visit);
  await visit.click(".problem.is-current .fix");
  await visit.until("Done", ".notice");
  await visit.page.waitForFunction((before) => document.querySelector(".problem.is-current .problem-message")?.textContent !== before, {}, first);
  await visit.untilFocused(/problem-head/);
  await visit.press("Undo");
  await visit.until(first, ".problem.is-current .problem-message");
  await visit.firstFix();
  await visit.until("Done", ".notice");
  await visit.page.waitForFunction((before) => document.querySelector(".problem.is-current .problem-message")?.textContent !== before, {}, first);
  await visit.untilFocused(/problem-head/);
  visit.isClean();
});

test("the tooltip of a mark shows what its fixes change", async (t) => {
  const visit = await openWith(t, sample("forum-thread"));
  await preview(visit);
  await (await visit.find(".cm-lintRange-error")).hover();
  await visit.find(".cm-tooltip .preview-line.is-come ins");
  const before = await current(visit);
  await visit.click(".cm-tooltip .fix");
  await visit.until("Done", ".notice");
  await visit.untilFocused(/cm-content/);
  await visit.page.waitForFunction((before) => document.querySelector(".problem.is-current .problem-message")?.textContent !== before, {}, before);
  visit.isClean();
});

const withCommas = sample("correct").replaceAll(/"https"$|"1\.0\.0"$/gm, "$&,");

test("all safe fixes are shown as one difference, and made by a second Enter", async (t) => {
  const visit = await openWith(t, withCommas);
  await visit.page.focus(".fix-all");
  await visit.keys("Enter");
  await visit.find(".fix-all-dialog .button.main");
  await visit.find(".cm-changedLine");
  await visit.until("2 fixes", ".fix-all-head");
  await visit.until("2 times", ".fix-all-groups");
  await visit.page.waitForFunction(() => document.activeElement.textContent === "Apply 2 fixes");
  await visit.keys("Enter");
  await visit.until("Made 2 safe fixes.", ".notice");
  assert.equal(await visit.copied(), sample("correct"));
  await visit.press("Undo");
  await visit.until("Fix all safe");
  assert.equal(await visit.copied(), withCommas);
  visit.isClean();
});

test("fix all says how many only where it is known", async (t) => {
  const visit = await open(t);
  const text = sample("correct").replace('"2.0"', "2.0");
  await visit.paste(text);
  await visit.until("Fix all safe (1)");
  await visit.paste(text.replace('"info": {', "info: {"));
  await visit.page.waitForFunction(() => document.querySelector(".fix-all")?.textContent === "Fix all safe");
});

test("Escape leaves the safe fixes, and the keyboard comes back", async (t) => {
  const visit = await openWith(t, withCommas);
  await visit.click(".fix-all");
  await visit.find(".fix-all-dialog .button.main");
  assert.deepEqual(await visit.violations(), []);
  await visit.keys("Escape");
  await visit.page.waitForFunction(() => !document.querySelector(".fix-all-dialog"));
  await visit.untilFocused(/fix-all/);
  assert.equal(await visit.copied(), withCommas);
  visit.isClean();
});

test("the fixes of a rule are left out", async (t) => {
  const visit = await openWith(t, withCommas.replace('"operationId"', "'operationId'"));
  await visit.click(".fix-all");
  await visit.until("3 fixes", ".fix-all-head");
  const boxes = await visit.page.$$(".fix-all-groups input");
  assert.equal(boxes.length, 2);
  await boxes[0].click();
  await visit.until("1 fix,", ".fix-all-head");
  await visit.press("Apply 1 fix");
  await visit.until("Made 1 safe fix.", ".notice");
  assert.equal(await visit.copied(), withCommas);
  visit.isClean();
});

test("where the script does not come, safe fixes are made at once", async (t) => {
  // What the browser keeps of the page would come all the same.
  const keepNothing = (page) => page.evaluateOnNewDocument(() => delete Navigator.prototype.serviceWorker);
  const visit = await openWith(t, withCommas, { prepare: keepNothing });
  await visit.page.setRequestInterception(true);
  visit.page.on("request", (request) => (request.url().includes("/part/") ? request.abort() : request.continue()));
  await visit.click(".fix-all");
  await visit.until("Made 2 safe fixes.", ".notice");
});

test("what takes long is given up", async (t) => {
  const visit = await open(t, {
    prepare: (page) =>
      page.evaluateOnNewDocument(() => {
        const { postMessage } = Worker.prototype;
        Worker.prototype.postMessage = function (request, ...rest) {
          if (request.kind !== "fixAll") postMessage.call(this, request, ...rest);
        };
      }),
  });
  await visit.paste(withCommas);
  await visit.until("Fix all safe");
  await visit.click(".fix-all");
  await visit.until("Finding the fixes", ".fix-all-head");
  await visit.press("Cancel");
  await visit.page.waitForFunction(() => !document.querySelector(".fix-all-dialog"));
  await visit.click(".cm-content");
  await visit.keys("Control+z");
  await visit.until("Check an Xtension");
  visit.isClean();
});

test("of many kinds of fixes that were made, a few are named at once", async (t) => {
  const visit = await open(t);
  const { host, ...others } = JSON.parse(sample("correct"));
  const broken = { ...others, host: `https://${host}/`, basePath: "v1", schemes: "https", swagger: 2, info: { ...others.info, version: 1 } };
  await visit.paste(JSON.stringify(broken, null, 2).replace(/\n}$/, ",\n}"));
  await visit.checked();
  await visit.click(".fix-all");
  await visit.click(".fix-all-dialog .button.main");
  await visit.until("safe fixes.", ".notice");
  assert.equal(await visit.page.$$eval(".notice-text > ul li", (items) => items.length), 3);
  assert.equal(await visit.page.$eval(".notice details", ({ open }) => open), false);
  await visit.click(".notice summary");
  await visit.page.waitForFunction(() => document.querySelector(".notice details li").checkVisibility());
  visit.isClean();
});
