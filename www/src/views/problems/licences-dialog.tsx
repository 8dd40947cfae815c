import text from "licences:page";
import { licences as words } from "../../text/later";
import { Dialog, type DialogProps } from "./dialog";

/** Whose work is in the page, and under which licences. */
export default function LicencesDialog({ close }: DialogProps) {
  return (
    <Dialog heading={words.heading} close={close}>
      <pre class="licences" tabIndex={0} role="region" aria-label={words.text}>
        {text}
      </pre>
    </Dialog>
  );
}
