// Makes the pictures of docs/pictures from the built page: each state in both colour schemes, at one width. And the icons
// of the installed page.
//
//     DIST=dist node tests/page/screenshots.mjs

import { mkdir, readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { closeBrowsers } from "./browser.mjs";
import { drawIcons } from "./icons.mjs";
import { openIn, STATES } from "./states.mjs";
import { startSite, stopSite } from "./support.mjs";

const FOLDER = fileURLToPath(new URL("../../docs/pictures/", import.meta.url));

const WIDE = { width: 1280, height: 760 };
const LAPTOP = { width: 1120, height: 700 };
const TABLET = { width: 820, height: 1000 };
const TELEPHONE = { width: 360, height: 740 };

/** The name of a picture, the state that it shows, and the window. */
const PICTURES = [
  ["problems", "broken", WIDE],
  ["start", "empty", LAPTOP],
  ["ready", "clean", LAPTOP],
  ["not-json", "not JSON", LAPTOP],
  ["not-an-xtension", "OpenAPI 3", LAPTOP],
  ["in-nintex", "what Nintex will show: an action", LAPTOP],
  ["tablet", "broken", TABLET],
  ["telephone", "broken", TELEPHONE],
];

const cleanups = [];
const visitor = { after: (work) => cleanups.push(work) };

await rm(FOLDER, { recursive: true, force: true });
await mkdir(FOLDER, { recursive: true });
await startSite();
try {
  await drawIcons();
  for (const [name, stateName, size] of PICTURES) {
    const state = STATES.find((other) => other.name === stateName);
    for (const scheme of ["light", "dark"]) {
      const visit = await openIn(visitor, state, { ...size, scheme, reducedMotion: true });
      await settle(visit);
      await visit.page.screenshot({ path: join(FOLDER, `${name}-${scheme}.png`) });
    }
  }
} finally {
  for (const work of cleanups.reverse()) await work();
  await closeBrowsers();
  await stopSite();
}
process.stdout.write(`${(await readdir(FOLDER)).sort().join("\n")}\n`);

/** Waits for the colours of the text and for what was just said to go, and takes the blinking cursor away. */
async function settle({ page }) {
  await page.waitForFunction(() => !document.querySelector(".notice:not(.is-silent)"), { timeout: 15_000 });
  await page.waitForFunction(() => {
    const { shadowRoot } = document.querySelector(".editor > div");
    return shadowRoot.querySelector(".cm-placeholder, .tok-propertyName");
  });
  await page.evaluate(async () => {
    await document.fonts.ready;
    document.activeElement?.blur();
    for (let frame = 0; frame < 3; frame += 1) await new Promise(requestAnimationFrame);
  });
}
