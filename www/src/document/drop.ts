import type { Offered } from "./gather";

/** Takes what is dropped anywhere on the page, and tells while something is held over it. */
export function takeDroppedFiles(onHover: (hovering: boolean) => void, onDrop: (offered: Offered) => void): void {
  const ofFiles = (event: DragEvent) => event.dataTransfer?.types.includes("Files") ?? false;
  // On the way down, before the editor takes the file for text to insert.
  const listen = (type: "dragover" | "dragleave" | "drop", handle: (event: DragEvent) => void) =>
    addEventListener(
      type,
      (event) => {
        if (!ofFiles(event)) return;
        event.preventDefault();
        event.stopPropagation();
        handle(event);
      },
      { capture: true },
    );

  listen("dragover", () => onHover(true));
  listen("dragleave", (event) => {
    if (event.relatedTarget === null) onHover(false);
  });
  listen("drop", ({ dataTransfer }) => {
    onHover(false);
    // All of it is gone once the event has been handled.
    const items = [...(dataTransfer?.items ?? [])].map((item) => ({ entry: item.webkitGetAsEntry(), file: item.getAsFile() }));
    const folders = items.flatMap(({ entry }) => (entry && isFolder(entry) ? [entry] : []));
    const files = items.flatMap(({ entry, file }) => (file && !entry?.isDirectory ? [file] : []));
    onDrop({ files, folders });
  });
}

function isFolder(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory;
}
