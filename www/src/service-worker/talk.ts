// What the page and its service worker say to each other.

/** A version that waits is to take over: whoever works with the page has said so. */
export const TAKE_OVER = "take-over";
/** A page is there, with all that it needs first: versions that nobody needs any more can go. */
export const TIDY = "tidy";

/** The lock that every page holds that can tell of a new version; `scope` is the address of the page's folder. */
export function lockOf(scope: string): string {
  return `xtension-checker ${scope}`;
}

/** How the names of the caches begin that hold the versions of the page in the folder `scope`. */
export function cachesOf(scope: string): string {
  return `xtension-checker ${scope} `;
}
