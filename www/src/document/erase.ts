/** How all begins that this page keeps: keys of its storage, its database, and the copies of itself that a browser has. */
const OWN = "xtension-checker";

/**
 * Erases all that this page keeps in this browser, for every tab: texts, files, choices, sizes, and the page itself as it
 * is kept for when there is no network. False where the browser refuses some of it.
 */
export async function eraseAll(): Promise<boolean> {
  const all = await Promise.allSettled([eraseStorage(() => localStorage), eraseStorage(() => sessionStorage), eraseDatabase(), eraseCopies()]);
  return all.every(({ status }) => status === "fulfilled");
}

async function eraseStorage(storage: () => Storage): Promise<void> {
  const own = Object.keys(storage()).filter((key) => key.startsWith(`${OWN}.`));
  for (const key of own) storage().removeItem(key);
}

/** What a tab needs to end what it is writing. */
const LONGEST_WAIT = 3000;

/** Another tab gives the database up when it is asked to. */
function eraseDatabase(): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.deleteDatabase(OWN);
    request.onsuccess = () => resolve();
    request.onerror = () => reject(request.error);
    request.onblocked = () => setTimeout(() => reject(new Error("another page uses it")), LONGEST_WAIT);
  });
}

/** Other pages of this host may have copies of their own. */
async function eraseCopies(): Promise<void> {
  const { serviceWorker } = navigator;
  // Browsers keep no pages that come without encryption or from a disk.
  if (!serviceWorker || !globalThis.caches) return;
  const scope = new URL(".", document.baseURI).href;
  const registrations = await serviceWorker.getRegistrations();
  await Promise.all(registrations.filter((registration) => registration.scope === scope).map((registration) => registration.unregister()));
  const names = (await caches.keys()).filter((name) => name.startsWith(`${OWN} ${scope} `));
  await Promise.all(names.map((name) => caches.delete(name)));
}
