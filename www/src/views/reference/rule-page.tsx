import { useEffect, useLayoutEffect, useMemo, useRef } from "preact/hooks";
import { CopyIcon, SeverityIcon } from "../../panels/icons";
import type { PageProps } from "../../panels/props";
import { Words } from "../../panels/words";
import type { Session } from "../../session/session";
import { SHOW_ALL } from "../../session/state";
import { texts } from "../../text/first";
import { reference } from "../../text/later";
import { countsOf } from "./counts";
import { MESSAGES, type Rule } from "./data";
import { Example } from "./example";
import { Code } from "./code";

interface RulePageProps extends PageProps {
  readonly id: string;
  readonly rule: Rule | undefined;
}

/** All there is to know of a rule. */
export function RulePage({ session, state, id, rule }: RulePageProps) {
  const page = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    if (!session.address.takeArrival()) return;
    page.current?.focus({ preventScroll: true });
    page.current?.parentElement?.scrollTo({ top: 0 });
  }, [session]);
  useEffect(() => {
    document.title = reference.titleOf(id);
    return () => {
      document.title = texts.title;
    };
  }, [id]);
  const count = countsOf(state).get(id) ?? 0;
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Escape") return;
    event.preventDefault();
    session.address.back();
  };
  return (
    <article class="rule-page" aria-label={id} tabIndex={-1} ref={page} onKeyDown={onKeyDown}>
      <div class="rule-ways">
        <a href="#rules">{reference.allRules}</a>
        <button type="button" class="button small bare" onClick={() => void session.documents.copy(location.href)}>
          <CopyIcon />
          {reference.copyLink}
        </button>
      </div>
      {useMemo(
        () => (rule ? <Content session={session} rule={rule} count={count} /> : <h2>{reference.unknown(id)}</h2>),
        [session, rule, count],
      )}
    </article>
  );
}

/** Shows what the rule says of the text in the editor, beginning with the first. */
function showProblemsOf(id: string, session: Session): void {
  const first = session.state.checked?.report.diagnostics.find(({ rule }) => rule === id);
  session.store.set({ filter: { ...SHOW_ALL, rule: id } });
  session.views.show("problems");
  if (first) session.places.show(first, "panel");
}

function Content({ session, rule, count }: { session: Session; rule: Rule; count: number }) {
  const messages = MESSAGES.filter(({ rules }) => rules.includes(rule.id));
  return (
    <>
      <h2>
        <Words text={rule.title} />
      </h2>
      <p class="evidence">
        <code>{rule.id}</code>
        {rule.severities.map((severity) => (
          <span key={severity} class="rule-severity">
            <SeverityIcon severity={severity} />
            {texts.severity[severity]}
          </span>
        ))}
        <span>{reference.objects[rule.object]}</span>
        <span>{texts.problems.certainty[rule.certainty]}</span>
        <a href={rule.source} target="_blank" rel="noreferrer noopener">
          {texts.problems.source}
        </a>
      </p>
      {count > 0 && (
        <p class="rule-in-file">
          <span>{reference.inYourFile(count)}</span>
          <button type="button" class="button small" onClick={() => showProblemsOf(rule.id, session)}>
            {reference.showInFile}
          </button>
        </p>
      )}
      {rule.explanation.map((paragraph) => (
        <p key={paragraph}>
          <Words text={paragraph} />
        </p>
      ))}
      {rule.bad.map((example, index) => (
        <Example key={index} example={example} number={rule.bad.length > 1 ? index + 1 : undefined} />
      ))}
      <section class="rule-good">
        <h3>{reference.good}</h3>
        {rule.good.map((text, index) => (
          <Code key={index} text={text} />
        ))}
      </section>
      {messages.length > 0 && (
        <section>
          <h3>{reference.messages}</h3>
          <ul class="message-list">
            {messages.map(({ text }) => (
              <li key={text}>
                <button type="button" class="link" onClick={() => session.explain(text)}>
                  {text}
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
