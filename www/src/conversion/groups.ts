import type { PlacedRemark } from "../editor/converted";
import type { RemarkKind } from "../wire";

/** What needs a person first. */
export const REMARK_KINDS: readonly RemarkKind[] = ["open", "lost", "changed", "chosen"];

/** Remarks that say the same of several places. */
export interface RemarkGroup {
  readonly kind: RemarkKind;
  readonly message: string;
  readonly because: string;
  readonly remarks: readonly PlacedRemark[];
}

/** `remarks` in groups, what needs a person first; of one kind in the order of the original. */
export function groupsOf(remarks: readonly PlacedRemark[]): readonly RemarkGroup[] {
  const groups = new Map<string, RemarkGroup & { readonly remarks: PlacedRemark[] }>();
  for (const remark of remarks) {
    const { kind, message, because } = remark;
    const key = `${kind} ${message} ${because}`;
    const group = groups.get(key);
    if (group) group.remarks.push(remark);
    else groups.set(key, { kind, message, because, remarks: [remark] });
  }
  return [...groups.values()].sort((a, b) => REMARK_KINDS.indexOf(a.kind) - REMARK_KINDS.indexOf(b.kind));
}

/** How many of `remarks` are of that kind. */
export function countOf(remarks: readonly PlacedRemark[], kind: RemarkKind): number {
  return remarks.filter((remark) => remark.kind === kind).length;
}
