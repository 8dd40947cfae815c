import type { Work } from "../../session/files/state";
import { files as words } from "../../text/later";

/** What takes long, how far it is, and the way out of it. */
export function Progress({ work, onCancel }: { work: Work | undefined; onCancel: () => void }) {
  const isShown = work?.slow ?? false;
  return (
    <div class={isShown ? "files-progress" : "files-progress is-silent"}>
      <p role="status">{work && isShown && words.doing[work.doing]}</p>
      {work && isShown && (
        <>
          {work.total > 0 && <span class="files-done">{words.progress(work.done, work.total)}</span>}
          <progress aria-label={words.doing[work.doing]} max={work.total || undefined} value={work.total > 0 ? work.done : undefined} />
          <button type="button" class="button small" onClick={onCancel}>
            {words.cancel}
          </button>
        </>
      )}
    </div>
  );
}
