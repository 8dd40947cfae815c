/** What the page is built for: a site, to be one file, or its developers. */
declare const BUILD: "site" | "one-file" | "development";

declare module "*.css" {
  const text: string;
  export default text;
}

declare module "*.json" {
  const text: string;
  export default text;
}
