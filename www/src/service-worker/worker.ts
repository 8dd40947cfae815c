// Gives the page without its server. A version of the page is one cache, filled at once and never changed: a page gets all
// of its files from one version, and the next version waits beside it.

import { cachesOf, lockOf, TAKE_OVER, TIDY } from "./talk";

declare const self: ServiceWorkerGlobalScope;

/** The files of this version, with the hashes that they must have, from the folder of the page; the build writes them here. */
declare const FILES: readonly (readonly [path: string, integrity: string])[];
/** Another one wherever anything differs. */
declare const VERSION: string;

const { scope } = self.registration;
const OWN = cachesOf(scope) + VERSION;
const OWN_PATHS = new Set(FILES.map(([path]) => path));

self.addEventListener("install", (event) => event.waitUntil(fill()));
self.addEventListener("activate", (event) => event.waitUntil(begin()));
self.addEventListener("message", (event) => {
  if (event.data === TAKE_OVER) event.waitUntil(self.skipWaiting());
  if (event.data === TIDY) event.waitUntil(tidy());
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || !request.url.startsWith(scope)) return;
  if (request.mode !== "navigate") {
    event.respondWith(file(request));
    return;
  }
  const path = request.url.slice(scope.length).replace(/[?#].*/, "").replace(/^index\.html$/, "");
  if (OWN_PATHS.has(path)) event.respondWith(page(request, path));
});

/** Gets all files, or none: a version that lacks one, or has one of another version, never comes to be. */
async function fill(): Promise<void> {
  try {
    const cache = await caches.open(OWN);
    await Promise.all(
      FILES.map(async ([path, integrity]) => {
        // Whatever the browser still has of the file is asked for anew: it may be that of another version.
        const answer = await fetch(new URL(path, scope), { integrity, cache: "no-cache" });
        if (!answer.ok || answer.redirected) throw new Error(`${path}: ${answer.status}`);
        await cache.put(new URL(path, scope), answer);
      }),
    );
  } catch (error) {
    await caches.delete(OWN);
    throw error;
  }
}

/** The first version serves the page that is open, which is this one; a later one may find pages that need the one before. */
async function begin(): Promise<void> {
  if ((await otherVersions()).length === 0) await self.clients.claim();
  else if ((await pages()).length === 0) await removeOthers();
}

/** Removes the versions before this one, where no page can be one of them. */
async function tidy(): Promise<void> {
  if ((await pages()).length <= 1) await removeOthers();
}

async function removeOthers(): Promise<void> {
  const others = await otherVersions();
  // What is being filled, or waits, is no older one. A version that begins to be filled now is not among them.
  if (self.registration.installing || self.registration.waiting) return;
  await Promise.all(others.map((name) => caches.delete(name)));
}

async function otherVersions(): Promise<string[]> {
  return (await caches.keys()).filter((name) => name.startsWith(cachesOf(scope)) && name !== OWN);
}

async function pages(): Promise<readonly Client[]> {
  const all = await self.clients.matchAll({ type: "window", includeUncontrolled: true });
  return all.filter(({ url }) => url.startsWith(scope));
}

async function page(request: Request, path: string): Promise<Response> {
  const { waiting } = self.registration;
  if (waiting && !(await isAnyPageThere())) {
    // No page could tell of the version that waits. If this one does not even start, it must not stand in its way.
    waiting.postMessage(TAKE_OVER);
    const newest = await fetch(request).catch(() => undefined);
    if (newest?.ok) return newest;
  }
  return (await find(new URL(path, scope), { cacheName: OWN })) ?? fetch(request);
}

async function isAnyPageThere(): Promise<boolean> {
  if (!("locks" in self.navigator)) return true;
  const { held = [] } = await self.navigator.locks.query();
  return held.some(({ name }) => name === lockOf(scope));
}

/** A file of this version, or a later part of a page of an earlier one: such names have hashes and are never used twice. */
async function file(request: Request): Promise<Response> {
  return (await find(request, { cacheName: OWN })) ?? (await find(request)) ?? fetch(request);
}

/** What a cache has; nothing where the browser cannot read its caches. */
async function find(what: Request | URL, where: MultiCacheQueryOptions = {}): Promise<Response | undefined> {
  try {
    return await caches.match(what, { ...where, ignoreSearch: true, ignoreVary: true });
  } catch {
    return undefined;
  }
}
