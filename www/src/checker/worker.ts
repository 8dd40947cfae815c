import { withEdits } from "../document/edits";
import type { Edit, Request } from "../wire";

/** What the page tells a new worker: where the checker is. */
export interface Start {
  glue: string;
  wasm: string;
}

type WithoutText<Kind> = Kind extends unknown ? Omit<Kind, "text"> : never;

/** A request as it travels: with its text, or with what has changed in that of the request before. */
export type Message = WithoutText<Request> & ({ readonly text: string } | { readonly edits: readonly Edit[] });

interface Glue {
  default(options: { module_or_path: string }): Promise<unknown>;
  serve(): void;
}

async function start({ glue, wasm }: Start): Promise<void> {
  const checker = (await import(glue)) as Glue;
  await checker.default({ module_or_path: wasm });
  checker.serve();
  const answer = self.onmessage;
  let text = "";
  self.onmessage = ({ data }: MessageEvent<Message>) => {
    text = "edits" in data ? withEdits(text, data.edits) : data.text;
    answer?.call(self, new MessageEvent("message", { data: { ...data, text } }));
  };
}

// A rejected promise of a worker stays in the worker; a reported error reaches the page.
self.onmessage = ({ data }: MessageEvent<Start>) => start(data).catch(reportError);
