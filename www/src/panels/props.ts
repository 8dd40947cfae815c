import type { Session } from "../session/session";
import type { State } from "../session/state";

/** What the page, its views and its larger parts are made from. */
export interface PageProps {
  readonly session: Session;
  readonly state: State;
}
