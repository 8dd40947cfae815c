// The states of the page, each with the way to it: what looks at all of them, looks at this list.

import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as convertible from "./convertible.mjs";
import { openApi3, otherKinds } from "./other-kinds.mjs";
import { xtension } from "./made.mjs";
import { open, serve } from "./support.mjs";

const BROKEN = "Two Authorization headers";
const CORRECT = "A correct Xtension";

/** A worker that crashes over each text. */
const CRASHING = 'onmessage = () => { onmessage = () => { throw new Error("crashed"); }; postMessage({ kind: "ready", version: "0.0.0" }); };';
/** A worker that never answers. */
const SILENT = 'onmessage = () => { onmessage = () => undefined; postMessage({ kind: "ready", version: "0.0.0" }); };';
const workerIs = (script) => (path) => (path.startsWith("/checker/worker-") ? script : undefined);

const withoutChecker = (path) => {
  if (path.endsWith(".wasm")) throw new Error("not there");
};

/**
 * A state: `sample`, `text` or `file` come into the editor, then `reach` goes on from there. `answer` may serve the page
 * in its own way. A `passing` state ends where the window changes its size.
 */
export const STATES = [
  { name: "empty", reach: (visit) => visit.until("Check an Xtension") },
  { name: "clean", sample: CORRECT },
  { name: "broken", sample: BROKEN },
  { name: "not JSON", sample: "A sample from a help page" },
  ...otherKinds.map(({ name, text, verdict }) => ({ name, text, reach: (visit) => visit.until(verdict, ".verdict") })),
  { name: "OpenAPI 3 with a bracket missing", text: openApi3.slice(0, -1), reach: (visit) => visit.until("Its JSON is broken as well") },
  { name: "many problems", text: xtension({ operations: 60, slips: true }) },
  { name: "nothing but hints", text: xtension({ operations: 2 }) },
  { name: "no problem matches the filter", sample: BROKEN, reach: filterAllAway },
  { name: "a fix is made", sample: BROKEN, reach: makeFix },
  { name: "a large file is asked about", file: Buffer.alloc(64_000_001, " "), reach: (visit) => visit.until("is a large file") },
  { name: "failed to start", answer: withoutChecker, reach: (visit) => visit.until("The checker could not start") },
  { name: "stopped", answer: workerIs(CRASHING), text: "{}", reach: (visit) => visit.until("The checker stopped on this text") },
  { name: "checking takes long", answer: workerIs(SILENT), text: "{}", reach: (visit) => visit.until("You can go on typing.") },
  { name: "what Nintex will show: the import", sample: CORRECT, reach: (visit) => showPreview(visit, "import", ".tile") },
  { name: "what Nintex will show: the connection", sample: CORRECT, reach: (visit) => showPreview(visit, "connection", ".sign-in") },
  { name: "what Nintex will show: an action", sample: CORRECT, reach: openAction },
  { name: "what Nintex will show of what is broken", sample: BROKEN, reach: (visit) => showPreview(visit, "actions", ".action-head") },
  ...["changes", "outline", "reference"].map((view) => ({ name: `the view ${view}`, sample: BROKEN, reach: showView(view) })),
  { name: "problems in YAML", text: convertible.yaml, reach: (visit) => visit.until("used more than once", ".also-broken") },
  { name: "what becomes of OpenAPI 3", text: convertible.openApi3, reach: (visit) => showConversion(visit, "no problem in the result") },
  { name: "what becomes of YAML", text: convertible.yaml, reach: (visit) => showConversion(visit, "1 error") },
  { name: "what was lost in a conversion", text: convertible.openApi3, reach: useConversion },
  { name: "the menu", sample: BROKEN, reach: openMenu, passing: true },
  { name: "a tooltip", sample: BROKEN, reach: hoverMark, passing: true },
  { name: "the search", sample: BROKEN, reach: openSearch },
];

/** Opens the page and goes to `state`. */
export async function openIn(t, state, options = {}) {
  const site = state.answer && (await serve(state.answer));
  if (site) t.after(() => site.close());
  const visit = await open(t, { ...(site ? { address: site.address } : {}), ...options });
  if (state.sample) await visit.sample(state.sample);
  if (state.file) await visit.openFile(await onDisk(t, state.file));
  if (state.text) await visit.paste(state.text);
  if (state.reach) await state.reach(visit);
  else await visit.checked();
  return visit;
}

async function onDisk(t, contents) {
  const folder = await mkdtemp(join(tmpdir(), "xtension-checker-"));
  t.after(() => rm(folder, { recursive: true, force: true }));
  const path = join(folder, "large.json");
  await writeFile(path, contents);
  return path;
}

async function filterAllAway(visit) {
  await visit.click(".filter-text");
  await visit.page.keyboard.type("no such words");
  await visit.until("No problem matches the filter.");
}

async function makeFix(visit) {
  await visit.click(".problem.is-current .fix");
  await visit.until("Undo", ".notice");
}

async function showPreview(visit, moment, selector) {
  await visit.click("#tab-nintex");
  await visit.click(`#moment-${moment}`);
  await visit.find(selector);
}

async function openAction(visit) {
  await showPreview(visit, "actions", ".action-head");
  await visit.click(".action-head");
  await visit.find(".action.is-open .outputs");
}

async function showConversion(visit, found) {
  await visit.click(".convert");
  await visit.until(found, ".conversion-findings");
}

async function useConversion(visit) {
  await showConversion(visit, "no problem in the result");
  await visit.click(".conversion-choice .main");
  await visit.checked();
  await visit.click("#tab-changes");
  await visit.find(".converted-note .remark");
}

async function openMenu(visit) {
  await visit.click("[popovertarget=menu]");
  await visit.find(".menu-item");
}

async function hoverMark(visit) {
  await (await visit.find(".cm-lintRange-error")).hover();
  await visit.find(".cm-tooltip .fix");
}

async function openSearch(visit) {
  await visit.click(".cm-content");
  await visit.keys("Control+f");
  await visit.find(".cm-search");
}

/** Goes to the view called `name`, and waits until its script is there. */
function showView(name) {
  return async (visit) => {
    await visit.click(`#tab-${name}`);
    await visit.page.waitForFunction((view) => document.querySelector(`.view.is-${view}`)?.childElementCount > 0, { timeout: 15_000 }, name);
  };
}
