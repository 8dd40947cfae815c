import { lockOf, TAKE_OVER, TIDY } from "../service-worker/talk";
import type { Session } from "../session/session";
import { offline as words } from "../text/later";
import { scriptAddress } from "../trusted";

/** The whole page as one file, beside the page. */
export const ONE_FILE = "xtension-checker.html";

const WORKER = "service-worker.js";

/**
 * Lets the browser keep this version of the page, for when the site cannot be reached, and says when the next one is there.
 * Where a browser keeps no pages, or not this one, nothing is said: the page works as any other.
 */
export async function keepOffline(session: Session): Promise<void> {
  if (BUILD !== "site" || !("serviceWorker" in navigator)) return;
  const { serviceWorker } = navigator;
  const wasControlled = serviceWorker.controller !== null;
  try {
    const registration = await serviceWorker.register(scriptAddress(new URL(WORKER, document.baseURI).href));
    void navigator.locks?.request(lockOf(registration.scope), { mode: "shared" }, () => new Promise(() => undefined));
    if (registration.waiting) offer(session, registration.waiting);
    follow(session, registration, registration.installing);
    registration.addEventListener("updatefound", () => follow(session, registration, registration.installing));
    // Somebody has said so on another page of this browser.
    if (wasControlled) serviceWorker.addEventListener("controllerchange", () => offer(session, undefined));
    serviceWorker.controller?.postMessage(TIDY);
  } catch {
    // Private windows of some browsers refuse it, and so do people.
  }
}

/** Whether the browser has all of the page, as soon as it has; no answer where it never does. */
export async function isKept(): Promise<boolean> {
  return (await navigator.serviceWorker?.ready) !== undefined;
}

/** Waits for a version that the browser has begun to get. The first one is this page itself. */
function follow(session: Session, registration: ServiceWorkerRegistration, worker: ServiceWorker | null): void {
  worker?.addEventListener("statechange", () => {
    if (worker.state === "installed" && registration.active && registration.active !== worker) offer(session, worker);
  });
}

/** Says that there is a new version: `waiting`, or the one that has taken over already. */
function offer(session: Session, waiting: ServiceWorker | undefined): void {
  const { store } = session;
  const renew = async () => {
    if (!(await session.keep())) {
      store.say(words.notRenewed);
      return;
    }
    if (!waiting || waiting.state === "activated") {
      location.reload();
      return;
    }
    waiting.addEventListener("statechange", () => waiting.state === "activated" && location.reload());
    waiting.postMessage(TAKE_OVER);
  };
  store.set({ renew });
}
