import type { Text } from "@codemirror/state";
import { useEffect, useState } from "preact/hooks";
import { NotLoaded } from "../checker/client";
import { converter } from "../converter/client";
import type { Conversion } from "../wire";

/** Why a conversion has no outcome: the converter did not come, or it stopped on the text. */
export type Failure = "lost" | "stopped";

/** What becomes of `original`; nothing as long as it is not known. Another `attempt` asks anew. */
export function useConversion(original: Text, allWays: boolean, attempt: number): { readonly outcome: Conversion | Failure | undefined; readonly hasWays: boolean } {
  const [outcome, setOutcome] = useState<Conversion | Failure>();
  const [hasWays, setHasWays] = useState(false);
  useEffect(() => {
    const given = new AbortController();
    const { signal } = given;
    void convert(original.toString(), allWays, signal).then((made) => {
      if (signal.aborted) return;
      setOutcome(made);
      if (typeof made === "string" || made.outcome !== "done" || made.source !== "openapi3") return;
      void convert(original.toString(), !allWays, signal).then((other) => {
        if (!signal.aborted && typeof other !== "string" && other.outcome === "done") setHasWays(other.text !== made.text);
      });
    });
    return () => given.abort();
  }, [original, allWays, attempt]);
  return { outcome, hasWays };
}

async function convert(text: string, allWays: boolean, signal: AbortSignal): Promise<Conversion | Failure> {
  try {
    return await converter.convert(text, { allWays, signal });
  } catch (error) {
    return error instanceof NotLoaded ? "lost" : "stopped";
  }
}
