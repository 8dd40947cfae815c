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
        {notice && notice.details.length > 0 && (
          <ul>
            {notice.details.map((detail) => (
              <li key={detail}>
                <Words text={detail} />
              </li>
            ))}
          </ul>
        )}
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
