// The Content-Security-Policy of the page: what may run in it, and whom it may ask. It stands in the page's head, since
// the page has no server of its own that could send it. The checker's worker is made from a blob and so has it as well.

import { createHash } from "node:crypto";

const SELF = "'self'";

/** The policy of the page as a site: its own files and nothing else. */
export const SITE = policy({
  scripts: [SELF],
  styles: [SELF],
  images: [SELF],
  manifests: [SELF],
  // The worker gets the checker, and the page its own later parts.
  connections: [SELF],
  // The service worker, and the checker's.
  workers: [SELF, "blob:"],
});

/**
 * A policy that allows what stands in these lists, each as the policy writes it: `'self'`, `blob:`, or the hash of what
 * stands in the page. No list may hold `'unsafe-inline'` or `'unsafe-eval'`.
 */
export function policy({ scripts, styles, images, manifests = [], connections = [], workers = [] }) {
  const lists = {
    "default-src": [],
    // Compiling the checker is all that this allows: no text becomes a script.
    "script-src": [...scripts, "'wasm-unsafe-eval'"],
    "style-src": styles,
    "img-src": images,
    "manifest-src": manifests,
    "connect-src": connections,
    "worker-src": workers,
    "base-uri": [],
    "form-action": [],
  };
  const allowed = Object.entries(lists).map(([directive, sources]) => `${directive} ${sources.join(" ") || "'none'"}`);
  // Where the browser has Trusted Types, the one policy of `www/src/trusted.ts` is all that may say what a script is.
  return [...allowed, "require-trusted-types-for 'script'", "trusted-types checker"].join("; ");
}

/** The hash of `text`, as a policy names what stands in the page: every byte between the element's tags. */
export function hashOf(text) {
  return `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
}

/** How the head of `www/index.html` has it before the page is built: a page that the build has not finished does nothing. */
const UNFINISHED = `<meta http-equiv="Content-Security-Policy" content="default-src 'none'">`;

/** `page` with `policy` in its head. */
export function withPolicy(page, policy) {
  if (page.split(UNFINISHED).length !== 2) throw new Error(`the page must have ${UNFINISHED} once`);
  return page.replace(UNFINISHED, () => `<meta http-equiv="Content-Security-Policy" content="${policy}">`);
}
