import { nintex } from "../../text/later";
import type { Action, Field } from "../../wire";
import { Badge } from "./badge";
import { type ContextProps, isLit } from "./context";
import { Control } from "./control";
import { ListIcon } from "./icons";
import { Placed, Required } from "./parts";

const { configuration: words } = nintex;

/** The panel in which an action is set up. */
export function Configuration({ context, action }: ContextProps & { readonly action: Action }) {
  const { inputs, hiddenInputs } = action;
  const asksNothing = inputs.length === 0 && !action.asksForConnection;
  return (
    <section>
      <h3 class="part">{words.heading}</h3>
      {asksNothing && <p class="small">{words.none}</p>}
      <ul class="fields" aria-label={words.heading}>
        {action.asksForConnection && <ConnectionChoice context={context} />}
        {inputs.map((field, index) => (
          <Input key={index} context={context} field={field} />
        ))}
      </ul>
      {action.isCut && <p class="small">{words.isCut}</p>}
      {hiddenInputs.length > 0 && <Hidden context={context} fields={hiddenInputs} />}
    </section>
  );
}

/** The field that comes before all others. */
function ConnectionChoice({ context: { preview } }: ContextProps) {
  return (
    <li class="field">
      <div class="field-head">
        <button type="button" class="placed field-name" onClick={() => preview.set({ moment: "connection", lit: undefined })}>
          {words.connection}
          <Required />
        </button>
      </div>
      <div class="control is-list">
        <span class="value">
          <span class="placeholder">{words.connectionPicked}</span>
        </span>
        <span class="kind">
          <ListIcon />
        </span>
      </div>
    </li>
  );
}

function Input({ context, field }: ContextProps & { readonly field: Field }) {
  const { within = [] } = field;
  return (
    <li class={isLit(context, field.span) ? "field is-lit" : "field"}>
      <div class="field-head">
        <Placed context={context} span={field.span} class="field-name">
          {within.length > 0 && <span class="within">{within.join(" / ")} / </span>}
          {field.label}
          {field.isRequired && <Required />}
        </Placed>
        <Badge context={context} problems={context.shown.problems.of(field.target ?? field.span)} label={field.label} />
      </div>
      {field.sublabel && <p class="small">{field.sublabel}</p>}
      <Control context={context} field={field} />
      {field.subtext && <p class="small">{field.subtext}</p>}
      {field.pattern && (
        <p class="small">
          {words.pattern} <code>{field.pattern}</code>
        </p>
      )}
      {field.label !== field.name && (
        <p class="small sent">
          {words.sentIn[field.place]} <code>{field.name}</code>
        </p>
      )}
    </li>
  );
}

/** What is sent without being asked for. */
function Hidden({ context, fields }: ContextProps & { readonly fields: readonly Field[] }) {
  const isOneLit = fields.some((field) => isLit(context, field.span));
  return (
    <details class="hidden-fields" open={isOneLit}>
      <summary>{words.hidden(fields.length)}</summary>
      <ul>
        {fields.map((field, index) => (
          <li key={index} class={isLit(context, field.span) ? "is-lit" : ""}>
            <Placed context={context} span={field.span}>
              {field.label}
            </Placed>{" "}
            {field.preset ? (
              <span class="small">
                {words.sentAs} <code>{field.preset}</code>
              </span>
            ) : (
              <span class={field.isRequired ? "small lacking" : "small"}>{field.isRequired ? words.requiredWithoutValue : words.noValue}</span>
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}
