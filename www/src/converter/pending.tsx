import { texts } from "../text/first";
import { making } from "../text/later";
import type { Answered } from "./use-answer";

interface PendingProps {
  readonly answer: Answered<unknown>;
  /** What is to be said of an answer that came. */
  readonly said: string;
}

/** How it is with an answer: it is awaited, came, or did not; then it can be asked for again. */
export function Pending({ answer, said }: PendingProps) {
  const { failure, isCurrent, again } = answer;
  return (
    <>
      <p role="status" class={isCurrent && !failure && !said ? "visually-hidden" : undefined}>
        {!isCurrent ? making.waiting : failure ? making.failed[failure] : said}
      </p>
      {failure === "notLoaded" && (
        <div class="dialog-buttons">
          <button type="button" class="button main" aria-disabled={!isCurrent} onClick={() => isCurrent && again()}>
            {texts.failed.again}
          </button>
        </div>
      )}
    </>
  );
}
