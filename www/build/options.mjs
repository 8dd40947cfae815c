// What the bundles of the page have in common.

import { build } from "esbuild";
import { minify } from "terser";
import { licencesOfPage } from "../../xtask/src/third_party/licences.mjs";

/** Whether the page is built for publication. */
export const release = process.env.TRUNK_PROFILE === "release";

export const common = {
  bundle: true,
  format: "esm",
  target: "es2022",
  minify: release,
  sourcemap: release ? false : "inline",
  legalComments: "none",
  logLevel: "warning",
  write: false,
};

/** Gives a style sheet that a script imports as its text: the editor's shadow root adopts it. */
export const styleSheetAsText = {
  name: "style-sheet-as-text",
  setup(bundler) {
    bundler.onLoad({ filter: /\.css$/ }, async ({ path }) => ({ contents: await styleSheet(path), loader: "text" }));
  },
};

/** Gives the licences of the work of others in the page, which a script imports as `licences:page`. */
export const licencesAsText = {
  name: "licences-as-text",
  setup(bundler) {
    bundler.onResolve({ filter: /^licences:/ }, ({ path }) => ({ path, namespace: "licences" }));
    bundler.onLoad({ filter: /./, namespace: "licences" }, () => ({ contents: licencesOfPage(), loader: "text" }));
  },
};

/** The text of the style sheet at `path` with all that it imports. */
export async function styleSheet(path) {
  const { outputFiles } = await build({ ...common, sourcemap: false, entryPoints: [path] });
  return outputFiles[0].text;
}

/** What the bundler leaves to be said shorter: 3 % of the page after compression. */
export async function shortened(text, options = { module: true }) {
  if (!release) return text;
  const { code } = await minify(text, { ecma: 2020, compress: { passes: 2 }, format: { comments: false }, ...options });
  return code;
}
