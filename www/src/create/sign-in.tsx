import { create as words } from "../text/later";
import type { KnownProvider } from "../wire";
import type { Kind } from "./draft";
import { type Fields, SelectField, TextField } from "./fields";

const KINDS: readonly Kind[] = ["none", "basic", "apiKey", "bearer", "code", "client"];

interface SignInProps {
  readonly fields: Fields;
  readonly providers: readonly KnownProvider[];
}

/** How the connection signs in. */
export function SignInFields({ fields, providers }: SignInProps) {
  const { kind } = fields.draft;
  return (
    <>
      <SelectField fields={fields} name="kind" label={words.kind} options={KINDS.map((name) => [name, words.kinds[name]] as const)} />
      {kind === "apiKey" && (
        <div class="create-pair">
          <TextField fields={fields} name="keyName" label={words.keyName} />
          <SelectField
            fields={fields}
            name="keyPlace"
            label={words.keyPlace}
            options={[
              ["header", words.keyPlaces.header],
              ["query", words.keyPlaces.query],
            ]}
          />
        </div>
      )}
      {(kind === "code" || kind === "client") && <OAuthFields fields={fields} providers={providers} />}
    </>
  );
}

function OAuthFields({ fields, providers }: SignInProps) {
  const { kind, provider: name } = fields.draft;
  const isPerson = kind === "code";
  const provider = providers.find((one) => one.name === name);
  const possible = providers.filter(({ authorizationUrl }) => !isPerson || authorizationUrl !== "" || name !== "");
  return (
    <>
      <SelectField
        fields={fields}
        name="provider"
        label={words.provider}
        options={[["", words.otherProvider], ...possible.map((one) => [one.name, one.name] as const)]}
      />
      {provider?.site && <TextField fields={fields} name="site" label={provider.site.title} hint={words.siteHint(provider.site.example)} optional />}
      {provider && (
        <dl class="create-urls">
          {isPerson && <Url name={words.authorizationUrl} url={provider.authorizationUrl} />}
          <Url name={words.tokenUrl} url={provider.tokenUrl} />
        </dl>
      )}
      {!provider && (
        <>
          {isPerson && <TextField fields={fields} name="authorizationUrl" label={words.authorizationUrl} hint={words.urlHint} />}
          <TextField fields={fields} name="tokenUrl" label={words.tokenUrl} hint={words.urlHint} />
        </>
      )}
      <TextField
        fields={fields}
        name="scopes"
        label={words.scopes}
        hint={provider?.scopes ? words.scopesExample(provider.scopes) : words.scopesHint}
        optional
      />
    </>
  );
}

function Url({ name, url }: { name: string; url: string }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>
        <code>{url}</code>
      </dd>
    </>
  );
}
