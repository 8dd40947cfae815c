import type { Session } from "../session/session";
import { texts } from "../text/first";

/** How much the conversion that the text came of left to a person. */
export function countToFillIn(session: Session): number {
  return session.conversions.madeOf?.remarks.filter(({ kind }) => kind === "open").length ?? 0;
}

/** Says so, with the way there. */
export function ToFillIn({ session, count }: { readonly session: Session; readonly count: number }) {
  return (
    <p>
      <button type="button" class="link" onClick={() => session.views.show("changes", true)}>
        {texts.problems.toFillIn(count)}
      </button>
    </p>
  );
}
