import { useMemo, useState } from "preact/hooks";
import formStyles from "../../styles/form.css";
import styles from "../../styles/sample.css";
import { converter } from "../converter/client";
import { Pending } from "../converter/pending";
import { failureOf, useAnswer } from "../converter/use-answer";
import { Words } from "../panels/words";
import { adopt } from "../styles";
import { making, sample as words } from "../text/later";
import { Dialog, type DialogProps, takeFocus } from "../views/problems/dialog";
import type { Candidate } from "../wire";

adopt(formStyles);
adopt(styles);

/** So long, in milliseconds, a person types on before the schema is made anew. */
const PAUSE = 150;

/** Methods of requests that have no body. */
const WITHOUT_BODY = ["GET", "HEAD", "DELETE"];

/** The schema of samples, put into an operation. */
export default function SampleDialog({ session, state, close }: DialogProps) {
  const text = useMemo(() => session.documents.text.toString(), []);
  const listed = useAnswer(() => converter.list(text), [text]);
  const operations = listed.value ?? [];
  return (
    <Dialog heading={words.heading} kind="sample-dialog" stays close={close}>
      <p class="dialog-lead">{words.lead}</p>
      {operations.length > 0 ? (
        <Samples session={session} close={close} text={text} operations={operations} first={operationAt(operations, state.position)} />
      ) : (
        <Pending answer={listed} said={making.noOperations} />
      )}
    </Dialog>
  );
}

interface SamplesProps extends Pick<DialogProps, "session" | "close"> {
  readonly text: string;
  readonly operations: readonly Candidate[];
  /** The position of the operation to begin with. */
  readonly first: number;
}

function Samples({ session, close, text, operations, first }: SamplesProps) {
  const [position, setPosition] = useState(first);
  const [isSent, setSent] = useState(false);
  const [status, setStatus] = useState("200");
  const [samples, setSamples] = useState<readonly string[]>([""]);
  const [failure, setFailure] = useState("");
  const written = samples.filter((sample) => sample.trim() !== "");
  const sampled = useAnswer(() => (written.length > 0 ? converter.schema(written) : Promise.resolve(undefined)), [samples], PAUSE);
  const operation = operations[position];
  const takesBody = !WITHOUT_BODY.includes(operation?.method ?? "");
  const hasBody = isSent && takesBody;
  const schema = sampled.value?.outcome === "done" ? sampled.value : undefined;
  const broken = sampled.value?.outcome === "noSample" ? samples.indexOf(written[sampled.value.position] ?? "") : -1;
  const put = async () => {
    try {
      const inserted = await converter.insert(text, position, hasBody ? undefined : status.trim() || "200", written);
      if (inserted.outcome !== "done") return;
      close();
      session.documents.change(inserted.edits, words.done(nameOf(operation)));
    } catch (error) {
      setFailure(making.failed[failureOf(error)]);
    }
  };
  return (
    <form
      class="form"
      onSubmit={(event) => {
        event.preventDefault();
        if (schema) void put();
      }}
    >
      <label class="form-field">
        <span class="form-label">{words.operation}</span>
        <select value={position} onChange={(event) => setPosition(Number(event.currentTarget.value))}>
          {operations.map((one, index) => (
            <option key={index} value={index}>
              {`${making.call(one.method, one.path)}  ${one.label}`}
            </option>
          ))}
        </select>
      </label>
      <fieldset class="form-row">
        <legend class="form-label">{words.what}</legend>
        <label class="form-choice">
          <input type="radio" name="sample-is" checked={!hasBody} onChange={() => setSent(false)} />
          {words.answer}
        </label>
        <label class="form-choice">
          {words.status}
          <input class="sample-status" value={status} inputMode="numeric" disabled={hasBody} onInput={(event) => setStatus(event.currentTarget.value)} />
        </label>
        <label class="form-choice">
          <input type="radio" name="sample-is" checked={hasBody} disabled={!takesBody} onChange={() => setSent(true)} />
          {words.sent}
        </label>
      </fieldset>
      {samples.map((sample, index) => (
        <label key={index} class="form-field">
          <span class="form-label">{words.text(index)}</span>
          <textarea
            class="form-code"
            rows={6}
            spellcheck={false}
            ref={takeFocus}
            placeholder={words.placeholder}
            value={sample}
            aria-invalid={index === broken}
            aria-describedby={index === broken ? "sample-broken" : undefined}
            onInput={({ currentTarget }) => setSamples(samples.map((other, at) => (at === index ? currentTarget.value : other)))}
          />
        </label>
      ))}
      <div role="status">
        {broken >= 0 && (
          <p class="form-fault" id="sample-broken">
            {words.text(broken)}: {words.broken}
          </p>
        )}
        {failure && <p class="form-fault">{failure}</p>}
        {schema && schema.definitions > 0 && <p class="form-hint">{words.definitions(schema.definitions)}</p>}
        {schema?.remarks.map(({ message, because }, index) => (
          <p key={index} class="form-hint">
            <Words text={`${message} ${because}`} />
          </p>
        ))}
      </div>
      {schema && (
        <section>
          <h3 class="form-label">{words.schema}</h3>
          <pre class="form-preview" role="group" tabIndex={0} aria-label={words.schema}>
            {schema.text}
          </pre>
        </section>
      )}
      <div class="dialog-buttons">
        <button type="button" class="button" title={words.anotherHint} onClick={() => setSamples([...samples, ""])}>
          {words.another}
        </button>
        <button type="submit" class="button main" disabled={!schema}>
          {words.put}
        </button>
      </div>
    </form>
  );
}

/** The operation that the cursor is in, else the one before it. */
function operationAt(operations: readonly Candidate[], position: number): number {
  return Math.max(operations.findLastIndex(({ from }) => from <= position), 0);
}

function nameOf(operation: Candidate | undefined): string {
  return operation ? `“${operation.label || making.call(operation.method, operation.path)}”` : "";
}
