// Versions of the built page, and a site that is given one after another of them.

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { cp, mkdtemp, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { writeServiceWorker } from "../../www/build/offline.mjs";
import { DIST, filesOfPage, serve } from "./support.mjs";

const HASHED = /-([0-9A-Z]{8}|[0-9a-f]{14,16})(?=(_bg)?\.\w+$)/;
const IS_TEXT = /\.(js|css|html|webmanifest)$/;

/** A version like the built one, whose files are all called and made otherwise; `change` may change it further. */
export async function anotherVersion(t, name, change = async () => undefined) {
  const folder = await mkdtemp(join(tmpdir(), "xtension-checker-version-"));
  t.after(() => rm(folder, { recursive: true, force: true }));
  await cp(DIST, folder, { recursive: true });
  const paths = filesOfPage().map((path) => path.slice(1));
  const mark = createHash("sha256").update(name).digest("hex").slice(0, 6);
  const names = paths.map((path) => basename(path)).filter((name) => HASHED.test(name));
  const renamed = new Map(names.map((name) => [name, name.replace(HASHED, (hash) => `-${mark}${hash.slice(1)}`)]));
  assert.ok(renamed.size > 20);
  for (const path of paths) {
    const file = join(folder, path);
    if (IS_TEXT.test(path)) {
      let text = await readFile(file, "utf8");
      for (const [before, after] of renamed) text = text.replaceAll(before, after);
      await writeFile(file, path === "index.html" ? text.replace("<html", `<html data-version="${name}"`) : text);
    }
    const after = renamed.get(basename(path));
    if (after) await rename(file, join(folder, path.replace(basename(path), after)));
  }
  await change(folder);
  await seal(folder);
  return folder;
}

/** Makes the hashes of a changed version right. */
export async function seal(folder) {
  const page = join(folder, "index.html");
  let text = await readFile(page, "utf8");
  for (const [whole, path, integrity] of text.matchAll(/(?:src|href)="\.\/([^"]+)" integrity="([^"]+)"/g)) {
    const hash = createHash("sha384").update(await readFile(join(folder, path))).digest("base64");
    text = text.replace(whole, whole.replace(integrity, `sha384-${hash}`));
  }
  await writeFile(page, text);
  await writeServiceWorker(folder, ["xtension-checker.html"]);
}

/** The path of the one file of the version in `folder` that `pattern` fits. */
export async function pathIn(folder, pattern) {
  const paths = (await readdir(folder, { recursive: true })).filter((path) => pattern.test(path));
  assert.equal(paths.length, 1, `${pattern}: ${paths}`);
  return paths[0];
}

/** A site with the built page, which `deploy` gives the version of another folder; `answer` may answer otherwise. */
export async function siteOfVersions(t, answer = () => undefined) {
  let folder;
  const asked = [];
  const site = await serve(async (path) => {
    asked.push(path);
    return (await answer(path)) ?? (folder && (await readFile(join(folder, path))));
  });
  t.after(() => site.close());
  return { ...site, asked, deploy: (other) => (folder = other) };
}
