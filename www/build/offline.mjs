// The service worker of the built page, with the list of the page's files.

import { build } from "esbuild";
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { common } from "./options.mjs";

const NAME = "service-worker.js";

/** Writes the service worker of the page in `folder`, which has all its files; `leave` names those that no page needs. */
export async function writeServiceWorker(folder, leave = []) {
  const files = listOf(folder, [NAME, ...leave]);
  // Another version also where only the service worker differs: the browser must not mix up their caches.
  const version = createHash("sha256").update(await bundled("worker", { files, version: "" }));
  writeFileSync(join(folder, NAME), await bundled("worker", { files, version: version.digest("hex").slice(0, 16) }));
}

/** Writes one that only takes away another. */
export async function writeNoServiceWorker(folder) {
  writeFileSync(join(folder, NAME), await bundled("none"));
}

/** The paths of the files in `folder` with their hashes, as browsers compare them. The page itself is its folder. */
function listOf(folder, leave) {
  const found = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = found.map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll("\\", "/"));
  return paths
    .filter((path) => !leave.includes(path))
    .sort()
    .map((path) => [path === "index.html" ? "" : path, integrityOf(readFileSync(join(folder, path)))]);
}

function integrityOf(content) {
  return `sha256-${createHash("sha256").update(content).digest("base64")}`;
}

async function bundled(name, { files, version } = {}) {
  const { outputFiles } = await build({
    ...common,
    entryPoints: [fileURLToPath(new URL(`../src/service-worker/${name}.ts`, import.meta.url))],
    format: "iife",
    sourcemap: false,
    define: files ? { FILES: JSON.stringify(files), VERSION: JSON.stringify(version) } : {},
  });
  return outputFiles[0].text;
}
