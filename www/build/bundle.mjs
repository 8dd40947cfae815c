// Trunk's pre_build hook: bundles the page's scripts and styles into target/page/.

import { build } from "esbuild";
import { minify } from "terser";
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname } from "node:path";
import { fileURLToPath } from "node:url";

process.chdir(fileURLToPath(new URL("../..", import.meta.url)));

const release = process.env.TRUNK_PROFILE === "release";
const common = {
  bundle: true,
  format: "esm",
  target: "es2022",
  minify: release,
  sourcemap: release ? false : "inline",
  legalComments: "none",
  logLevel: "warning",
};

/** Gives a style sheet that a script imports as its text: the editor's shadow root adopts it. */
const styleSheetAsText = {
  name: "style-sheet-as-text",
  setup(bundler) {
    bundler.onLoad({ filter: /\.css$/ }, async ({ path }) => {
      const sheet = await build({ ...common, sourcemap: false, entryPoints: [path], write: false });
      return { contents: sheet.outputFiles[0].text, loader: "text" };
    });
  },
};

// Trunk gives no hash to a copied file, so the worker's name gets its hash here, and the page is told the name.
const workerFolder = "target/page/worker";
const worker = await build({ ...common, entryPoints: ["www/src/checker/worker.ts"], outdir: workerFolder, entryNames: "[name]-[hash]", write: false });
const workerName = basename(worker.outputFiles[0].path);
mkdirSync(workerFolder, { recursive: true });
for (const name of readdirSync(workerFolder)) if (name !== workerName) rmSync(`${workerFolder}/${name}`);

const page = await build({
  ...common,
  entryPoints: { page: "www/src/main.tsx" },
  outdir: "target/page",
  write: false,
  loader: { ".json": "text" },
  plugins: [styleSheetAsText],
  define: { WORKER: JSON.stringify(`worker/${workerName}`) },
});
const styles = await build({ ...common, entryPoints: { page: "www/styles/page.css" }, outdir: "target/page", write: false });

/** What the bundler leaves to be said shorter: 3 % of the page after compression. */
async function shortened({ path, text, contents }) {
  if (!release) return { path, contents };
  const { code } = await minify(text, { module: true, ecma: 2020, compress: { passes: 2 }, format: { comments: false } });
  return { path, contents: Buffer.from(code) };
}

const scripts = await Promise.all([...worker.outputFiles, ...page.outputFiles].map(shortened));
for (const { path, contents } of [...scripts, ...styles.outputFiles]) {
  // `trunk serve` must not take an unchanged file for a change.
  if (existsSync(path) && readFileSync(path).equals(contents)) continue;
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, contents);
}
