import { withEdits } from "../document/edits";
import type { Edit, Request } from "../wire";

type WithoutText<Kind> = Kind extends unknown ? Omit<Kind, "text"> : never;

/** A request as it travels: with its text, or with what has changed in that of the request before. */
export type Message = WithoutText<Request> & ({ readonly text: string } | { readonly edits: readonly Edit[] });

/** Gives the checker that has begun to serve in this worker each request with its whole text. */
export function completeTexts(): void {
  const answer = self.onmessage;
  let text = "";
  self.onmessage = ({ data }: MessageEvent<Message>) => {
    text = "edits" in data ? withEdits(text, data.edits) : data.text;
    answer?.call(self, new MessageEvent("message", { data: { ...data, text } }));
  };
}
