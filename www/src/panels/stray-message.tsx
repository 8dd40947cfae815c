import { useEffect, useState } from "preact/hooks";
import type { Session } from "../session/session";
import type { Checked } from "../session/state";
import { texts } from "../text/first";

const LONGEST = 3000;

/** What every file has, and no message. */
const KEY_OF_FILE = /["']?\b(swagger|openapi|paths|host|definitions)\b["']?\s*:/i;

/** Offers to explain what stands in the editor, where that is a known message and no file. */
export function StrayMessage({ session, checked }: { session: Session; checked: Checked }) {
  const [known, setKnown] = useState<Checked>();
  useEffect(() => {
    // Where the text is a message beyond doubt, what stands below offers the same.
    if (session.state.whole !== "ready" || checked.text.length > LONGEST || checked.found.other?.offer === "explain") return;
    const text = checked.text.toString();
    if (KEY_OF_FILE.test(text)) return;
    let wanted = true;
    void session.checks.explain(text).then((explanation) => {
      if (wanted && explanation && explanation.causes.length > 0) setKnown(checked);
    });
    return () => {
      wanted = false;
    };
  }, [session, checked, session.state.whole]);
  const explain = () => {
    session.documents.clear();
    session.explain(checked.text.toString());
  };
  return (
    <div role="status">
      {known === checked && (
        <div class="stray">
          <p>{texts.problems.stray}</p>
          <button type="button" class="button small" onClick={explain}>
            {texts.problems.explainStray}
          </button>
        </div>
      )}
    </div>
  );
}
