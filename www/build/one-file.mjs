// The whole page as one file, which opens from disk.

import { build } from "esbuild";
import { gzipSync } from "fflate";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { common, licencesAsText, shortened, styleSheet, styleSheetAsText } from "./options.mjs";
import { hashOf, policy, withPolicy } from "./policy.mjs";
import { CONVERTER } from "./wasm.mjs";

export const ONE_FILE = "xtension-checker.html";

/** Makes it of the built page in `folder`, and puts it there. */
export async function writeOneFile(folder) {
  const checker = await worker(folder, "xtension-checker");
  const converter = await worker(join(folder, "checker"), CONVERTER);
  const parts = { checker: { text: checker }, converter: { text: converter } };
  const script = harmless(await bundled("www/src/early/main.tsx", parts));
  const style = await styleSheet("www/styles/page.css");
  const icon = readFileSync("www/icon.svg").toString("base64");
  const own = policy({ scripts: [hashOf(script)], styles: [hashOf(style)], images: ["data:"], workers: ["blob:"] });
  const page = readFileSync("www/index.html", "utf8")
    .replaceAll(/^<(link|script)\b.*\n/gm, "")
    .replace("</head>", () => `<link rel="icon" href="data:image/svg+xml;base64,${icon}">\n<style>${style}</style>\n</head>`)
    .replace("</body>", () => `<script>${script}</script>\n</body>`);
  writeFileSync(join(folder, ONE_FILE), withPolicy(page, own));
}

/** The script of a worker that has the wasm in it whose files in `folder` are called so. */
function worker(folder, name) {
  return bundled("www/src/one-file/worker.ts", {
    glue: { path: pathIn(folder, new RegExp(`^${name}-.*\\.js$`)) },
    wasm: { text: packed(readFileSync(pathIn(folder, new RegExp(`^${name}-.*\\.wasm$`)))) },
  });
}

function pathIn(folder, pattern) {
  const [name, ...others] = readdirSync(folder).filter((name) => pattern.test(name));
  if (!name || others.length > 0) throw new Error(`${folder} must have one file as ${pattern}`);
  return resolve(folder, name);
}

/** The same on every machine: this compressor is a script itself. */
function packed(bytes) {
  return Buffer.from(gzipSync(bytes, { level: 9, mtime: 0 })).toString("base64");
}

/** Bundles the script at `path` into one; what it imports as `one-file:NAME` is the path or the text in `parts`. */
async function bundled(path, parts) {
  const partsOfFile = {
    name: "parts-of-file",
    setup(bundler) {
      bundler.onResolve({ filter: /^one-file:/ }, ({ path }) => {
        const name = path.slice("one-file:".length);
        return parts[name].path ? { path: parts[name].path } : { path: name, namespace: "one-file" };
      });
      bundler.onLoad({ filter: /./, namespace: "one-file" }, ({ path }) => ({ contents: parts[path].text, loader: "text" }));
      bundler.onResolve({ filter: /\/checker\/start$/ }, () => ({ path: resolve("www/src/one-file/start.ts") }));
    },
  };
  const { outputFiles } = await build({
    ...common,
    entryPoints: [path],
    format: "iife",
    loader: { ".json": "text" },
    define: { BUILD: '"one-file"', "import.meta.url": '""' },
    plugins: [styleSheetAsText, licencesAsText, partsOfFile],
  });
  return shortened(outputFiles[0].text, {});
}

/** `script` without what would end it for a reader of HTML, or begin a comment there. */
function harmless(script) {
  // Only texts and patterns have it, and mean the same then.
  return script.replaceAll(/<(?=!--|\/?script)/gi, "\\x3C");
}
