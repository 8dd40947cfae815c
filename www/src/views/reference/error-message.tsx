import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import type { PageProps } from "../../panels/props";
import type { Explanation } from "../../wire";
import { reference } from "../../text/later";
import { Answer } from "./answer";
import { MESSAGES, type Moment } from "./data";

const PAUSE = 250;

/** What an explanation is about. */
export interface Explained {
  readonly message: string;
  readonly explanation: Explanation;
}

/** The box for a message that somebody got, and what it means. */
export function ErrorMessage({ session, state }: PageProps) {
  const { errorMessage } = reference;
  const { message, checked } = state;
  const box = useRef<HTMLTextAreaElement>(null);
  const [explained, setExplained] = useState<Explained>();
  const [hidden, setHidden] = useState(false);

  useLayoutEffect(() => {
    if (session.address.takeArrival()) box.current?.focus({ preventScroll: true });
  }, [session]);

  const write = (text: string) => {
    setHidden(false);
    session.store.set({ message: text });
  };
  useEffect(() => {
    if (!message.trim()) {
      setExplained(undefined);
      return;
    }
    let wanted = true;
    const timer = setTimeout(
      () =>
        void session.checks.explain(message).then((explanation) => {
          if (!wanted || !explanation) return;
          if (explanation.masked !== undefined) {
            setHidden(true);
            session.store.set({ message: explanation.masked });
          }
          setExplained({ message, explanation });
        }),
      explained ? PAUSE : 0,
    );
    return () => {
      wanted = false;
      clearTimeout(timer);
    };
  }, [session, message, checked]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Escape") return;
    event.preventDefault();
    if (message) write("");
    else session.address.back();
  };
  return (
    <div class="error-message">
      <h2 class="visually-hidden">{reference.message}</h2>
      <div class="message-head">
        <label for="error-message">{errorMessage.label}</label>
        {message && (
          <button type="button" class="link" onClick={() => (write(""), box.current?.focus())}>
            {errorMessage.clear}
          </button>
        )}
      </div>
      <textarea
        id="error-message"
        class="message-box"
        rows={3}
        spellcheck={false}
        autocomplete="off"
        placeholder={errorMessage.placeholder}
        aria-describedby="error-message-hint"
        value={message}
        ref={box}
        onInput={(event) => write(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      <p class="message-hint" id="error-message-hint">
        {hidden ? errorMessage.hidden : errorMessage.hint}
      </p>
      <Answer session={session} state={state} explained={message.trim() ? explained : undefined} />
      {!message.trim() && <KnownMessages choose={(text) => (write(text), box.current?.focus())} />}
    </div>
  );
}

const MOMENTS: readonly Moment[] = ["import", "signIn", "call"];

/** All messages that are known, by when they are met. */
function KnownMessages({ choose }: { choose: (message: string) => void }) {
  const { errorMessage } = reference;
  return (
    <div class="known-messages">
      <h3>{errorMessage.known}</h3>
      {MOMENTS.map((moment) => (
        <details key={moment} open={moment === "call"}>
          <summary>{errorMessage.moments[moment]}</summary>
          <ul class="message-list">
            {MESSAGES.filter((known) => known.moment === moment).map(({ text }) => (
              <li key={text}>
                <button type="button" class="link" onClick={() => choose(text)}>
                  {text}
                </button>
              </li>
            ))}
          </ul>
        </details>
      ))}
    </div>
  );
}
