import { Text } from "@codemirror/state";
import { render } from "preact";
import { useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import conversionStyles from "../../styles/conversion.css";
import { madeOfOriginal, pathOf, type PlacedRemark } from "../editor/converted";
import { CloseIcon } from "../panels/icons";
import "../dialogs";
import { adopt } from "../styles";
import { texts } from "../text/first";
import { conversion as words } from "../text/later";
import type { Conversion, Converted, Range, Report } from "../wire";
import { Findings } from "./findings";
import { Pane } from "./pane";
import { RemarkList } from "./remarks";
import { type Failure, useConversion } from "./work";

/** What is to be converted, and what can be done with what comes of it. */
export interface ConversionOptions {
  readonly original: Text;
  /** The report on a text besides the one in the editor; nothing where there is none. */
  readonly check: (text: string) => Promise<Report | undefined>;
  /** Puts it into the editor. */
  readonly use: (converted: Converted) => void;
  readonly download: (text: string) => void;
  /** Shows a place of the original in the editor. */
  readonly show: (place: Range) => void;
}

adopt(conversionStyles);

/** Shows what becomes of a text of another format, and hands it on when a person agrees. */
export function openConversion(options: ConversionOptions): void {
  const host = document.createElement("div");
  document.body.append(host);
  const close = () => {
    render(null, host);
    host.remove();
  };
  render(<ConversionDialog {...options} onClose={close} />, host);
}

function ConversionDialog({ original, check, use, download, show, onClose }: ConversionOptions & { readonly onClose: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [allWays, setAllWays] = useState(false);
  const [attempt, setAttempt] = useState(0);
  const { outcome, hasWays } = useConversion(original, allWays, attempt);
  useLayoutEffect(() => dialog.current?.showModal(), []);

  const close = () => dialog.current?.close();
  const agree = (converted: Converted) => {
    close();
    use(converted);
  };
  const done = typeof outcome === "object" && outcome.outcome === "done" ? outcome : undefined;
  return (
    <dialog class="dialog is-wide conversion-dialog" aria-labelledby="conversion-title" ref={dialog} onClose={onClose}>
      <header class="dialog-top conversion-head">
        <h2 id="conversion-title">{words.heading}</h2>
        <p role="status">{outcome === undefined ? words.busy : done && words.madeOf[done.source]}</p>
        <button type="button" class="button small bare" aria-label={words.cancel} title={words.cancel} onClick={close}>
          <CloseIcon />
        </button>
        {outcome === undefined && <div class="dialog-progress" />}
      </header>
      {done && (
        <Preview
          key={done.text}
          original={original}
          converted={done}
          check={check}
          ways={hasWays ? { all: allWays, onChange: setAllWays } : undefined}
          onUse={() => agree(done)}
          onDownload={() => download(done.text)}
          onCancel={close}
        />
      )}
      {outcome !== undefined && outcome !== done && (
        <Refused
          outcome={outcome as Refusal}
          onAgain={() => setAttempt(attempt + 1)}
          onShow={(place) => {
            close();
            show(place);
          }}
          onCancel={close}
        />
      )}
    </dialog>
  );
}

interface PreviewProps {
  readonly original: Text;
  readonly converted: Converted;
  readonly check: (text: string) => Promise<Report | undefined>;
  /** Whether all ways to sign in are kept, where there is a choice. */
  readonly ways: { readonly all: boolean; readonly onChange: (all: boolean) => void } | undefined;
  readonly onUse: () => void;
  readonly onDownload: () => void;
  readonly onCancel: () => void;
}

/** The original, what it becomes, and what a person should know of that. */
function Preview({ original, converted, check, ways, onUse, onDownload, onCancel }: PreviewProps) {
  const main = useRef<HTMLButtonElement>(null);
  const [current, setCurrent] = useState<PlacedRemark>();
  const [side, setSide] = useState<"original" | "result">("result");
  const { source, remarks } = useMemo(() => madeOfOriginal(original, converted), [original, converted]);
  const result = useMemo(() => Text.of(converted.text.split("\n")), [converted]);
  useLayoutEffect(() => main.current?.focus(), []);
  const placeOf = ({ line, path, pointer }: PlacedRemark) => ({ line, path: path || pathOf(pointer) });
  const choose = (remark: PlacedRemark) => {
    setCurrent(remark);
    if (!remark.place) setSide("original");
  };
  return (
    <>
      <div class="conversion-body">
        {/* Where nothing else in it takes the keyboard, it scrolls by keys itself. */}
        <div class="conversion-said" role="group" aria-label={words.said} tabIndex={remarks.length === 0 && !ways ? 0 : -1}>
          <Findings text={converted.text} check={check} />
          {ways && (
            <fieldset class="conversion-ways">
              <legend>{words.ways.legend}</legend>
              {([false, true] as const).map((all) => (
                <label key={String(all)}>
                  <input type="radio" name="conversion-ways" checked={ways.all === all} onChange={() => ways.onChange(all)} />
                  <span>{all ? words.ways.all : words.ways.one}</span>
                </label>
              ))}
            </fieldset>
          )}
          <h3>{words.count(remarks.length)}</h3>
          <RemarkList source={source} remarks={remarks} current={current} placeOf={placeOf} onChoose={choose} />
        </div>
        <div class="conversion-sides" data-side={side}>
          <div role="group" aria-label={words.sides} class="conversion-switch">
            {(["original", "result"] as const).map((name) => (
              <button key={name} type="button" class="button small" aria-pressed={side === name} onClick={() => setSide(name)}>
                {words[name]}
              </button>
            ))}
          </div>
          <section class="conversion-side is-original" aria-labelledby="conversion-original">
            <h3 id="conversion-original">{words.original}</h3>
            <Pane label={words.original} text={original} place={current?.origin} />
          </section>
          <section class="conversion-side is-result" aria-labelledby="conversion-result">
            <h3 id="conversion-result">{words.result}</h3>
            <Pane label={words.result} text={result} place={current?.place} />
          </section>
        </div>
      </div>
      <footer class="dialog-foot conversion-choice">
        <button type="button" class="button" onClick={onCancel}>
          {words.cancel}
        </button>
        <button type="button" class="button" onClick={onDownload}>
          {words.download}
        </button>
        <button type="button" class="button main" ref={main} onClick={onUse}>
          {words.use}
        </button>
      </footer>
    </>
  );
}

type Refusal = Exclude<Conversion, { readonly outcome: "done" }> | Failure;

interface RefusedProps {
  readonly outcome: Refusal;
  readonly onAgain: () => void;
  readonly onShow: (place: Range) => void;
  readonly onCancel: () => void;
}

/** Why there is nothing to see. */
function Refused({ outcome, onAgain, onShow, onCancel }: RefusedProps) {
  const isFailure = typeof outcome === "string";
  const reason = isFailure ? outcome : outcome.outcome;
  return (
    <>
      <div class="conversion-refused" role="alert">
        <p>{words.refused[reason]}</p>
        {!isFailure && outcome.outcome === "broken" && <p>{outcome.message}</p>}
      </div>
      <footer class="dialog-foot conversion-choice">
        <button type="button" class="button" onClick={onCancel}>
          {words.cancel}
        </button>
        {isFailure && (
          <button type="button" class="button main" onClick={onAgain}>
            {texts.failed.again}
          </button>
        )}
        {!isFailure && outcome.outcome === "broken" && (
          <button type="button" class="button main" onClick={() => onShow(outcome)}>
            {words.showPlace}
          </button>
        )}
      </footer>
    </>
  );
}
