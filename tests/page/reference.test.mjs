// The reference of the rules: found, read, linked to, and left by the browser's own ways.

import { test } from "node:test";
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { open, serve } from "./support.mjs";

const { rules } = JSON.parse(readFileSync(new URL("../../www/src/views/reference/reference.json", import.meta.url), "utf8"));

const addressOf = (visit) => visit.page.evaluate(() => location.hash);
const waitForAddress = (visit, hash) => visit.page.waitForFunction((wanted) => location.hash === wanted, { timeout: 15_000 }, hash);
const focusedText = (visit) => visit.page.evaluate(() => document.activeElement?.textContent ?? "");

/** Opens the page with something behind the `#` of its address. */
async function openAt(t, hash, options = {}) {
  const site = await serve();
  t.after(() => site.close());
  return open(t, { address: `${site.address}${hash}`, ...options });
}

test("a problem links to its rule's page, and the browser goes back to the problem", async (t) => {
  const visit = await open(t);
  await visit.sample("Two Authorization headers");
  await visit.click(".problem.is-current .rule-link");
  await visit.until("An operation asks for an Authorization header that its connection already sends.", ".rule-page h2");
  assert.equal(await addressOf(visit), "#rule/param-authorization-header");
  assert.equal(await visit.page.title(), "param-authorization-header · Xtension Checker");
  assert.equal(await visit.textOf(".example-code mark"), '"Authorization"');
  assert.match(await visit.page.$$eval(".example-code del", (removed) => removed.map((part) => part.textContent).join("")), /"Authorization"/);
  assert.equal(await visit.textOf(".example-code ins"), "[]");
  assert.match(await visit.textOf(".example-side:last-child"), /The action loses this field; the connection alone signs in\./);

  // Firefox has nothing to load on the way, and would be waited for.
  await visit.page.evaluate(() => history.back());
  await visit.find(".problem.is-current");
  assert.equal(await addressOf(visit), "");
  await visit.untilFocused(/problem-head/);
  await visit.page.evaluate(() => history.forward());
  await visit.find(".rule-page");
  await visit.keys("Escape");
  await visit.find(".problem.is-current");
  visit.isClean();
});

test("a mark's tooltip links to the rule, too", async (t) => {
  const visit = await open(t);
  await visit.sample("Two Authorization headers");
  await (await visit.find(".cm-lintRange-error")).hover();
  await visit.find(".cm-tooltip .preview-line");
  await visit.click(".cm-tooltip .rule-link");
  await visit.until("param-authorization-header", ".rule-page .evidence");
  visit.isClean();
});

test("a link to a rule opens it, without a file and without a way back", async (t) => {
  const visit = await openAt(t, "#rule/path-query");
  await visit.until("path-query", ".rule-page .evidence");
  assert.equal(await visit.focused(), "rule-page");
  await visit.keys("Escape");
  await visit.until(`${rules.length} rules`, ".rule-count");
  assert.equal(await addressOf(visit), "#rules");
  visit.isClean();
});

test("every rule has a page", async (t) => {
  const visit = await openAt(t, "#rules");
  await visit.find(".rule-row");
  const ids = await visit.page.$$eval(".rule-row", (rows) => rows.map((row) => row.getAttribute("href")));
  assert.deepEqual(ids, rules.map(({ id }) => `#rule/${id}`));
  const broken = await visit.page.evaluate(async (hashes) => {
    const failed = [];
    for (const hash of hashes) {
      location.hash = hash;
      const wanted = hash.slice("#rule/".length);
      for (let frame = 0; frame < 100 && document.querySelector(".rule-page .evidence code")?.textContent !== wanted; frame += 1)
        await new Promise(requestAnimationFrame);
      const page = document.querySelector(".rule-page");
      if (!page?.querySelector("h2")?.textContent || !page.querySelector(".example-code mark") || !page.querySelector(".rule-good pre")) failed.push(hash);
    }
    return failed;
  }, ids);
  assert.deepEqual(broken, []);
  visit.isClean();
});

test("the list is searched and walked through by keys", async (t) => {
  const visit = await open(t);
  await visit.click("#tab-reference");
  await visit.click(".rule-search input");
  await visit.page.keyboard.type("query path");
  await visit.page.waitForFunction(() => document.querySelector(".rule-row")?.dataset.rule === "path-query");
  await visit.keys("ArrowDown", "ArrowDown", "ArrowUp");
  assert.match(await focusedText(visit), /path-query/);
  await visit.keys("Enter");
  await visit.until("path-query", ".rule-page .evidence");
  await visit.keys("Escape");
  await visit.find(".rule-row");
  assert.match(await focusedText(visit), /path-query/);
  assert.equal(await visit.page.$eval(".rule-search input", (input) => input.value), "query path");

  await visit.keys("ArrowUp", "Escape");
  await visit.until(`${rules.length} rules`, ".rule-count");
  await visit.page.keyboard.type("nobodysaysthis");
  await visit.until("No rule", ".rule-count");
  await visit.keys("Escape", "Escape");
  await visit.untilFocused(/cm-content/);
  visit.isClean();
});

test("words of a message that a rule's problem causes find the rule", async (t) => {
  const visit = await openAt(t, "#rules");
  await visit.find(".rule-row");
  await visit.page.keyboard.type("does not support multiple values");
  await visit.page.waitForFunction(() => document.querySelectorAll(".rule-row").length < 10);
  const found = await visit.page.$$eval(".rule-row", (rows) => rows.map((row) => row.dataset.rule));
  assert.ok(found.includes("param-apikey-duplicate"), found.join());
});

test("the list and a rule's page know what the rule finds in the file", async (t) => {
  const visit = await open(t);
  await visit.sample("Two Authorization headers");
  await visit.click("#tab-reference");
  await visit.press("In your file (5)");
  await visit.until("5 rules", ".rule-count");
  await visit.click('[data-rule="param-authorization-header"]');
  await visit.until("1 problem in your file", ".rule-in-file");
  await visit.press("Show");
  await visit.until("Authorization", ".problem.is-current .problem-message");
  await visit.find(".problem.is-current .rule-link");
  assert.equal((await visit.page.$$(".problem")).length, 1);
});

test("by its tab, the reference shows what it showed before", async (t) => {
  const visit = await open(t);
  await visit.sample("Two Authorization headers");
  await visit.click("#tab-reference");
  await waitForAddress(visit, "#rules");
  await visit.click('[data-rule="basepath-format"]');
  await visit.find(".rule-page");
  await visit.click("#tab-problems");
  await visit.find(".problem");
  assert.equal(await addressOf(visit), "");
  await visit.click("#tab-reference");
  await visit.until("basepath-format", ".rule-page .evidence");
  assert.equal(await addressOf(visit), "#rule/basepath-format");
  await visit.untilFocused(/tab/);
});

test("the link to a rule is copied", async (t) => {
  const visit = await openAt(t, "#rule/host-format");
  await visit.press("Copy link");
  await visit.until("Copied.", ".notice");
  const copied = await visit.page.evaluate(() => navigator.clipboard.readText());
  assert.ok(copied.endsWith("/#rule/host-format"), copied);
});

test("the rules are there without the checker", async (t) => {
  const site = await serve((path) => {
    if (path.endsWith(".wasm")) throw new Error("not there");
  });
  t.after(() => site.close());
  const visit = await open(t, { address: `${site.address}#rule/path-query` });
  await visit.until("path-query", ".rule-page .evidence");
  await visit.click("#tab-problems");
  await visit.until("The checker could not start");
  await visit.click("#tab-reference");
  await visit.click('a[href="#explain"]');
  await visit.until("runs the checker inside your browser", ".error-message");
});

test("an address that names no rule says so", async (t) => {
  const visit = await openAt(t, "#rule/nothing-of-that-name");
  await visit.until("There is no rule “nothing-of-that-name”.", ".rule-page");
  const other = await openAt(t, "#%3Cimg%20src=x%3E");
  await other.until("Check an Xtension");
  other.isClean();
});

test("broken and fixed stand side by side where there is room, and below each other where there is none", async (t) => {
  const places = async (width) => {
    const visit = await openAt(t, "#rule/param-authorization-header", { width, height: 740 });
    await visit.find(".example-side:last-child");
    assert.equal(await visit.scrollsSideways(), false);
    return visit.page.$eval(".example", (example) => [...example.children].map((side) => Math.round(side.getBoundingClientRect().top)));
  };
  const [broken, fixed] = await places(800);
  assert.equal(broken, fixed);
  const [above, below] = await places(360);
  assert.ok(above < below);
});

for (const scheme of ["light", "dark"]) {
  for (const hash of ["#rules", "#rule/param-authorization-header", "#rule/json-invisible-character", "#explain"]) {
    test(`axe finds nothing: ${hash}, ${scheme}`, async (t) => {
      const visit = await openAt(t, hash, { scheme });
      await visit.find(".reference-parts");
      assert.deepEqual(await visit.violations(), []);
      visit.isClean();
    });
  }
}
