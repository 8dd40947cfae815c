import { useEffect, useState } from "preact/hooks";
import { NotLoaded } from "../checker/client";

/** What is known of an answer. */
export interface Answered<Value> {
  /** The newest that came; it may be that to an earlier question. */
  readonly value?: Value;
  /** Whether it is the answer to the question that is asked now. */
  readonly isCurrent: boolean;
  /** Why none came: the converter did not load, or stopped on the text. */
  readonly failure?: "notLoaded" | "stopped";
}

/** Asks anew after `inputs` have changed and stayed the same for `delay` milliseconds. */
export function useAnswer<Value>(ask: () => Promise<Value>, inputs: readonly unknown[], delay = 0): Answered<Value> {
  const [answered, setAnswered] = useState<Answered<Value>>({ isCurrent: false });
  useEffect(() => {
    let isWanted = true;
    setAnswered(({ value }) => ({ ...(value !== undefined && { value }), isCurrent: false }));
    const timer = setTimeout(() => {
      ask().then(
        (value) => isWanted && setAnswered({ value, isCurrent: true }),
        (error: unknown) => isWanted && setAnswered({ isCurrent: true, failure: error instanceof NotLoaded ? "notLoaded" : "stopped" }),
      );
    }, delay);
    return () => {
      isWanted = false;
      clearTimeout(timer);
    };
  }, inputs);
  return answered;
}
