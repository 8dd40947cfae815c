// The page's own policy: what it forbids itself, in the page and in its worker, whatever a script in it may be made to try.

import { test } from "node:test";
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { DIST, open, serve } from "./support.mjs";

const page = readFileSync(join(DIST, "index.html"), "utf8");

/** The policy in the page's head: what is allowed, by directive. */
function policy() {
  const [, content] = /<meta http-equiv="Content-Security-Policy" content="([^"]*)">/.exec(page) ?? assert.fail("no policy");
  return Object.fromEntries(content.split("; ").map((directive) => directive.split(/ (.*)/)));
}

test("the page allows itself its own files and nothing else", () => {
  const { "default-src": otherwise, "script-src": scripts, ...others } = policy();
  assert.equal(otherwise, "'none'");
  assert.equal(scripts, "'self' 'wasm-unsafe-eval'");
  for (const [directive, sources] of Object.entries(others)) {
    if (directive.includes("trusted-types")) continue;
    for (const source of sources.split(" ")) assert.ok(["'self'", "'none'", "blob:"].includes(source), `${directive} ${source}`);
  }
  assert.deepEqual(
    ["base-uri", "form-action", "require-trusted-types-for", "trusted-types"].map((directive) => others[directive]),
    ["'none'", "'none'", "'script'", "checker"],
  );
});

test("the policy stands before all that it is for, and no address is sent along", () => {
  const head = page.slice(0, page.indexOf("</head>"));
  const [, before] = /^([^]*)<meta http-equiv="Content-Security-Policy"/.exec(head);
  assert.ok(!/<(script|link|style)\b/.test(before), before);
  assert.match(head, /<meta name="referrer" content="no-referrer">/);
  for (const [, address] of page.matchAll(/(?:href|src|content)="((?:https?:)?\/\/[^"]*)"/g)) assert.fail(address);
});

test("the policy refuses every other host, and every script that is not a file of the page", async (t) => {
  const visit = await open(t);
  const refused = await visit.page.evaluate(async () => {
    const refused = new Set();
    document.addEventListener("securitypolicyviolation", (event) => refused.add(event.effectiveDirective));
    const elsewhere = "https://example.com/a";
    const add = (name, properties) => document.body.append(Object.assign(document.createElement(name), properties));
    const attempts = [
      () => fetch(elsewhere),
      () => new WebSocket("wss://example.com/"),
      () => new EventSource(elsewhere),
      () => navigator.sendBeacon(elsewhere, "text"),
      () => add("img", { src: elsewhere }),
      () => add("iframe", { src: elsewhere }),
      () => add("video", { src: elsewhere }),
      () => add("link", { rel: "stylesheet", href: elsewhere }),
      () => document.body.setAttribute("style", "color: red"),
      () => add("style", { textContent: "body { color: red }" }),
      () => import(elsewhere),
      () => document.fonts.add(new FontFace("other", `url(${elsewhere})`)).forEach((font) => void font.load().catch(() => undefined)),
      () => document.head.append(Object.assign(document.createElement("base"), { href: elsewhere })),
      () => {
        const form = document.createElement("form");
        form.action = elsewhere;
        document.body.append(form);
        form.submit();
      },
    ];
    for (const attempt of attempts) {
      try {
        Promise.resolve(attempt()).catch(() => undefined);
      } catch {
        // Some browsers refuse at once.
      }
    }
    const wanted = 10;
    for (let tries = 0; tries < 100 && refused.size < wanted; tries += 1) await new Promise((done) => setTimeout(done, 50));
    return [...refused].sort();
  });
  const wanted = ["base-uri", "connect-src", "font-src", "form-action", "frame-src", "img-src", "media-src"];
  assert.deepEqual(refused, [...wanted, "script-src-elem", "style-src-attr", "style-src-elem"]);
});

test("no text becomes a script", async (t) => {
  const visit = await open(t);
  const became = await visit.page.evaluate(async () => {
    // What a test runs at once may do more than the page may.
    await new Promise((done) => setTimeout(done));
    const attempts = {
      eval: () => (0, eval)("1"),
      Function: () => new Function("return 1")(),
      innerHTML: () => (document.createElement("p").innerHTML = "<b>1</b>"),
      srcdoc: () => (document.createElement("iframe").srcdoc = "1"),
      script: () => (document.createElement("script").src = "./page.js"),
      text: () => (document.createElement("script").textContent = "1"),
      parse: () => new DOMParser().parseFromString("<p>", "text/html"),
      write: () => document.write("1"),
      worker: () => new Worker("./page.js"),
      policy: () => trustedTypes.createPolicy("another", {}),
      twice: () => trustedTypes.createPolicy("checker", {}),
    };
    return Object.keys(attempts).filter((name) => {
      try {
        attempts[name]();
        return true;
      } catch {
        return false;
      }
    });
  });
  assert.deepEqual(became, []);
});

test("the policy holds in the worker, too", async (t) => {
  const worker = `
    onmessage = () => undefined;
    const refused = [];
    addEventListener("securitypolicyviolation", (event) => refused.push(event.effectiveDirective));
    const attempts = [() => fetch("https://example.com/"), () => new WebSocket("wss://example.com/"), () => (0, eval)("1"), () => import("https://example.com/")];
    const told = new BroadcastChannel("refused");
    Promise.allSettled(attempts.map(async (attempt) => attempt())).then(async (all) => {
      const isTold = (directive) => refused.some((one) => one.startsWith(directive));
      for (let tries = 0; tries < 100 && !(isTold("connect-src") && isTold("script-src")); tries += 1) await new Promise((done) => setTimeout(done, 50));
      told.postMessage({ all: all.map(({ status }) => status), refused: [...new Set(refused)].sort() });
    });
  `;
  const site = await serve((path) => (path.startsWith("/checker/worker-") ? worker : undefined));
  t.after(() => site.close());
  const visit = await open(t, {
    address: site.address,
    early: true,
    prepare: (page) => page.evaluateOnNewDocument(() => (new BroadcastChannel("refused").onmessage = ({ data }) => (globalThis.refused ??= data))),
  });
  const told = await visit.page.waitForFunction(() => globalThis.refused);
  const { all, refused } = await told.jsonValue();
  // A socket that is refused is only closed.
  assert.deepEqual(all.filter((_, index) => index !== 1), ["rejected", "rejected", "rejected"]);
  assert.ok(refused.includes("connect-src") && refused.some((directive) => directive.startsWith("script-src")), refused.join());
});
