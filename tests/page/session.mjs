// A person uses all that the page has.

import assert from "node:assert/strict";
import { join } from "node:path";
import { writeFile } from "node:fs/promises";
import { openApi3, yaml } from "./convertible.mjs";
import { sample } from "./support.mjs";

const broken = sample("forum-thread");

/** Pastes, fixes, looks at every view, explains, reports, searches, prints, converts, writes YAML, opens several files, and downloads. */
export async function useAll(visit) {
  await visit.paste(broken);
  await visit.checked();
  await visit.find(".tok-propertyName");
  await visit.click(".problem.is-current .fix");
  await visit.until("Done", ".notice");

  for (const [view, text] of [
    ["nintex", "A preview"],
    ["outline", "Actions"],
    ["changes", "Compared with"],
    ["reference", "Rules"],
  ]) {
    await visit.click(`#tab-${view}`);
    await visit.until(text, ".view");
  }
  await choose(visit, "Explain an error message");
  await visit.find("textarea");
  await visit.page.keyboard.type("Cannot have multiple operations with the same operationId");
  await visit.until("operationId", ".view");

  await visit.click("#tab-problems");
  await choose(visit, "Report");
  await visit.click(".dialog .main");
  assert.match((await visit.downloaded("xtension-report.html")).toString(), /1 fixed/);
  await visit.keys("F1");
  await visit.find(".key-lists");
  await visit.keys("Escape");
  await visit.click(".cm-content");
  await visit.keys("Control+f");
  await visit.find(".cm-search");
  await visit.keys("Escape");
  await visit.page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  await visit.page.evaluate(() => dispatchEvent(new Event("afterprint")));

  await visit.paste(openApi3);
  await visit.until("OpenAPI 3", ".verdict");
  await visit.press("Convert to an Xtension");
  await visit.until("no problem in the result", ".conversion-findings");
  await visit.press("Use this");
  await visit.until("Ready to import");
  await visit.paste(yaml);
  await visit.until("used more than once", ".also-broken");

  const paths = ["one.json", "two.json"].map((name) => join(visit.downloads, name));
  await writeFile(paths[0], sample("correct"));
  await writeFile(paths[1], broken);
  await visit.openFile(...paths);
  await visit.until("two.json", ".view");
  assert.equal((await visit.download("one.json")).toString(), sample("correct"));
}

/** Chooses a command of the menu. */
export async function choose(visit, command) {
  await visit.press("More commands");
  await visit.click(`.menu ::-p-text(${command})`);
}
