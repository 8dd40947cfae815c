import { SeverityIcon } from "../../panels/icons";
import { Words } from "../../panels/words";
import { texts } from "../../text/first";
import { reference } from "../../text/later";
import type { Fix } from "../../wire";
import { Code } from "./code";
import type { BadExample } from "./data";
import { type Stretch, withEdits } from "./stretches";

interface ExampleProps {
  readonly example: BadExample;
  /** Where a page has several. */
  readonly number: number | undefined;
}

/** What a rule finds in a text, and beside it what each fix makes of the text. */
export function Example({ example: { text, found, fixes }, number }: ExampleProps) {
  const stretches = found.map(({ from, to, severity }): Stretch => ({ from, to, kind: severity }));
  const said = found.filter(({ message }, index) => found.findIndex((other) => other.message === message) === index);
  return (
    <section class="example" aria-label={reference.example(number)}>
      <div class="example-side">
        <h3>{reference.example(number)}</h3>
        <Code text={text} stretches={stretches} />
        <ul class="example-said">
          {said.map(({ message, because, severity }) => (
            <li key={message}>
              <SeverityIcon severity={severity} />
              <span>
                <Words text={message} />{" "}
                <span class="example-because">
                  <Words text={because} />
                </span>
              </span>
            </li>
          ))}
        </ul>
      </div>
      <div class="example-side">
        {fixes.length === 0 && (
          <>
            <h3>{reference.fix()}</h3>
            <p class="no-fix">{texts.problems.noFix}</p>
          </>
        )}
        {fixes.map((fix, index) => (
          <Fixed key={index} text={text} fix={fix} number={fixes.length > 1 ? index + 1 : undefined} />
        ))}
      </div>
    </section>
  );
}

function Fixed({ text, fix, number }: { text: string; fix: Fix; number: number | undefined }) {
  const shown = withEdits(text, fix.edits);
  return (
    <>
      <h3>
        {reference.fix(number)} <Words text={fix.title} />
      </h3>
      <Code text={shown.text} stretches={shown.stretches} onlyChanges />
      {(fix.consequence || texts.problems.safety[fix.safety]) && (
        <p class="example-because">
          <Words text={fix.consequence} /> {texts.problems.safety[fix.safety]}
        </p>
      )}
    </>
  );
}
