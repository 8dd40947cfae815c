import type { Session } from "../session/session";
import type { Notice } from "../session/state";
import { texts } from "../text/first";
import { CloseIcon } from "./icons";
import { Words } from "./words";

/** What was just done, shown and read out. The region is always there, since a new one is not read out. */
export function NoticeLine({ session, notice }: { session: Session; notice: Notice | undefined }) {
  const undo = () => {
    if (notice?.undoBy) {
      session.store.silence();
      notice.undoBy();
    } else session.undo();
    session.places.focusPanel();
  };
  const close = () => {
    session.store.silence();
    session.places.focusPanel();
  };
  return (
    <div class={notice ? (notice.passes ? "notice is-passing" : "notice") : "notice is-silent"}>
      <div role="status" class="notice-text">
        {notice && (
          <p>
            <Words text={notice.message} />
          </p>
        )}
        {notice && <Details details={notice.details} />}
      </div>
      {notice?.undo && (
        <button type="button" class="button small" onClick={undo}>
          {texts.said.undo}
        </button>
      )}
      {notice && (
        <button type="button" class="button small bare" aria-label={texts.said.close} onClick={close}>
          <CloseIcon />
        </button>
      )}
    </div>
  );
}

/** So many are seen at once: what was done must not hide what is left to do. */
const SEEN = 3;

function Details({ details }: { readonly details: readonly string[] }) {
  const more = details.slice(SEEN);
  return (
    <>
      <DetailList details={details.slice(0, SEEN)} />
      {more.length > 0 && (
        <details>
          <summary>{texts.said.more(more.length)}</summary>
          <DetailList details={more} />
        </details>
      )}
    </>
  );
}

function DetailList({ details }: { readonly details: readonly string[] }) {
  if (details.length === 0) return null;
  return (
    <ul>
      {details.map((detail) => (
        <li key={detail}>
          <Words text={detail} />
        </li>
      ))}
    </ul>
  );
}
