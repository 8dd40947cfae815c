import type { Session } from "../session/session";
import { texts } from "../text/first";

/** Leads to the reports. */
export function ReportButton({ session }: { session: Session }) {
  return (
    <button type="button" class="button small report-button" aria-haspopup="dialog" onClick={() => session.store.set({ dialog: "report" })}>
      {texts.problems.report}
    </button>
  );
}
