import { useState } from "preact/hooks";
import type { Session } from "../session/session";
import type { Checked, State } from "../session/state";
import { texts } from "../text/first";
import { FoldIcon } from "./icons";
import { LaterPart } from "./later-part";

const load = () => import("../views/problems/ignored-list");

/** What is ignored, at the end of the list and closed: nothing of it is counted, and nothing is hidden for good. */
export function Ignored({ session, state, checked }: { session: Session; state: State; checked: Checked }) {
  const [open, setOpen] = useState(false);
  if (checked.ignored.length === 0) return null;
  return (
    <section class="ignored">
      <button type="button" class="ignored-head" aria-expanded={open} onClick={() => setOpen(!open)}>
        {texts.problems.ignored.heading(checked.ignored.length)}
        <FoldIcon />
      </button>
      {open && <LaterPart session={session} load={load} props={{ session, state, checked }} onFail={() => setOpen(false)} />}
    </section>
  );
}
