// The worker where the page is one file: it has the checker or the converter in it.

import { completeTexts } from "../checker/message";
import start, { serve } from "one-file:glue";
import packed from "one-file:wasm";

const bytes = Uint8Array.from(atob(packed), (character) => character.charCodeAt(0));
const unpacked = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
const wasm = new Response(unpacked, { headers: { "content-type": "application/wasm" } });

function begin(): void {
  serve();
  completeTexts();
}

// A rejected promise of a worker stays in the worker; a reported error reaches the page.
start({ module_or_path: wasm }).then(begin).catch(reportError);
