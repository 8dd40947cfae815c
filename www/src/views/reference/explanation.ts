import { useEffect, useState } from "preact/hooks";
import type { Session } from "../../session/session";
import type { State } from "../../session/state";
import type { Explanation } from "../../wire";

/** How long to wait for the next key, in milliseconds. */
const PAUSE = 250;

/** After so many milliseconds a person takes an answer for late. */
const SLOW_AFTER = 500;

interface Explained {
  /** What the message means for the text in the editor; nothing without a message. */
  readonly explanation: Explanation | undefined;
  readonly isSlow: boolean;
  /** Something in the message looked like a key. */
  readonly isShortened: boolean;
}

/** Asks what the session's message means, and asks again when the message or the text has changed. */
export function useExplanation(session: Session, { message, checked, whole }: State): Explained {
  const [explanation, setExplanation] = useState<Explanation>();
  const [isSlow, setSlow] = useState(false);
  const [shortened, setShortened] = useState<string>();
  useEffect(() => {
    if (!message.trim()) {
      setExplanation(undefined);
      return;
    }
    const ask = async () => {
      const answer = await session.checks.explain(message);
      if (!wanted) return;
      clearTimeout(slowTimer);
      setSlow(false);
      if (!answer) return;
      setExplanation(answer);
      if (answer.masked === undefined) return;
      setShortened(answer.masked);
      session.store.set({ message: answer.masked });
    };
    let wanted = true;
    const timer = setTimeout(() => void ask(), explanation ? PAUSE : 0);
    const slowTimer = setTimeout(() => setSlow(true), SLOW_AFTER);
    return () => {
      wanted = false;
      clearTimeout(timer);
      clearTimeout(slowTimer);
      setSlow(false);
    };
  }, [session, message, checked, whole]);
  return { explanation: message.trim() ? explanation : undefined, isSlow, isShortened: message !== "" && message === shortened };
}
