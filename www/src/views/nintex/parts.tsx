import type { ComponentChildren } from "preact";
import { Words } from "../../panels/words";
import { texts } from "../../text/first";
import { nintex } from "../../text/later";
import type { Note, Span } from "../../wire";
import { type ContextProps, isLit, showPlace } from "./context";

interface PlacedProps extends ContextProps {
  readonly span: Span;
  readonly class?: string;
  readonly children: ComponentChildren;
}

/** Something of the text, as a button that shows where it stands. */
export function Placed({ context, span, class: name = "", children }: PlacedProps) {
  const lit = isLit(context, span);
  return (
    <button type="button" class={`placed ${name}`} aria-current={lit ? "location" : undefined} onClick={(event) => showPlace(context, span, event)}>
      {children}
    </button>
  );
}

/** Says that something is concluded and not documented. */
export function Inferred() {
  return (
    <abbr class="inferred" title={nintex.inferredHint}>
      {nintex.inferred}
    </abbr>
  );
}

/** The sign of what has to be filled in. */
export function Required() {
  return (
    <>
      <span class="star" aria-hidden="true">
        *
      </span>
      <span class="visually-hidden">, {nintex.required}</span>
    </>
  );
}

interface NothingProps {
  readonly heading: string;
  readonly text: string;
  readonly children?: ComponentChildren;
}

/** One thing to say that takes the place of everything else in a part of the preview. */
export function Nothing({ heading, text, children }: NothingProps) {
  return (
    <div class="nothing">
      <h2>{heading}</h2>
      <p>
        <Words text={text} />
      </p>
      {children}
    </div>
  );
}

interface NotesProps extends ContextProps {
  readonly notes: readonly Note[];
  readonly open?: boolean;
}

/** What is worth knowing although nothing is wrong. */
export function Notes({ context, notes, open = false }: NotesProps) {
  if (notes.length === 0) return null;
  const { text } = context.shown.checked;
  return (
    <details class="notes" open={open}>
      <summary>{nintex.notes(notes.length)}</summary>
      <ul>
        {notes.map((note) => (
          <li key={note.id}>
            <Words text={note.text} />
            {note.span.start < note.span.end && (
              <>
                {" "}
                <button type="button" class="link" onClick={(event) => showPlace(context, note.span, event)}>
                  {texts.problems.line(text.lineAt(Math.min(note.span.start, text.length)).number)}
                </button>
              </>
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}
