import type { ComponentChildren } from "preact";
import { nameOnDisk } from "../../document/file";
import { CopyIcon } from "../../panels/icons";
import { Words } from "../../panels/words";
import { nintex } from "../../text/later";
import type { Address, Summary } from "../../wire";
import { type ContextProps, isLit } from "./context";
import { notesOf, regionNote } from "./notes";
import { Inferred, Notes, Placed } from "./parts";

const { import: words } = nintex;

/** What whoever adds the Xtension to Nintex sees, and is asked. */
export function Import({ context }: ContextProps) {
  const { summary } = context.shown;
  return (
    <>
      <Tile context={context} summary={summary} />
      <Steps context={context} summary={summary} />
      {summary.addresses.length > 0 && (
        <section>
          <h3>{words.addresses}</h3>
          <ul class="addresses">
            {summary.addresses.map((address) => (
              <Target key={address.url} context={context} address={address} />
            ))}
          </ul>
        </section>
      )}
      <Notes context={context} notes={notesOf(summary.notes, "import")} open />
    </>
  );
}

/** The Xtension's entry in the list of Xtensions. */
function Tile({ context, summary: { title, description, version } }: ContextProps & { readonly summary: Summary }) {
  return (
    <section class="card tile" aria-label={words.heading}>
      <span class="monogram" aria-hidden="true">
        {[...title.text.trim()][0]?.toUpperCase() ?? "?"}
      </span>
      <div>
        <h3>
          {title.text ? (
            <Placed context={context} span={title.span}>
              {title.text}
            </Placed>
          ) : (
            <span class="lacking">{words.noTitle}</span>
          )}
        </h3>
        {!title.text && (
          <p>
            <Words text={words.noTitleHint} />
          </p>
        )}
        <p>
          {description.text ? (
            <Placed context={context} span={description.span}>
              {description.text}
            </Placed>
          ) : (
            <span class="lacking">{words.noDescription}</span>
          )}
        </p>
        {version.text && (
          <p class="small">
            <Placed context={context} span={version.span}>
              {words.version(version.text)}
            </Placed>
          </p>
        )}
      </div>
    </section>
  );
}

function Steps({ context, summary }: ContextProps & { readonly summary: Summary }) {
  const { session } = context;
  const { wizard, connection, title, notes } = summary;
  return (
    <section>
      <h3>{words.steps}</h3>
      <dl class="steps">
        <Step term={words.file} value={nameOnDisk(session.state.file)} hint={words.fileHint} />
        <Step term={words.authentication} value={words.authentications[connection.authentication]} />
        {wizard.preset && (
          <Step term={words.preset} value={wizard.preset} hint={words.presetHint}>
            <Inferred />
          </Step>
        )}
        {wizard.asksForClient && <Step term={words.client} hint={words.clientHint(wizard.provider)} />}
        {wizard.redirectUrl && (
          <Step term={words.redirectUrl} hint={`${words.redirectHint} ${regionNote(notes) ?? ""}`}>
            <code>{wizard.redirectUrl}</code>
            <button
              type="button"
              class="button small bare"
              aria-label={words.copyRedirectUrl}
              title={words.copyRedirectUrl}
              onClick={() => void session.documents.copy(wizard.redirectUrl)}
            >
              <CopyIcon />
            </button>
          </Step>
        )}
        {title.text && <Step term={words.name} value={title.text} hint={words.nameHint} />}
        <Step term={words.rendering} hint={summary.rendersObjects ? words.rendersObjects : words.rendersPlain} />
      </dl>
    </section>
  );
}

interface StepProps {
  readonly term: string;
  readonly value?: string;
  readonly hint?: string;
  readonly children?: ComponentChildren;
}

function Step({ term, value, hint, children }: StepProps) {
  return (
    <div class="step">
      <dt>{term}</dt>
      <dd>
        {value && <strong>{value}</strong>} {children}
        {hint && <p class="small">{hint}</p>}
      </dd>
    </div>
  );
}

function Target({ context, address }: ContextProps & { readonly address: Address }) {
  return (
    <li class={isLit(context, address.span) ? "address is-lit" : "address"}>
      <Placed context={context} span={address.span}>
        <code>{address.url}</code>
      </Placed>
      <p class="small">{words.operations(address.operations)}</p>
      {address.isBehindGateway && <p class="small">{words.gateway}</p>}
      {address.placeholders.map(({ name, label }, index) => (
        <p key={index} class={label ? "small" : "small lacking"}>
          <code>{`{{${name}}}`}</code> {label ? words.placeholder(label) : words.placeholderUnfilled}
        </p>
      ))}
    </li>
  );
}
