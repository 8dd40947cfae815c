/** What the page is built for: a site, to be one file, or its developers. */
declare const BUILD: "site" | "one-file" | "development";

/** The script of the worker that has the whole checker in it. */
declare module "one-file:checker" {
  const text: string;
  export default text;
}

/** The script of the worker that has the converter in it. */
declare module "one-file:converter" {
  const text: string;
  export default text;
}

/** The worker's wasm: base64 of gzip. */
declare module "one-file:wasm" {
  const text: string;
  export default text;
}

/** What wasm-bindgen wrote for it. */
declare module "one-file:glue" {
  export default function start(options: { module_or_path: Response }): Promise<unknown>;
  export function serve(): void;
}

/** The licences of the work of others in the page. */
declare module "licences:page" {
  const text: string;
  export default text;
}

declare module "*.css" {
  const text: string;
  export default text;
}

declare module "*.json" {
  const text: string;
  export default text;
}
