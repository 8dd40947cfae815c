import { nintex } from "../../text/later";
import type { Choice, Field } from "../../wire";
import { type ContextProps, isLit } from "./context";
import { AddIcon, ListIcon } from "./icons";
import { Placed, Required } from "./parts";

const { configuration: words } = nintex;

interface ControlProps extends ContextProps {
  readonly field: Field;
}

/** What a field looks like in the panel: words where the control would be, since there is nothing to type into. */
export function Control({ context, field }: ControlProps) {
  const { kind } = field;
  const isPlain = kind !== "list" && kind !== "object" && kind !== "conditions";
  const isDropDown = kind === "choice" || kind === "dropDown";
  return (
    <>
      {isPlain && (
        <div class={isDropDown ? "control is-list" : "control"}>
          <span class="value">
            {field.preset ? <Preset value={field.preset} options={field.options ?? []} /> : <span class="placeholder">{field.placeholder}</span>}
          </span>
          <span class="kind">
            {words.kinds[kind]}
            {isDropDown && <ListIcon />}
          </span>
        </div>
      )}
      {!isPlain && <Group context={context} field={field} />}
      {field.options && <Options options={field.options} hasMore={field.hasMoreOptions} />}
      {field.helper && <Helper context={context} field={field} />}
    </>
  );
}

/** What the field holds at first: an option by its label. */
function Preset({ value, options }: { readonly value: string; readonly options: readonly Choice[] }) {
  return (
    <>
      <span class="visually-hidden">{words.startsAs} </span>
      {options.find((option) => option.value === value)?.label ?? value}
    </>
  );
}

/** A field that is made of others. */
function Group({ context, field }: ControlProps) {
  const { kind, items, inner = [] } = field;
  const { rendersObjects } = context.shown.summary;
  return (
    <div class="control is-group">
      <p class="control-head">
        <span class="kind">
          {words.kinds[kind]}
          {items && items !== "any" && ` ${words.ofItems(words.kinds[items])}`}
        </span>
        {kind === "list" && (
          <span class="pretend is-small">
            <AddIcon />
            {words.addItem}
          </span>
        )}
        {kind === "conditions" && (
          <span class="pretend is-small">
            <AddIcon />
            {words.addCondition}
          </span>
        )}
      </p>
      {kind === "conditions" && <p class="small">{words.conditions}</p>}
      {field.preset && (
        <p class="small">
          {words.startsAs} <code>{field.preset}</code>
        </p>
      )}
      {inner.length > 0 && (
        <>
          <p class="small">{kind === "list" ? words.eachItem : words.inside}</p>
          <Inner context={context} fields={inner} kinds={words.kinds} />
          {!rendersObjects && <p class="small">{words.plainValue}</p>}
        </>
      )}
    </div>
  );
}

interface InnerProps extends ContextProps {
  readonly fields: readonly Field[];
  readonly kinds: Record<Field["kind"], string>;
}

/** What is in a field, a line each. */
export function Inner({ context, fields, kinds }: InnerProps) {
  return (
    <ul class="inner">
      {fields.map((field, index) => (
        <li key={index} class={isLit(context, field.span) ? "is-lit" : ""}>
          <Placed context={context} span={field.span}>
            {field.label}
            {field.isRequired && <Required />}
          </Placed>
          <span class="kind">{kinds[field.kind]}</span>
        </li>
      ))}
    </ul>
  );
}

function Options({ options, hasMore }: { readonly options: readonly Choice[]; readonly hasMore: boolean }) {
  return (
    <details class="options">
      <summary>{hasMore ? words.moreOptions(options.length) : words.options(options.length)}</summary>
      <ul>
        {options.map(({ label, value }, index) => (
          <li key={index}>
            {label}
            {label !== value && <span class="small"> {words.sends(value)}</span>}
          </li>
        ))}
      </ul>
    </details>
  );
}

/** Which action fills the list or says which fields there are. */
function Helper({ context: { preview, shown }, field }: ControlProps) {
  const list = shown.actions?.list ?? [];
  const index = list.findIndex(({ operationId }) => operationId === field.helper);
  const asksForFields = field.kind === "object" || field.kind === "conditions";
  return (
    <p class="small">
      {asksForFields ? words.filledFields : words.filledBy}{" "}
      {list[index] ? (
        <button type="button" class="link" onClick={() => preview.set({ open: index, lit: undefined })}>
          {list[index].label}
        </button>
      ) : (
        <>
          <code>{field.helper}</code>, {words.notThere}
        </>
      )}
      {field.sends && !asksForFields && ` (${words.showsAndSends(field.shows ?? "", field.sends)})`}
    </p>
  );
}
