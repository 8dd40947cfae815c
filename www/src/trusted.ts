interface TrustedTypes {
  createPolicy(name: string, rules: { createScriptURL(address: string): string }): { createScriptURL(address: string): string };
}

declare global {
  var trustedTypes: TrustedTypes | undefined;
}

/** The one Trusted Types policy that the page's Content-Security-Policy allows. */
const policy = globalThis.trustedTypes?.createPolicy("checker", { createScriptURL: ownScript });

/** `address` as that of a script, which a browser with Trusted Types takes from here only. */
export function scriptAddress(address: string): string {
  return policy?.createScriptURL(address) ?? ownScript(address);
}

/** `address`, where it is one of this page's own. */
function ownScript(address: string): string {
  const { protocol, origin } = new URL(address);
  // A blob is always one of the page, though not by its address where the page is a file on disk.
  if (protocol !== "blob:" && origin !== location.origin) throw new TypeError("not a script of this page");
  return address;
}
