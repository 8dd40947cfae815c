import { SeverityIcon } from "../../panels/icons";
import { SHOW_ALL, shownProblems } from "../../session/state";
import { nintex } from "../../text/later";
import type { Diagnostic } from "../../wire";
import type { ContextProps } from "./context";
import { worstOf } from "./problems-in";

interface BadgeProps extends ContextProps {
  readonly problems: readonly Diagnostic[];
  /** What the problems are in. */
  readonly label: string;
}

/** How many problems there are in something; leads to the worst of them. */
export function Badge({ context, problems, label }: BadgeProps) {
  const worst = worstOf(problems);
  const first = problems.find(({ severity }) => severity === worst);
  if (!worst || !first) return null;
  const { session } = context;
  const show = () => {
    const { store, state } = session;
    if (!shownProblems(context.shown.checked.report, state.filter).includes(first)) store.set({ filter: SHOW_ALL });
    session.views.show("problems");
    session.places.show(first, "panel");
  };
  const name = nintex.problemsOf(problems.length, label);
  return (
    <button type="button" class={`tab-count is-${worst} badge`} aria-label={name} title={name} onClick={show}>
      <SeverityIcon severity={worst} />
      {problems.length}
    </button>
  );
}
