import { useLayoutEffect } from "preact/hooks";
import styles from "../../../styles/reference.css";
import type { PageProps } from "../../panels/props";
import { adopt } from "../../styles";
import { reference } from "../../text/later";
import { ruleOf } from "./data";
import { ErrorMessage } from "./error-message";
import { RuleList } from "./rule-list";
import { RulePage } from "./rule-page";

adopt(styles);

/** The rules, and what messages mean. */
export default function Reference({ session, state }: PageProps) {
  useLayoutEffect(() => {
    session.address.enter();
    return () => session.address.leave();
  }, [session]);
  const { place } = state;
  const id = place.startsWith("rule/") ? place.slice("rule/".length) : undefined;
  return (
    <>
      <nav class="reference-parts" aria-label={reference.parts}>
        <a href="#rules" aria-current={place === "rules" ? "page" : place === "explain" ? undefined : "true"}>
          {reference.rules}
        </a>
        <a href="#explain" aria-current={place === "explain" ? "page" : undefined}>
          {reference.message}
        </a>
      </nav>
      {place === "explain" && <ErrorMessage session={session} state={state} />}
      {place === "rules" && <RuleList session={session} state={state} />}
      {id !== undefined && <RulePage key={id} id={id} rule={ruleOf(id)} session={session} state={state} />}
    </>
  );
}
