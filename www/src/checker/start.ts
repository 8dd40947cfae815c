import { scriptAddress } from "../trusted";
import type { Part } from "./client";
import type { Start } from "./worker";

/** The address that the build wrote into the page's head under `name`. */
function address(name: string): string {
  const meta = document.querySelector<HTMLMetaElement>(`meta[name="checker-${name}"]`);
  return meta ? new URL(meta.content, document.baseURI).href : "";
}

/** The part of the checker that comes first; a page that is built for its developers has only the whole one. */
export const FIRST_PART: Part = address("first-wasm") ? "first" : "whole";

/** Made from a blob, since a worker from a file has no Content-Security-Policy but that of a server, and there is none. */
const body = new Blob([`import ${JSON.stringify(address("worker"))};`], { type: "text/javascript" });
const bodyAddress = URL.createObjectURL(body);

/** Starts a worker that has that part of the checker. */
export function startWorker(part: Part): Worker {
  const worker = new Worker(scriptAddress(bodyAddress), { type: "module", name: "checker" });
  const start: Start = { glue: address(`${part}-js`), wasm: address(`${part}-wasm`) };
  worker.postMessage(start);
  return worker;
}
