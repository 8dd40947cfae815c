/** Takes a file that is dropped anywhere on the page, and tells while one is held over it. */
export function takeDroppedFiles(onHover: (hovering: boolean) => void, onFile: (file: File) => void): void {
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
  listen("drop", (event) => {
    onHover(false);
    const file = event.dataTransfer?.files[0];
    if (file) onFile(file);
  });
}
