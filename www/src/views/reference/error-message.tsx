import { useLayoutEffect, useRef } from "preact/hooks";
import type { PageProps } from "../../panels/props";
import { texts } from "../../text/first";
import { reference } from "../../text/later";
import { Answer } from "./answer";
import { MESSAGES, type Moment } from "./data";
import { useExplanation } from "./explanation";

/** The box for a message that somebody got, and what it means. */
export function ErrorMessage({ session, state }: PageProps) {
  const { errorMessage } = reference;
  const { message } = state;
  const box = useRef<HTMLTextAreaElement>(null);
  const { explanation, isSlow, isShortened } = useExplanation(session, state);
  useLayoutEffect(() => {
    if (!session.address.takeArrival()) return;
    box.current?.focus({ preventScroll: true });
    // A message from before gives way to the one that is pasted now.
    box.current?.select();
  }, [session]);

  const write = (text: string) => session.store.set({ message: text });
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
        {isShortened ? errorMessage.shortened : errorMessage.hint}
      </p>
      {state.life === "failed" || state.whole === "failed" ? (
        <div class="answer">
          <p>{state.life === "failed" ? texts.failed.start : texts.said.notLoaded}</p>
          <button type="button" class="button" onClick={() => session.checks.tryAgain()}>
            {texts.failed.again}
          </button>
        </div>
      ) : (
        <Answer session={session} state={state} explanation={explanation} isSlow={isSlow} />
      )}
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
