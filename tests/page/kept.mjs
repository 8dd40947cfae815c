// What the browser's database has of the texts that it keeps.

/** The records. The database does not say when it has written: this looks with a connection of its own. */
export const keptFiles = (visit) =>
  visit.page.evaluate(
    () =>
      new Promise((resolve) => {
        const request = indexedDB.open("xtension-checker");
        request.onsuccess = () => {
          const all = request.result.transaction("files").objectStore("files").getAll();
          all.onsuccess = () => {
            request.result.close();
            resolve(all.result);
          };
        };
      }),
  );

/** Waits until the records are as `isIt` wants them. */
export async function untilFiles(visit, isIt) {
  for (let tries = 0; tries < 100; tries += 1) {
    if (isIt(await keptFiles(visit))) return;
    await visit.page.evaluate(() => new Promise((done) => setTimeout(done, 150)));
  }
  throw new Error(`kept is ${JSON.stringify(await keptFiles(visit)).slice(0, 500)}`);
}
