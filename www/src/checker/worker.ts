import { completeTexts } from "./message";

/** What the page tells a new worker: where the checker is. */
export interface Start {
  glue: string;
  wasm: string;
}

interface Glue {
  default(options: { module_or_path: string }): Promise<unknown>;
  serve(): void;
}

async function start({ glue, wasm }: Start): Promise<void> {
  const checker = (await import(glue)) as Glue;
  await checker.default({ module_or_path: wasm });
  checker.serve();
  completeTexts();
}

// A rejected promise of a worker stays in the worker; a reported error reaches the page.
self.onmessage = ({ data }: MessageEvent<Start>) => start(data).catch(reportError);
