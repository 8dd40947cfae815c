import { nintex } from "../../text/later";
import type { ConnectionField, Summary } from "../../wire";
import { Badge } from "./badge";
import { type ContextProps, isLit } from "./context";
import { ListIcon, PlugIcon } from "./icons";
import { notesOf } from "./notes";
import { Nothing, Notes, Placed, Required } from "./parts";

const { connection: words } = nintex;

/** The dialog in which somebody makes a connection. */
export function Connection({ context }: ContextProps) {
  const { summary } = context.shown;
  const { authentication } = summary.connection;
  return (
    <>
      {authentication === "none" && <Nothing heading={words.none} text={words.noneHint} />}
      {authentication === "unknown" && <Nothing heading={words.unknown} text={words.unknownHint} />}
      {authentication !== "none" && authentication !== "unknown" && <Dialog context={context} summary={summary} />}
      <Notes context={context} notes={notesOf(summary.notes, "connection")} open />
    </>
  );
}

function Dialog({ context, summary }: ContextProps & { readonly summary: Summary }) {
  const { connection, title, wizard } = summary;
  const areSeveral = connection.definitions.length > 1;
  return (
    <section class="card">
      <header>
        <h3>{words.heading(title.text)}</h3>
        <p class="small">
          {connection.definitions.map((definition, index) => (
            <span key={index}>
              {nintex.import.authentications[connection.authentication]}{" "}
              <Placed context={context} span={definition.span}>
                <code>{definition.text}</code>
              </Placed>{" "}
              <Badge context={context} problems={context.shown.problems.of(definition.span)} label={definition.text} />
            </span>
          ))}
        </p>
      </header>
      {connection.fields.length > 0 && (
        <ul class="fields" aria-label={words.asks}>
          {connection.fields.map((field, index) => (
            <Asked
              key={index}
              context={context}
              field={field}
              isFirst={areSeveral && field.definition !== connection.fields[index - 1]?.definition}
            />
          ))}
        </ul>
      )}
      {wizard.asksForClient && <SignIn context={context} summary={summary} />}
      {connection.validation.text && <Tested context={context} summary={summary} />}
      {summary.isCut && <p class="small">{words.isCut}</p>}
    </section>
  );
}

/** A field of the dialog; the first of a security definition names that, where there are several. */
function Asked({ context, field, isFirst }: ContextProps & { readonly field: ConnectionField; readonly isFirst: boolean }) {
  const hasOwnPlace = !context.shown.summary.connection.definitions.some(({ span }) => span.start === field.span.start);
  const lit = hasOwnPlace && isLit(context, field.span);
  return (
    <li class={lit ? "field is-lit" : "field"}>
      {isFirst && <p class="small">{words.named(field.definition)}</p>}
      <div class="field-head">
        <Placed context={context} span={field.span} class="field-name">
          {field.label}
          {field.isRequired && <Required />}
        </Placed>
        {hasOwnPlace && <Badge context={context} problems={context.shown.problems.of(field.span)} label={field.label} />}
      </div>
      <div class="control">
        <span class={field.name === "x-ntx-gateway-id" ? "value placeholder" : "value"}>
          {field.name === "x-ntx-gateway-id" ? words.gateways : field.options.map(({ label }) => label).join(", ")}
        </span>
        <span class="kind">
          {words.kinds[field.kind]}
          {field.kind === "choice" && <ListIcon />}
        </span>
      </div>
      {field.help && <p class="small">{field.help}</p>}
      {field.pattern && (
        <p class="small">
          {words.pattern} <code>{field.pattern}</code>
        </p>
      )}
      {!hasOwnPlace && field.isBuiltIn && <p class="small">{words.builtIn}</p>}
    </li>
  );
}

/** What happens at the provider. */
function SignIn({ context, summary: { connection, wizard } }: ContextProps & { readonly summary: Summary }) {
  const isPerson = connection.authentication === "personSignsIn";
  return (
    <div class="sign-in">
      {isPerson && (
        <p class="pretend">
          <PlugIcon />
          {words.signIn(wizard.provider)}
        </p>
      )}
      <p class="small">{isPerson ? words.signInHint : words.client}</p>
      {wizard.scopes.length > 0 ? (
        <ul class="scopes">
          {wizard.scopes.map((scope, index) => (
            <li key={index}>
              <Placed context={context} span={scope.span}>
                <code>{scope.text}</code>
              </Placed>
            </li>
          ))}
        </ul>
      ) : (
        <p class="small">{words.noScopes}</p>
      )}
    </div>
  );
}

function Tested({ context, summary: { connection } }: ContextProps & { readonly summary: Summary }) {
  const { preview, shown } = context;
  const list = shown.actions?.list ?? [];
  const tester = list.findIndex(({ testsConnections }) => testsConnections);
  return (
    <p class="small">
      {words.tested}{" "}
      {list[tester] ? (
        <button type="button" class="link" onClick={() => preview.set({ moment: "actions", open: tester, lit: undefined })}>
          {list[tester].label}
        </button>
      ) : (
        <code>{connection.validation.text}</code>
      )}
      .
    </p>
  );
}
