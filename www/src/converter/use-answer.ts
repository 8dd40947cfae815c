import { useEffect, useState } from "preact/hooks";
import { NotLoaded } from "../checker/client";

/** Why there is no answer: the converter did not load, or stopped on the text. */
export type Failure = "notLoaded" | "stopped";

/** What is known of an answer. */
export interface Answered<Value> {
  /** The newest that came; it may be that to an earlier question. */
  readonly value?: Value;
  /** Whether it is the answer to the question that is asked now. */
  readonly isCurrent: boolean;
  /** Why the last one did not come. */
  readonly failure?: Failure;
  /** Asks the same once more. */
  readonly again: () => void;
}

/** Asks anew after `inputs` have changed and stayed the same for `delay` milliseconds. */
export function useAnswer<Value>(ask: () => Promise<Value>, inputs: readonly unknown[], delay = 0): Answered<Value> {
  const [answered, setAnswered] = useState<Omit<Answered<Value>, "again">>({ isCurrent: false });
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    let isWanted = true;
    setAnswered((before) => ({ ...before, isCurrent: false }));
    const timer = setTimeout(() => {
      ask().then(
        (value) => isWanted && setAnswered({ value, isCurrent: true }),
        (error: unknown) => isWanted && setAnswered({ isCurrent: true, failure: failureOf(error) }),
      );
    }, delay);
    return () => {
      isWanted = false;
      clearTimeout(timer);
    };
  }, [...inputs, attempt]);
  return { ...answered, again: () => setAttempt(attempt + 1) };
}

/** Why the converter threw `error`. */
export function failureOf(error: unknown): Failure {
  return error instanceof NotLoaded ? "notLoaded" : "stopped";
}
