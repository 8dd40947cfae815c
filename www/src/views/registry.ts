import type { ComponentType } from "preact";
import type { PageProps } from "../panels/props";
import type { State } from "../session/state";

/** What can stand beside the editor. */
export type ViewName = "problems" | "nintex" | "outline" | "changes" | "files" | "reference";

/** One of the views. */
export interface View {
  readonly name: ViewName;
  /** Gets the view's script; the problems need none, they are in the first one. */
  readonly load?: () => Promise<{ default: ComponentType<PageProps> }>;
  /** Whether there is a tab for it; else there always is. */
  readonly isOffered?: (state: State) => boolean;
}

const hasText = ({ length }: State) => length > 0;

/** The views in the order of their tabs. */
export const VIEWS: readonly [View, ...View[]] = [
  { name: "problems" },
  { name: "nintex", load: () => import("./nintex/view") },
  { name: "outline", load: () => import("./outline/outline"), isOffered: hasText },
  { name: "changes", load: () => import("./changes/changes"), isOffered: hasText },
  { name: "files", load: () => import("./files/view"), isOffered: ({ files }) => files.list.length > 0 || files.work !== undefined },
  { name: "reference", load: () => import("./reference/reference") },
];
