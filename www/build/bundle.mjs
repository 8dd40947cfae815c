// Trunk's pre_build hook: bundles the page's scripts and styles into target/page/.

import { build } from "esbuild";
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { common, licencesAsText, release, shortened, styleSheetAsText } from "./options.mjs";
import { converter, firstChecker } from "./wasm.mjs";

process.chdir(fileURLToPath(new URL("../..", import.meta.url)));

const FOLDER = "target/page";

/** What is bundled for `FOLDER`. */
const here = { ...common, outdir: FOLDER };

/**
 * Bundles `editor/commands.ts` by itself before the page is bundled: the bundler parts scripts between modules, never
 * inside one, and would load all of a package first where the first script needs a small piece of it.
 */
const commandsByThemselves = {
  name: "commands-by-themselves",
  setup(bundler) {
    bundler.onLoad({ filter: /\beditor.commands\.ts$/ }, async ({ path }) => {
      const piece = await build({ ...common, entryPoints: [path], plugins: [restOfEditorIsElsewhere] });
      return { contents: piece.outputFiles[0].text, resolveDir: dirname(path) };
    });
  },
};

const restOfEditorIsElsewhere = {
  name: "rest-of-editor-is-elsewhere",
  setup(bundler) {
    bundler.onResolve({ filter: /^@/ }, ({ path }) =>
      path === "@codemirror/commands" ? undefined : { path, external: true, sideEffects: false },
    );
  },
};

// Trunk gives no hash to a copied file, so the names get theirs here, and the page's head says them.
const worker = await build({
  ...here,
  entryPoints: { worker: "www/src/checker/worker.ts" },
  entryNames: "checker/[name]-[hash]",
});
const page = await build({
  ...here,
  entryPoints: { page: "www/src/early/main.tsx" },
  // What is imported while the page runs becomes a script of its own, and what several scripts use as well.
  splitting: true,
  chunkNames: "part/[name]-[hash]",
  metafile: true,
  loader: { ".json": "text" },
  define: { BUILD: JSON.stringify(release ? "site" : "development") },
  plugins: [styleSheetAsText, licencesAsText, commandsByThemselves],
});
const styles = await build({ ...here, entryPoints: { page: "www/styles/page.css" } });

// A development build has the whole checker only, which is compiled once then and not twice.
const wasm = [...(release ? await firstChecker() : []), ...(await converter())].map((file) => ({ ...file, path: resolve(FOLDER, "checker", file.name) }));

const metas = [{ part: "worker", path: worker.outputFiles[0].path }, ...wasm].map(
  ({ part, path }) => `<meta name="checker-${part}" content="./${relative(FOLDER, path)}">`,
);

// Without this the browser learns of the second half of the first script only when it has read the first.
const preloads = page.metafile.outputs[`${FOLDER}/page.js`].imports
  .filter(({ kind }) => kind === "import-statement")
  .map(({ path }) => `<link rel="modulepreload" href="./${relative(FOLDER, path)}">`);

async function scriptFile({ path, text }) {
  return { path, contents: Buffer.from(await shortened(text)) };
}

const files = [
  ...(await Promise.all([...worker.outputFiles, ...page.outputFiles].map(scriptFile))),
  ...styles.outputFiles,
  ...wasm,
  { path: resolve(FOLDER, "head.html"), contents: Buffer.from([...preloads, ...metas].join("")) },
];
for (const { path, contents } of files) {
  // `trunk serve` must not take an unchanged file for a change.
  if (existsSync(path) && readFileSync(path).equals(contents)) continue;
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, contents);
}
const written = new Set(files.map(({ path }) => path));
for (const entry of readdirSync(FOLDER, { recursive: true, withFileTypes: true })) {
  const path = resolve(entry.parentPath, entry.name);
  if (entry.isFile() && !written.has(path)) rmSync(path);
}
