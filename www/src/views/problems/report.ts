import { groupsOf } from "../../conversion/groups";
import { download } from "../../document/download";
import { nameOnDisk, stemOf } from "../../document/file";
import type { MadeOf } from "../../editor/converted";
import type { Session } from "../../session/session";
import { conversion as words } from "../../text/later";
import type { ConvertedFrom, ReportFormat } from "../../wire";

const KINDS: Record<ReportFormat, { readonly ending: string; readonly type: string }> = {
  markdown: { ending: "md", type: "text/markdown" },
  html: { ending: "html", type: "text/html" },
  csv: { ending: "csv", type: "text/csv" },
  json: { ending: "json", type: "application/json" },
  sarif: { ending: "sarif", type: "application/sarif+json" },
};

/** The report on the text as it is now, and the name of its file; nothing where the checker stopped. */
export async function writeReport(session: Session, format: ReportFormat): Promise<{ text: string; file: string } | undefined> {
  const text = session.documents.textOfFile();
  const name = nameOnDisk(session.state.file);
  const { madeOf } = session.conversions;
  const report = await session.checks.report(text, {
    format,
    file: name,
    sha256: await sha256(text),
    when: now(),
    fixed: [...session.fixes.made()],
    ignored: [...session.ignores.forThisText()],
    ...(madeOf && { conversion: said(madeOf) }),
  });
  return report === undefined ? undefined : { text: report, file: `${stemOf(session.state.file)}-report.${KINDS[format].ending}` };
}

/** A conversion in the words of a report. */
function said({ source, remarks }: MadeOf): ConvertedFrom {
  const notes = groupsOf(remarks).map(({ kind, message, because, remarks }) => ({
    kind: words.kinds[kind],
    message,
    because,
    places: [...new Set(remarks.map(({ line, path }) => words.placeInReport(line, path)))],
  }));
  return { source: words.source[source], notes };
}

/** Hands a report to the browser as a file. */
export function downloadReport(text: string, file: string, format: ReportFormat): void {
  // Without the mark, spreadsheets take CSV for the characters of long ago.
  download(file, format === "csv" ? `\ufeff${text}` : text, KINDS[format].type);
}

/** In hexadecimal digits; empty where the browser hashes nothing, as on a page that came without encryption. */
async function sha256(text: string): Promise<string> {
  try {
    const hash = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
    return [...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  } catch {
    return "";
  }
}

/** To the minute, with the zone: whoever reads a report may be far away. */
function now(): string {
  return new Intl.DateTimeFormat("en-CA", {
    dateStyle: "short",
    timeStyle: "long",
    hourCycle: "h23",
  })
    .format(new Date())
    .replace(",", "");
}
