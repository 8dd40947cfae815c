import type { Session } from "../session/session";
import type { Notice } from "../session/state";
import { texts } from "../text";
import { CloseIcon } from "./icons";

/** What was just done, shown and read out. The region is always there, since a new one is not read out. */
export function NoticeLine({ session, notice }: { session: Session; notice: Notice | undefined }) {
  return (
    <div class={notice ? "notice" : "notice is-silent"}>
      <div role="status" class="notice-text">
        {notice && <p>{notice.message}</p>}
        {notice && notice.details.length > 0 && (
          <ul>
            {notice.details.map((detail) => (
              <li key={detail}>{detail}</li>
            ))}
          </ul>
        )}
      </div>
      {notice?.undo && (
        <button type="button" class="button small" onClick={() => session.undo()}>
          {texts.said.undo}
        </button>
      )}
      {notice && (
        <button type="button" class="button small bare" aria-label={texts.said.close} onClick={() => session.store.silence()}>
          <CloseIcon />
        </button>
      )}
    </div>
  );
}
