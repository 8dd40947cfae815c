// Trunk's post_build hook: gives the page its policy, says shorter what wasm-bindgen wrote between the wasm and its worker,
// and lets the page do without its site: kept by the browser, and as one file.

import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { licencesOfPage } from "../../xtask/src/third_party/licences.mjs";
import { writeNoServiceWorker, writeServiceWorker } from "./offline.mjs";
import { ONE_FILE, writeOneFile } from "./one-file.mjs";
import { release } from "./options.mjs";
import { SITE, withPolicy } from "./policy.mjs";
import { shortenedGlue } from "./wasm.mjs";

const folder = process.env.TRUNK_STAGING_DIR;

async function change(name, change) {
  const path = resolve(folder, name);
  writeFileSync(path, await change(readFileSync(path, "utf8")));
}

// For those who host the page; its readers have them in it.
writeFileSync(resolve(folder, "licences.txt"), licencesOfPage());
await change("index.html", (page) => withPolicy(page, SITE));
if (release) {
  const glue = readdirSync(folder).find((name) => /^xtension-checker-.*\.js$/.test(name));
  await change(glue, shortenedGlue);
  await writeOneFile(folder);
  await writeServiceWorker(folder, [ONE_FILE]);
} else await writeNoServiceWorker(folder);
