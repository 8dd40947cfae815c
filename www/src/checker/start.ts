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

/**
 * Made from a blob, since a worker from a file has no Content-Security-Policy but that of a server, and there is none. It
 * imports while it runs: what it imports before, Firefox asks of the site only, and not of what the browser keeps of it.
 */
const script = `onmessage = (start) => import(${JSON.stringify(address("worker"))}).then(() => onmessage(start), reportError);`;
const bodyAddress = URL.createObjectURL(new Blob([script], { type: "text/javascript" }));

/** What a worker can have in it: a part of the checker, or the converter. */
export type WorkerPart = Part | "convert";

/** Starts a worker that has that in it. */
export function startWorker(part: WorkerPart): Worker {
  const worker = new Worker(scriptAddress(bodyAddress), { type: "module", name: part === "convert" ? "converter" : "checker" });
  const start: Start = { glue: address(`${part}-js`), wasm: address(`${part}-wasm`) };
  worker.postMessage(start);
  return worker;
}
