import { nintex, sample } from "../../text/later";
import type { Action, Field } from "../../wire";
import { Badge } from "./badge";
import { type ContextProps, isLit, pointOut } from "./context";
import { Inner } from "./control";
import { Placed } from "./parts";

const { outputs: words } = nintex;

/** What an action gives back, for variables of the workflow; a start event, what the workflow starts with. */
export function Outputs({ context, action }: ContextProps & { readonly action: Action }) {
  const heading = action.isStartEvent ? words.eventHeading : words.heading;
  return (
    <section>
      <h3 class="part">{heading}</h3>
      {action.outputs.length === 0 && (
        <p class="small">
          {words.none}{" "}
          <button
            type="button"
            class="link"
            onClick={() => {
              pointOut(context, action.span);
              context.session.store.set({ dialog: "sample" });
            }}
          >
            {sample.offer}
          </button>
        </p>
      )}
      <ul class="fields outputs" aria-label={heading}>
        {action.outputs.map((field, index) => (
          <Output key={index} context={context} field={field} isStored={!action.isStartEvent} />
        ))}
      </ul>
      {action.hiddenOutputs > 0 && <p class="small">{words.hidden(action.hiddenOutputs)}</p>}
    </section>
  );
}

function Output({ context, field, isStored }: ContextProps & { readonly field: Field; readonly isStored: boolean }) {
  const { inner = [], items } = field;
  const isLitWithin = inner.some(({ span }) => isLit(context, span));
  return (
    <li class={isLit(context, field.span) ? "field is-lit" : "field"}>
      <div class="field-head">
        <Placed context={context} span={field.span} class="field-name">
          {isStored && `${words.store} `}
          {field.label}
        </Placed>
        <span class="kind">
          {words.kinds[field.kind]}
          {items && items !== "any" && ` ${nintex.configuration.ofItems(words.kinds[items])}`}
        </span>
        <Badge context={context} problems={context.shown.problems.of(field.target ?? field.span)} label={field.label} />
      </div>
      {inner.length > 0 && (
        <details class="options" open={isLitWithin}>
          <summary>
            {items ? words.eachItem : words.has} {nintex.fields(inner.length)}
          </summary>
          <Inner context={context} fields={inner} kinds={words.kinds} />
        </details>
      )}
    </li>
  );
}
