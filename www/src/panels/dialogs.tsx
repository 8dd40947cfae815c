import type { Session } from "../session/session";
import type { DialogName, State } from "../session/state";
import { LaterPart } from "./later-part";

const LOAD = {
  create: () => import("../create/dialog"),
  keys: () => import("../views/problems/keys-dialog"),
  licences: () => import("../views/problems/licences-dialog"),
  offline: () => import("../views/problems/offline-dialog"),
  pick: () => import("../pick/dialog"),
  privacy: () => import("../views/problems/privacy-dialog"),
  report: () => import("../views/problems/report-dialog"),
  sample: () => import("../sample/dialog"),
  split: () => import("../split/dialog"),
} satisfies Record<DialogName, unknown>;

/** The dialog that is open. */
export function Dialogs({ session, state }: { session: Session; state: State }) {
  const close = () => session.store.set({ dialog: undefined });
  if (!state.dialog) return null;
  return <LaterPart key={state.dialog} session={session} load={LOAD[state.dialog]} props={{ session, state, close }} onFail={close} />;
}
