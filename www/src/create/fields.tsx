import type { ComponentChildren } from "preact";
import { Words } from "../panels/words";
import { create as words } from "../text/later";
import type { Note } from "../wire";
import { type Draft, fieldOf } from "./draft";

/** What the fields are drawn from. */
export interface Fields {
  readonly draft: Draft;
  readonly set: (change: Partial<Draft>) => void;
  readonly notes: readonly Note[];
  /** Whether what is missing is told: not before a person was there. */
  readonly isTold: (name: keyof Draft) => boolean;
  readonly leave: (name: keyof Draft) => void;
}

interface FieldProps {
  readonly fields: Fields;
  readonly name: keyof Draft;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly optional?: boolean;
}

/** The id of a field on the page. */
export const idOf = (name: keyof Draft) => `create-${name}`;

function about({ fields: { draft, set, notes, isTold, leave }, name, hint }: FieldProps) {
  const own = notes.filter(({ field }) => fieldOf(field) === name);
  const faults = isTold(name) ? own.filter(({ isFault }) => isFault) : [];
  const advice = own.filter(({ isFault }) => !isFault);
  const isDescribed = faults.length + advice.length > 0 || hint !== undefined;
  return {
    faults,
    advice,
    control: {
      id: idOf(name),
      value: draft[name],
      "aria-invalid": faults.length > 0,
      "aria-describedby": isDescribed ? `${idOf(name)}-notes` : undefined,
      onInput: ({ currentTarget }: { readonly currentTarget: { readonly value: string } }) => set({ [name]: currentTarget.value }),
      onBlur: () => leave(name),
    },
  };
}

function Frame(props: FieldProps & { readonly children: ComponentChildren }) {
  const { name, label, hint, optional, children } = props;
  const { faults, advice } = about(props);
  return (
    <div class="form-field">
      <label class="form-label" for={idOf(name)}>
        {label} {optional && <span class="form-optional">{words.optional}</span>}
      </label>
      {children}
      <div id={`${idOf(name)}-notes`}>
        {faults.map(({ message }) => (
          <p key={message} class="form-fault">
            <Words text={message} />
          </p>
        ))}
        {faults.length === 0 && hint && <p class="form-hint">{hint}</p>}
        {advice.map(({ message }) => (
          <p key={message} class="form-hint form-advice">
            <Words text={message} />
          </p>
        ))}
      </div>
    </div>
  );
}

/** A line to write in. */
export function TextField(props: FieldProps & { readonly autofocus?: boolean }) {
  return (
    <Frame {...props}>
      <input {...about(props).control} autocomplete="off" spellcheck={false} autofocus={props.autofocus ?? false} />
    </Frame>
  );
}

/** A sample to paste. */
export function SampleField(props: FieldProps) {
  return (
    <Frame {...props}>
      <textarea {...about(props).control} class="form-code" rows={3} spellcheck={false} />
    </Frame>
  );
}

/** One of several. */
export function SelectField(props: FieldProps & { readonly options: readonly (readonly [value: string, label: string])[] }) {
  return (
    <Frame {...props}>
      <select {...about(props).control}>
        {props.options.map(([value, label]) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
    </Frame>
  );
}
