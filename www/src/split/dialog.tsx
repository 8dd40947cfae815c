import { useMemo, useState } from "preact/hooks";
import styles from "../../styles/split.css";
import { converter } from "../converter/client";
import { Pending } from "../converter/pending";
import { useAnswer } from "../converter/use-answer";
import { download } from "../document/download";
import { allowedName, nameOnDisk, stemOf } from "../document/file";
import { freePath } from "../document/paths";
import { part } from "../parts";
import { adopt } from "../styles";
import { texts } from "../text/first";
import { making, split as words } from "../text/later";
import { Dialog, type DialogProps, takeFocus } from "../views/problems/dialog";
import type { Candidate } from "../wire";

adopt(styles);

/** One of the Xtensions that the text becomes. */
interface Part {
  readonly name: string;
  readonly way: string;
  readonly text: string;
  readonly operations: readonly Candidate[];
}

/** An Xtension for each way to sign in: what goes where, and then into the list of files. */
export default function SplitDialog({ session, state, close }: DialogProps) {
  const text = useMemo(() => session.documents.text.toString(), []);
  const [failure, setFailure] = useState("");
  const name = stemOf(state.file);
  const found = useAnswer(() => partsOf(text, name), [text]);
  const parts = found.value ?? [];
  const add = () => {
    close();
    void session.several.use((files) => files.part(parts, words.parted(nameOnDisk(state.file), parts.length)));
  };
  const downloadAll = async () => {
    try {
      const { pack } = await part(() => import("../document/pack"));
      const encoder = new TextEncoder();
      const files = parts.map((one) => ({ path: one.name, bytes: encoder.encode(one.text) }));
      const archive = await pack(files, new AbortController().signal);
      if (!archive) return;
      const file = `${name}.zip`;
      download(file, archive);
      close();
      session.store.mention(texts.said.downloaded(file));
    } catch {
      setFailure(making.failed.notLoaded);
    }
  };
  return (
    <Dialog heading={words.heading} kind="split-dialog" close={close}>
      {parts.length > 1 && <p class="dialog-lead">{words.lead}</p>}
      <Pending answer={found} said={parts.length < 2 ? words.one : failure} />
      {parts.length > 1 && (
        <>
          <ul class="split-parts">
            {parts.map((one) => (
              <li key={one.name}>
                <h3>{one.way}</h3>
                <p class="split-file">
                  {one.name}, {words.operations(one.operations.length)}
                </p>
                <ul class="split-operations" tabIndex={0} aria-label={one.way}>
                  {one.operations.map((operation) => (
                    <li key={operation.from}>
                      {operation.label || operation.path} <code>{making.call(operation.method, operation.path)}</code>
                    </li>
                  ))}
                </ul>
              </li>
            ))}
          </ul>
          <div class="dialog-buttons">
            <button type="button" class="button" onClick={() => void downloadAll()}>
              {words.download}
            </button>
            <button type="button" class="button main" ref={takeFocus} onClick={add}>
              {words.add(parts.length)}
            </button>
          </div>
        </>
      )}
    </Dialog>
  );
}

async function partsOf(text: string, name: string): Promise<readonly Part[]> {
  const shares = await converter.split(text);
  if (shares.length < 2) return [];
  const taken = new Set<string>();
  const parts: Part[] = [];
  for (const { security, text: own } of shares) {
    const way = security.join(", ") || words.nothing;
    const free = freePath(`${allowedName(`${name}-${security.join("-") || "open"}`)}.json`, taken);
    taken.add(free.toLowerCase());
    parts.push({ name: free, way, text: own, operations: await converter.list(own) });
  }
  return parts;
}
