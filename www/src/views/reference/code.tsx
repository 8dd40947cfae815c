import type { ComponentChildren } from "preact";
import { changedLines, linesOf, type Piece } from "./pieces";
import type { Stretch } from "./stretches";

interface CodeProps {
  readonly text: string;
  readonly stretches?: readonly Stretch[];
  /** Only the lines around what changes. */
  readonly onlyChanges?: boolean;
}

/** An example in colours, with what is found in it or what a fix changes marked. Long lines go on under their beginning. */
export function Code({ text, stretches = [], onlyChanges = false }: CodeProps) {
  const lines = linesOf(text, stretches);
  return (
    <pre class="example-code">
      <code>
        {(onlyChanges ? changedLines(lines) : lines).map((pieces, index) =>
          pieces ? (
            <span key={index} class="example-line" style={{ "--indent": `${indentOf(pieces)}ch` }}>
              {pieces.map((piece, at) => (
                <Shown key={at} piece={piece} />
              ))}
              {"\n"}
            </span>
          ) : (
            <span key={index} class="example-gap">
              {"⋯\n"}
            </span>
          ),
        )}
      </code>
    </pre>
  );
}

function indentOf([first]: readonly Piece[]): number {
  return /^ */.exec(first?.text ?? "")?.[0].length ?? 0;
}

function Shown({ piece: { text, token, kind } }: { piece: Piece }) {
  const inside: ComponentChildren = token ? <span class={token}>{visible(text)}</span> : visible(text);
  if (kind === undefined) return <>{inside}</>;
  if (kind === "inserted") return <ins>{inside}</ins>;
  if (kind === "removed") return <del>{inside}</del>;
  return <mark class={`is-${kind}`}>{inside}</mark>;
}

/** Characters that nobody sees, or takes for a plain space. */
const INVISIBLE = /[\u0000-\u001f\u007f-\u00a0\u00ad\u1680\u2000-\u200f\u2028-\u202f\u205f-\u2064\u3000\ufeff]/;

function visible(text: string): ComponentChildren {
  if (!INVISIBLE.test(text)) return text;
  return Array.from(text, (character, index) =>
    INVISIBLE.test(character) ? (
      <span key={index} class="invisible">
        {`U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`}
      </span>
    ) : (
      character
    ),
  );
}
