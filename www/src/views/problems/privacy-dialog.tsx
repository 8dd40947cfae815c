import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { eraseEverything } from "../../session/erasing";
import { privacy as words } from "../../text/later";
import { Dialog, type DialogProps } from "./dialog";

/** What this page keeps, that nothing leaves it, how to see that, and the way to erase all of it. */
export default function PrivacyDialog({ session, close }: DialogProps) {
  return (
    <Dialog heading={words.heading} close={close}>
      <p>{words.lead}</p>
      <section class="dialog-part">
        <h3>{words.keptHeading}</h3>
        <ul class="dialog-list">
          {words.kept.map(({ what, why }) => (
            <li key={what}>
              <strong>{what}</strong> {why}
            </li>
          ))}
        </ul>
        <p class="dialog-note">{words.keptWhere}</p>
      </section>
      <section class="dialog-part">
        <h3>{words.proofHeading}</h3>
        <ul class="dialog-list">
          {words.proofs.map((proof) => (
            <li key={proof}>{proof}</li>
          ))}
        </ul>
      </section>
      <Erase erase={() => void eraseEverything(session)} />
    </Dialog>
  );
}

/** Asks before it erases: nothing brings it back. */
function Erase({ erase }: { erase: () => void }) {
  const [asks, setAsks] = useState<boolean>();
  const first = useRef<HTMLButtonElement>(null);
  const no = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => {
    // Until a person has asked for it, the keyboard stays where it is.
    if (asks !== undefined) (asks ? no : first).current?.focus();
  }, [asks]);
  if (!asks) {
    return (
      <div class="dialog-buttons">
        <button type="button" class="button" ref={first} onClick={() => setAsks(true)}>
          {words.erase}
        </button>
      </div>
    );
  }
  return (
    <div class="dialog-question" role="group" aria-labelledby="erase-question">
      <p id="erase-question">{words.question}</p>
      <div class="dialog-buttons">
        <button type="button" class="button" ref={no} onClick={() => setAsks(false)}>
          {words.cancel}
        </button>
        <button type="button" class="button main" onClick={erase}>
          {words.agree}
        </button>
      </div>
    </div>
  );
}
