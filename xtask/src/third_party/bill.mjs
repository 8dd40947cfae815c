// The bill of materials of a release, in the words of CycloneDX 1.6: everything that the two lock files name, and whether
// it is in what is given away or only builds and tests it. Its word: the file to write.

import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { crateAsPart, crates, metadata, packages } from "./parts.mjs";

/** The systems for which a release has a program. */
const TARGETS = ["x86_64-unknown-linux-musl", "aarch64-apple-darwin", "x86_64-apple-darwin", "x86_64-pc-windows-msvc"];

const OWN = ["xtension-checker", "xtask"];

const all = metadata(["--all-features"]);
const { version } = all.packages.find(({ name }) => name === "xtension-checker");
const own = `pkg:cargo/xtension-checker@${version}`;
const shippedCrates = new Set(
  [crates("whole", "wasm32-unknown-unknown"), ...TARGETS.map((target) => crates("cli", target))].flat().map(crateAddress),
);
const shippedPackages = new Set(packages().map(packageAddress));

const { components, dependencies } = merged(ofCargo(), ofNpm());
const bill = {
  $schema: "http://cyclonedx.org/schema/bom-1.6.schema.json",
  bomFormat: "CycloneDX",
  specVersion: "1.6",
  version: 1,
  metadata: {
    component: {
      type: "application",
      "bom-ref": own,
      name: "xtension-checker",
      version,
      licenses: [{ expression: "MIT OR Apache-2.0" }],
      purl: own,
    },
  },
  components,
  dependencies: [{ ref: own, dependsOn: components.filter(({ scope }) => scope === "required").map(reference) }, ...dependencies],
};
const [file] = process.argv.slice(2);
writeFileSync(file, `${JSON.stringify({ serialNumber: serialNumber(bill), ...bill }, null, 2)}\n`);

function ofCargo() {
  const sums = checksums(readFileSync(new URL("../../../Cargo.lock", import.meta.url), "utf8"));
  const others = all.packages.filter(({ name }) => !OWN.includes(name));
  const addresses = new Map(others.map((crate) => [crate.id, crateAddress(crate)]));
  const components = others.map((crate) => {
    const address = crateAddress(crate);
    const { name, version, licence } = crateAsPart(crate);
    const hash = { alg: "SHA-256", content: sums.get(`${name} ${version}`) };
    const from = `https://static.crates.io/crates/${name}/${name}-${version}.crate`;
    return component({ address, name, version, licence, hash, from, isShipped: shippedCrates.has(address) });
  });
  const dependencies = all.resolve.nodes
    .filter(({ id }) => addresses.has(id))
    .map(({ id, deps }) => ({ ref: addresses.get(id), dependsOn: sorted(deps.map(({ pkg }) => addresses.get(pkg))) }));
  return { components, dependencies };
}

function ofNpm() {
  const lock = JSON.parse(readFileSync(new URL("../../../www/package-lock.json", import.meta.url), "utf8")).packages;
  const entries = Object.entries(lock).filter(([path]) => path !== "");
  const addressAt = (path) => packageAddress({ name: nameAt(path), version: lock[path].version });
  const components = entries.map(([path, { version, license, integrity }]) => {
    const name = nameAt(path);
    const address = packageAddress({ name, version });
    const [algorithm, digest] = integrity.split("-");
    const hash = { alg: algorithm.replace("sha", "SHA-"), content: Buffer.from(digest, "base64").toString("hex") };
    const from = `https://registry.npmjs.org/${name}/-/${name.split("/").pop()}-${version}.tgz`;
    return component({ address, name, version, licence: license, hash, from, isShipped: shippedPackages.has(address) });
  });
  const dependencies = entries.map(([path, { dependencies = {}, optionalDependencies = {} }]) => {
    const found = Object.keys({ ...dependencies, ...optionalDependencies }).map((name) => placeOf(lock, path, name));
    return { ref: addressAt(path), dependsOn: sorted(found.filter(Boolean).map(addressAt)) };
  });
  return { components, dependencies };
}

function component({ address, name, version, licence, hash, from, isShipped }) {
  const [last, group] = name.split("/").reverse();
  return {
    type: "library",
    "bom-ref": address,
    ...(group && { group }),
    name: last,
    version,
    // What builds or tests the product and is not in it.
    scope: isShipped ? "required" : "excluded",
    hashes: [hash],
    ...(licence && { licenses: [{ expression: licence }] }),
    purl: address,
    externalReferences: [{ type: "distribution", url: from }],
  };
}

/** Both lists, each thing once and in order: npm may install one version in several places. */
function merged(...lists) {
  const once = (items, key) => [...new Map(items.map((item) => [item[key], item])).values()];
  const inOrder = (items, key) => items.sort((one, other) => (one[key] < other[key] ? -1 : 1));
  const take = (part, key) => inOrder(once(lists.flatMap((list) => list[part]), key), key);
  return { components: take("components", "bom-ref"), dependencies: take("dependencies", "ref") };
}

/** Where Node.js finds the package `name` from the one at `path`: beside it, or further out. */
function placeOf(lock, path, name) {
  for (let folder = path; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf("/node_modules/")))) {
    const place = folder === "" ? `node_modules/${name}` : `${folder}/node_modules/${name}`;
    if (place in lock) return place;
    // What is optional may be for other systems only.
    if (folder === "") return undefined;
  }
}

function nameAt(path) {
  return path.slice(path.lastIndexOf("node_modules/") + "node_modules/".length);
}

function crateAddress({ name, version }) {
  return `pkg:cargo/${name}@${version}`;
}

function packageAddress({ name, version }) {
  return `pkg:npm/${name.replace("@", "%40")}@${version}`;
}

function checksums(lock) {
  const entry = /name = "(.+)"\nversion = "(.+)"\nsource = ".+"\nchecksum = "(.+)"/g;
  return new Map([...lock.matchAll(entry)].map(([, name, version, sum]) => [`${name} ${version}`, sum]));
}

function reference(component) {
  return component["bom-ref"];
}

function sorted(addresses) {
  return [...new Set(addresses.filter(Boolean))].sort();
}

/** A name for this very bill: the same for the same content. */
function serialNumber(bill) {
  const digest = createHash("sha256").update(JSON.stringify(bill)).digest("hex");
  // The form of a UUID of version 8, which is made as one likes.
  const [, a, b, c, d, e] = digest.match(/^(.{8})(.{4}).(.{3}).(.{3})(.{12})/);
  return `urn:uuid:${a}-${b}-8${c}-8${d}-${e}`;
}
