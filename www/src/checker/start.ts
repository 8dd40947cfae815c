import type { Start } from "./worker";

/** The address that the build wrote into the page's head under `name`. */
function address(name: string): string {
  const meta = document.querySelector<HTMLMetaElement>(`meta[name="${name}"]`);
  return new URL(meta?.content ?? "", document.baseURI).href;
}

export function startWorker(): Worker {
  const worker = new Worker(new URL(WORKER, document.baseURI), { type: "module", name: "checker" });
  const start: Start = { glue: address("checker-js"), wasm: address("checker-wasm") };
  worker.postMessage(start);
  return worker;
}
