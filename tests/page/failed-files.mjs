// A reporter of Node.js's tests: the files in which one failed, a line each.

export default async function* failedFiles(events) {
  const failed = new Set();
  for await (const { type, data } of events) if (type === "test:fail") failed.add(data.file);
  for (const file of failed) yield `${file}\n`;
}
