const KEY = "xtension-checker.layout";

/** The panel's part of the page's work space, in percent; absent where nobody has changed it. */
export interface Sizes {
  /** Where the panel stands beside the editor. */
  readonly beside?: number | undefined;
  /** Where it stands below it. */
  readonly stacked?: number | undefined;
}

/** The sizes of the last visit. */
export function loadSizes(): Sizes {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(KEY) ?? "null");
    if (typeof stored !== "object" || stored === null) return {};
    const { beside, stacked } = stored as Record<string, unknown>;
    return { beside: percent(beside), stacked: percent(stacked) };
  } catch {
    return {};
  }
}

/** Keeps the sizes for the next visit, where the browser allows it. */
export function saveSizes(sizes: Sizes): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(sizes));
  } catch {
    // Without storage the next visit begins with the usual sizes.
  }
}

function percent(value: unknown): number | undefined {
  return typeof value === "number" && value > 0 && value < 100 ? value : undefined;
}
