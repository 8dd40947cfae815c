// What `checker/start.ts` is where the page is one file: the build puts this in its place.

import type { Part } from "../checker/client";
import type { WorkerPart } from "../checker/start";
import { scriptAddress } from "../trusted";
import checker from "one-file:checker";
import converter from "one-file:converter";

/** There is nothing to wait for, and so no part that comes first. */
export const FIRST_PART: Part = "whole";

const addresses = new Map<string, string>();

export function startWorker(part: WorkerPart): Worker {
  return part === "convert" ? worker("converter", converter) : worker("checker", checker);
}

function worker(name: string, script: string): Worker {
  const address = addresses.get(name) ?? URL.createObjectURL(new Blob([script], { type: "text/javascript" }));
  addresses.set(name, address);
  return new Worker(scriptAddress(address), { name });
}
