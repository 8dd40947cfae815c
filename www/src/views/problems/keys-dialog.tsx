import { BACK_KEYS, COMMANDS, keysInWords } from "../../commands";
import { texts } from "../../text/first";
import { editorTexts, keys as words } from "../../text/later";
import { Dialog, type DialogProps } from "./dialog";

/** All keys of the page. */
export default function KeysDialog({ close }: DialogProps) {
  const everywhere = COMMANDS.flatMap(({ name, keys, alsoKeys }) =>
    keys ? [{ keys: [keys, ...(alsoKeys ? [alsoKeys] : [])], does: texts.commands[name] }] : [],
  );
  return (
    <Dialog heading={words.heading} close={close}>
      <div class="key-lists">
        <KeyList heading={words.everywhere} rows={everywhere} />
        <KeyList heading={words.list} rows={words.inList} />
        <KeyList heading={words.editor} rows={[...words.inEditor, { keys: [BACK_KEYS], does: editorTexts.crumbs.backLabel }]} />
      </div>
    </Dialog>
  );
}

interface KeyListProps {
  readonly heading: string;
  /** Each with the keys that do the same. */
  readonly rows: readonly { readonly keys: readonly string[]; readonly does: string }[];
}

function KeyList({ heading, rows }: KeyListProps) {
  return (
    <section>
      <h3>{heading}</h3>
      <dl>
        {rows.map(({ keys, does }) => (
          <div key={does}>
            <dt>
              {keys.map((combination, index) => (
                <span key={combination}>
                  {index > 0 && ` ${words.or} `}
                  {keysInWords(combination).map((key) => (
                    <kbd key={key}>{key}</kbd>
                  ))}
                </span>
              ))}
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
