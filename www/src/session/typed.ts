import type { Text } from "@codemirror/state";
import { LARGE } from "../document/limits";
import { part } from "../parts";
import type { Diagnostic, Report } from "../wire";
import { openApi2InYaml } from "./other-kind";
import type { Unread } from "./state";

/** What reads YAML and did not come is not asked for again at each key, but after so many milliseconds. */
const AGAIN_AFTER = 30_000;

/** Finds what stands in texts in YAML, as they are typed. What reads them comes with the first. */
export class Typed {
  readonly #check: (text: string) => Promise<Report | undefined>;
  #lostAt = -AGAIN_AFTER;

  /** `check` has the report on a text besides the one in the editor. */
  constructor(check: (text: string) => Promise<Report | undefined>) {
    this.#check = check;
  }

  /**
   * What there is to find in `text`, on which `report` is, or why nobody has looked. Nothing where it is no YAML, and in the
   * end where a newer text came meanwhile.
   */
  find(text: Text, report: Report): Promise<readonly Diagnostic[] | Unread | undefined> | undefined {
    const isYaml = openApi2InYaml(report);
    return isYaml && this.#find(text, isYaml);
  }

  /** Asks at once for what did not come. */
  again(): void {
    this.#lostAt = -AGAIN_AFTER;
  }

  async #find(text: Text, isYaml: Diagnostic): Promise<readonly Diagnostic[] | Unread | undefined> {
    if (text.length > LARGE) return "long";
    if (performance.now() - this.#lostAt < AGAIN_AFTER) return "lost";
    const found = await part(() => import("../converter/as-typed")).then(
      ({ findAsTyped }) => findAsTyped(text, isYaml, this.#check),
      () => "lost" as const,
    );
    if (found === "lost") this.#lostAt = performance.now();
    return found;
  }
}
