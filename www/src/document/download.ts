/** Hands `contents` to the browser as a file called `name`; `type` is that of a text. */
export function download(name: string, contents: string | Blob, type = "application/json"): void {
  const address = URL.createObjectURL(typeof contents === "string" ? new Blob([contents], { type }) : contents);
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  // The browser reads the address after the click has been handled.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
