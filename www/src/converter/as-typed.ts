import type { Text } from "@codemirror/state";
import { NotLoaded } from "../checker/client";
import type { Unread } from "../session/state";
import type { Diagnostic, Range, Report } from "../wire";
import { converter } from "./client";
import { Places } from "./places";

let running: Promise<unknown> = Promise.resolve();
let newest = 0;

/**
 * What `check` finds in `text`, OpenAPI 2.0 in YAML, at the places of the YAML; where that is broken, what is wrong with it,
 * told like `isYaml`, which says that it is YAML. Fixes are for the JSON that it becomes. Where nobody can say, why. Nothing
 * where a newer text came meanwhile.
 */
export async function findAsTyped(
  text: Text,
  isYaml: Diagnostic,
  check: (text: string) => Promise<Report | undefined>,
): Promise<readonly Diagnostic[] | Unread | undefined> {
  newest += 1;
  const own = newest;
  await running;
  if (own !== newest) return undefined;
  const found = find(text.toString(), isYaml, check).catch((error: unknown) => (error instanceof NotLoaded ? "lost" : "stopped"));
  running = found;
  return found;
}

async function find(text: string, isYaml: Diagnostic, check: (text: string) => Promise<Report | undefined>): Promise<readonly Diagnostic[] | Unread> {
  const conversion = await converter.convert(text);
  if (conversion.outcome === "broken") {
    const { message, from, to } = conversion;
    return [{ ...isYaml, message, because: "", from, to, related: [], fixes: [] }];
  }
  if (conversion.outcome !== "done" || conversion.source !== "openapi2-in-yaml") return [];
  const report = await check(conversion.text);
  if (!report) return "stopped";
  const places = new Places(conversion.places);
  const back = <Placed extends Range>(placed: Placed): Placed => ({ ...placed, ...(places.origin(placed) ?? { from: 0, to: 0 }) });
  return report.diagnostics.map((problem) => ({ ...back(problem), related: problem.related.map(back), fixes: [] }));
}
