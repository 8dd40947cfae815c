import { LARGE } from "../document/limits";
import { sizeInWords, texts } from "../text/first";
import { LockIcon } from "./icons";
import type { PageProps } from "./props";

/** The line below everything: where the cursor is, what the file is like, where it is kept. */
export function StatusBar({ session, state }: PageProps) {
  const { status } = texts;
  const kept = state.kept && state.files.kept;
  return (
    <footer class="status" aria-label={status.label}>
      <span class="position">{status.position(state.line, state.column)}</span>
      <span>{sizeInWords(state.length)}</span>
      <span title={status.lineEndHint}>{status.lineEnd[state.file.lineEnd]}</span>
      <span class={kept ? "kept" : "not-kept"} role="status">
        {kept ? state.length > 0 && status.kept : status.notKept}
      </span>
      {state.length > LARGE && <span class="large">{status.large}</span>}
      <span class="renew">
        <span role="status">{state.renew && status.newVersion}</span>
        {state.renew && (
          <button type="button" class="button small" onClick={() => void state.renew?.()}>
            {status.reload}
          </button>
        )}
      </span>
      <button
        type="button"
        class="private"
        title={status.privateHint}
        aria-haspopup="dialog"
        onClick={() => session.store.set({ dialog: "privacy" })}
      >
        <LockIcon />
        {status.private}
      </button>
      {state.version && <span class="version">{status.version(state.version)}</span>}
    </footer>
  );
}
