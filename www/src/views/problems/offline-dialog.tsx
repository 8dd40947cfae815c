import { useEffect, useState } from "preact/hooks";
import { isKept, ONE_FILE } from "../../offline/offline";
import { DownloadIcon } from "../../panels/icons";
import { offline as words } from "../../text/later";
import { Dialog, type DialogProps } from "./dialog";

/** How the page is had without its site: kept by this browser, installed, as one file. */
export default function OfflineDialog({ close }: DialogProps) {
  return (
    <Dialog heading={words.heading} close={close}>
      {BUILD === "one-file" ? <OneFile /> : <Site />}
    </Dialog>
  );
}

function Site() {
  const [kept, setKept] = useState(false);
  useEffect(() => {
    void isKept().then(setKept);
  }, []);
  return (
    <>
      <p role="status">{kept ? words.kept : words.notKept}</p>
      <p class="dialog-lead">{words.renewal}</p>
      <section class="dialog-section">
        <h3>{words.app}</h3>
        <p class="dialog-lead">{words.install}</p>
      </section>
      <section class="dialog-section">
        <h3>{words.file}</h3>
        <p class="dialog-lead">{words.fileIs}</p>
      </section>
      <div class="dialog-buttons">
        <a class="button main" href={`./${ONE_FILE}`} download={ONE_FILE}>
          <DownloadIcon />
          {words.download(ONE_FILE)}
        </a>
      </div>
    </>
  );
}

function OneFile() {
  return (
    <>
      <p>{words.isFile}</p>
      <p class="dialog-lead">{words.isFileNew}</p>
      <p class="dialog-lead">{words.isFileKept}</p>
    </>
  );
}
