import { Zip, ZipDeflate } from "fflate";

const CHUNK = 100_000;

/** Packs files into a .zip, and lets the browser draw between their pieces; nothing where `signal` ends it. */
export async function pack(files: Iterable<{ path: string; bytes: Uint8Array }>, signal: AbortSignal): Promise<Blob | undefined> {
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    chunks.push(chunk as Uint8Array<ArrayBuffer>);
  });
  for (const { path, bytes } of files) {
    const file = new ZipDeflate(path, { level: 6 });
    zip.add(file);
    let at = 0;
    do {
      if (signal.aborted) return undefined;
      file.push(bytes.subarray(at, at + CHUNK), at + CHUNK >= bytes.length);
      at += CHUNK;
      await nextTask();
    } while (at < bytes.length);
  }
  zip.end();
  return new Blob(chunks, { type: "application/zip" });
}

/** Lets the browser do what it has to do. */
function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(undefined);
  });
}
