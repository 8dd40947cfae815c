import { useState } from "preact/hooks";
import { CopyIcon, DownloadIcon } from "../../panels/icons";
import { texts } from "../../text/first";
import { reports } from "../../text/later";
import type { ReportFormat } from "../../wire";
import { Dialog, type DialogProps } from "./dialog";
import { downloadReport, writeReport } from "./report";

const FORMATS: readonly ReportFormat[] = ["html", "markdown", "csv", "sarif", "json"];

/** The choice of a report's format. */
export default function ReportDialog({ session, close }: DialogProps) {
  const [format, setFormat] = useState<ReportFormat>("html");
  const [busy, setBusy] = useState(false);
  const make = async (use: (text: string, file: string) => void | Promise<void>) => {
    setBusy(true);
    const written = await writeReport(session, format);
    setBusy(false);
    if (!written) return;
    await use(written.text, written.file);
    close();
  };
  return (
    <Dialog heading={reports.heading} close={close}>
      <p class="dialog-lead">{reports.lead}</p>
      <fieldset class="formats">
        <legend class="visually-hidden">{reports.format}</legend>
        {FORMATS.map((name) => (
          <label key={name} class="format">
            <input type="radio" name="format" value={name} checked={name === format} onChange={() => setFormat(name)} autofocus={name === format} />
            <span class="format-name">{reports.formats[name].name}</span>
            <span class="format-use">{reports.formats[name].use}</span>
          </label>
        ))}
      </fieldset>
      <p class="dialog-note">{reports.secrets}</p>
      <div class="dialog-buttons" aria-busy={busy}>
        <button type="button" class="button" disabled={busy} onClick={() => void make((text) => session.documents.copy(text))}>
          <CopyIcon />
          {reports.copy}
        </button>
        <button
          type="button"
          class="button main"
          disabled={busy}
          onClick={() =>
            void make((text, file) => {
              downloadReport(text, file, format);
              session.store.mention(texts.said.downloaded(file));
            })
          }
        >
          <DownloadIcon />
          {reports.download}
        </button>
      </div>
    </Dialog>
  );
}
