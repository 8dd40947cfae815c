import { useState } from "preact/hooks";
import styles from "../../styles/create.css";
import formStyles from "../../styles/form.css";
import { converter } from "../converter/client";
import { failureOf, useAnswer } from "../converter/use-answer";
import type { Session } from "../session/session";
import type { State } from "../session/state";
import { adopt } from "../styles";
import { texts } from "../text/first";
import { create as words, making } from "../text/later";
import { Dialog, type DialogProps } from "../views/problems/dialog";
import { type Draft, EMPTY, fieldOf, formOf } from "./draft";
import { type Fields, idOf, SampleField, SelectField, TextField } from "./fields";
import { SignInFields } from "./sign-in";

adopt(formStyles);
adopt(styles);

/** So long, in milliseconds, a person types on before the Xtension is made anew. */
const PAUSE = 150;

const METHODS = ["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS"];

/** A longer sample would be no help in a field. */
const LONGEST_SAMPLE = 200_000;

/** What was written and not used so far: closing the dialog loses nothing. */
let kept: Draft = EMPTY;

/** A new Xtension from what a person says of a service. */
export default function CreateDialog({ session, state, close }: DialogProps) {
  const [draft, setDraft] = useState(() => ({ ...kept, response: kept.response || sampleIn(session, state) }));
  const [left, setLeft] = useState<ReadonlySet<keyof Draft>>(new Set<keyof Draft>());
  const [isTried, setTried] = useState(false);
  const [failure, setFailure] = useState("");
  const providers = useAnswer(() => converter.providers(), []);
  const created = useAnswer(() => converter.create(formOf(draft)), [draft], PAUSE);
  const fields: Fields = {
    draft,
    set: (change) => {
      kept = { ...draft, ...change };
      setDraft(kept);
    },
    notes: created.value?.notes ?? [],
    isTold: (name) => isTried || (left.has(name) && created.isCurrent),
    leave: (name) => setLeft(new Set([...left, name])),
  };
  const make = async () => {
    setTried(true);
    try {
      const { text, notes } = await converter.create(formOf(draft));
      const fault = notes.find(({ isFault }) => isFault);
      if (fault) {
        document.getElementById(idOf(fieldOf(fault.field)))?.focus();
        return;
      }
      kept = EMPTY;
      close();
      session.documents.begin(draft.title.trim(), text, words.made(draft.title.trim()));
    } catch (error) {
      setFailure(making.failed[failureOf(error)]);
    }
  };
  const unmade = created.failure ?? providers.failure;
  const again = () => {
    created.again();
    providers.again();
  };
  return (
    <Dialog heading={words.heading} kind="create-dialog" stays close={close}>
      <form
        class="form create"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void make();
        }}
      >
        <div class="create-fields">
          <fieldset>
            <legend>{words.service}</legend>
            <TextField fields={fields} name="title" label={words.title} hint={words.titleHint} autofocus />
            <TextField fields={fields} name="address" label={words.address} hint={words.addressHint} />
            <div class="create-pair is-wide">
              <TextField fields={fields} name="description" label={words.description} optional />
              <TextField fields={fields} name="version" label={words.version} />
            </div>
          </fieldset>
          <fieldset>
            <legend>{words.authentication}</legend>
            <SignInFields fields={fields} providers={providers.value ?? []} />
          </fieldset>
          <fieldset>
            <legend>{words.operation}</legend>
            <div class="create-pair is-call">
              <SelectField fields={fields} name="method" label={words.method} options={METHODS.map((method) => [method, method] as const)} />
              <TextField fields={fields} name="path" label={words.path} hint={words.pathHint} />
            </div>
            <TextField fields={fields} name="label" label={words.label} hint={words.labelHint} optional />
            {["POST", "PUT", "PATCH"].includes(draft.method) && (
              <SampleField fields={fields} name="request" label={words.request} hint={words.sampleHint} optional />
            )}
            <SampleField fields={fields} name="response" label={words.response} hint={words.sampleHint} optional />
          </fieldset>
        </div>
        <section class="create-preview">
          <h3>{words.preview}</h3>
          <pre class="form-preview" role="group" tabIndex={0} aria-label={words.preview}>
            {created.value?.text}
          </pre>
        </section>
        <div class="create-foot">
          <p role="status" class="form-fault">
            {failure || (unmade && making.failed[unmade])}
          </p>
          <div class="dialog-buttons">
            {unmade === "notLoaded" && (
              <button type="button" class="button" onClick={again}>
                {texts.failed.again}
              </button>
            )}
            <button type="button" class="button" onClick={close}>
              {making.cancel}
            </button>
            <button type="submit" class="button main">
              {words.make}
            </button>
          </div>
        </div>
      </form>
    </Dialog>
  );
}

/** The text in the editor, where it is what a service answers, or its schema. */
function sampleIn(session: Session, { checked, length }: State): string {
  const offer = checked?.found.other?.offer;
  return (offer === "sample" || offer === "schema") && length <= LONGEST_SAMPLE ? session.documents.text.toString() : "";
}
