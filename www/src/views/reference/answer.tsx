import { useLayoutEffect, useRef } from "preact/hooks";
import type { PageProps } from "../../panels/props";
import { Words } from "../../panels/words";
import { texts } from "../../text/first";
import { reference } from "../../text/later";
import type { Cause, Explanation } from "../../wire";
import { CauseProblems } from "./cause-problems";
import { ruleOf } from "./data";

interface AnswerProps extends PageProps {
  readonly explanation: Explanation | undefined;
  /** The answer to what the box says now is late. */
  readonly isSlow: boolean;
}

/** What a message means. The region that says so is always there, since a new one is not read out. */
export function Answer({ session, state, explanation, isSlow }: AnswerProps) {
  const { errorMessage } = reference;
  const answer = useRef<HTMLDivElement>(null);
  const hadKeyboard = useRef(false);
  useLayoutEffect(() => {
    // What had the keyboard may be gone, as what it mended is.
    if (hadKeyboard.current && document.activeElement === document.body) {
      const next = answer.current?.querySelector<HTMLElement>(".problem-head") ?? answer.current;
      next?.focus();
    }
    hadKeyboard.current = false;
  }, [explanation]);
  const onFocusIn = () => (hadKeyboard.current = true);

  const causes = explanation?.causes ?? [];
  const closest = explanation?.closest ?? [];
  const told = new Set(causes.flatMap(({ diagnostics }) => diagnostics.map(({ rule, from }) => `${rule} ${from}`)));
  const found = told.size;
  const others = (state.checked?.report.diagnostics.length ?? 0) - found;
  const errors = (state.checked?.report.diagnostics ?? []).filter(({ severity, rule, from }) => severity === "error" && !told.has(`${rule} ${from}`));
  const [firstError] = errors;
  return (
    <div class="answer" ref={answer} tabIndex={-1} onFocusIn={onFocusIn}>
      <p role="status" class={explanation || isSlow ? "answer-said" : "visually-hidden"}>
        {isSlow && errorMessage.slow}
        {!isSlow && explanation && (causes.length === 0 ? errorMessage.unknown : errorMessage.summary(causes.length, found, state.length > 0))}
      </p>
      {explanation && firstError && (
        <p class="answer-errors">
          {errorMessage.errors(errors.length)}{" "}
          <button type="button" class="link" onClick={() => session.places.show(firstError, "editor")}>
            <Words text={firstError.message} />
          </button>
        </p>
      )}
      {causes.map((cause, index) => (
        <CauseCard key={cause.meaning} session={session} state={state} cause={cause} isFirst={index === 0} />
      ))}
      {explanation && causes.length === 0 && closest.length > 0 && (
        <section>
          <h3>{errorMessage.closest}</h3>
          <ul class="message-list">
            {closest.map((text) => (
              <li key={text}>
                <button type="button" class="link" onClick={() => session.store.set({ message: text })}>
                  {text}
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
      {explanation && others > 0 && (
        <p>
          <button type="button" class="link" onClick={() => session.views.show("problems", true)}>
            {errorMessage.others(others, found > 0)}
          </button>
        </p>
      )}
    </div>
  );
}

interface CauseProps extends PageProps {
  readonly cause: Cause;
  readonly isFirst: boolean;
}

function CauseCard({ session, state, cause, isFirst }: CauseProps) {
  const { errorMessage } = reference;
  return (
    <section class="cause">
      <p class="cause-meaning">
        <Words text={cause.meaning} />
      </p>
      {cause.diagnostics.length > 0 && state.checked && (
        <>
          <h3>{errorMessage.problems}</h3>
          <CauseProblems session={session} checked={state.checked} current={state.current} problems={cause.diagnostics} isFirst={isFirst} />
        </>
      )}
      {cause.places.length > 0 && state.checked && <Places session={session} state={state} cause={cause} />}
      {cause.unseen && (
        <>
          <h3>{errorMessage.unseen}</h3>
          <p>
            <Words text={cause.unseen} />
          </p>
        </>
      )}
      <p class="evidence">
        <a href={cause.source} target="_blank" rel="noreferrer noopener">
          {texts.problems.source}
        </a>
      </p>
      {cause.rules.length > 0 && (
        <details class="cause-rules">
          <summary>{errorMessage.rules(cause.rules.length)}</summary>
          <ul>
            {cause.rules.map((id) => (
              <li key={id}>
                <a href={`#rule/${id}`}>
                  <Words text={ruleOf(id)?.title ?? id} />
                </a>
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

/** Where else to look: no rule finds fault there. */
function Places({ session, state, cause }: PageProps & { readonly cause: Cause }) {
  const text = state.checked?.text;
  if (!text) return null;
  return (
    <>
      <h3>{reference.errorMessage.places}</h3>
      <ul class="cause-places">
        {cause.places.map(({ from, to }) => (
          <li key={from}>
            <button type="button" class="link" onClick={() => session.places.showRange(from, to, "editor")}>
              {texts.problems.line(text.lineAt(Math.min(from, text.length)).number)}
            </button>{" "}
            <code>{text.sliceString(from, to)}</code>
          </li>
        ))}
      </ul>
    </>
  );
}
