declare module "*.css" {
  const text: string;
  export default text;
}

declare module "*.json" {
  const text: string;
  export default text;
}

/** The worker's address, relative to the page; the build knows its hashed name. */
declare const WORKER: string;
