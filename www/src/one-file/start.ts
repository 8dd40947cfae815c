// What `checker/start.ts` is where the page is one file: the build puts this in its place.

import type { Part } from "../checker/client";
import { scriptAddress } from "../trusted";
import script from "one-file:worker";

/** There is nothing to wait for, and so no part that comes first. */
export const FIRST_PART: Part = "whole";

const address = URL.createObjectURL(new Blob([script], { type: "text/javascript" }));

export function startWorker(): Worker {
  return new Worker(scriptAddress(address), { name: "checker" });
}
