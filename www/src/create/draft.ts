import type { Form, FormField, SignIn } from "../wire";

/** How a connection can sign in, as the form asks it. */
export type Kind = "none" | "basic" | "apiKey" | "bearer" | "code" | "client";

/** What stands in the fields. */
export interface Draft {
  readonly title: string;
  readonly version: string;
  readonly description: string;
  readonly address: string;
  readonly kind: Kind;
  readonly keyName: string;
  readonly keyPlace: "header" | "query";
  /** The name of a known provider; empty for another one. */
  readonly provider: string;
  readonly site: string;
  readonly authorizationUrl: string;
  readonly tokenUrl: string;
  readonly scopes: string;
  readonly method: string;
  readonly path: string;
  readonly label: string;
  readonly request: string;
  readonly response: string;
}

/** Before anything is written. */
export const EMPTY: Draft = {
  title: "",
  version: "1.0",
  description: "",
  address: "",
  kind: "none",
  keyName: "X-API-Key",
  keyPlace: "header",
  provider: "",
  site: "",
  authorizationUrl: "",
  tokenUrl: "",
  scopes: "",
  method: "GET",
  path: "",
  label: "",
  request: "",
  response: "",
};

/** The fields that the parts of a form stand in, where they are not called the same. */
const FIELDS: Partial<Record<FormField, keyof Draft>> = { signIn: "kind" };

/** The field that a note is about. */
export function fieldOf(field: FormField): keyof Draft {
  return FIELDS[field] ?? (field as keyof Draft);
}

/** What the converter is asked to make. */
export function formOf(draft: Draft): Form {
  const { title, version, description, address, method, path, label, request, response } = draft;
  return { title, version, description, address, signIn: signInOf(draft), operation: { method, path, label, request, response } };
}

function signInOf({ kind, keyName, keyPlace, provider, site, authorizationUrl, tokenUrl, scopes }: Draft): SignIn {
  if (kind === "apiKey") return { kind, name: keyName, place: keyPlace };
  if (kind !== "code" && kind !== "client") return { kind };
  // What was written before a provider was chosen is not meant any more.
  const own = provider === "" ? { authorizationUrl, tokenUrl } : { authorizationUrl: "", tokenUrl: "" };
  return { kind: "oAuth", flow: kind === "code" ? "authorizationCode" : "clientCredentials", provider, site, ...own, scopes };
}
