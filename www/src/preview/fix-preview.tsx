import type { Text } from "@codemirror/state";
import { useMemo, useState } from "preact/hooks";
import previewStyles from "../../styles/preview.css";
import { adopt } from "../styles";
import { preview } from "../text/later";
import type { Fix } from "../wire";
import { piecesOf } from "./colours";
import { condensed, type ShownHunk, type ShownLine } from "./condensed";
import { hunksOf, type Line } from "./hunks";

/** A fix, and how much of it is shown. */
export interface FixPreviewProps {
  /** What the fix is made on. */
  readonly text: Text;
  readonly fix: Fix;
  /** How many lines are shown at first. */
  readonly lines: number;
  /** Where it is shown. */
  readonly root: Document | ShadowRoot;
}

/** So few lines more are shown at once: the button that would show them takes a line itself. */
const FEW = 2;
/** More lines than a person reads before a choice. */
const MOST = 500;

const styled = new WeakSet<Document | ShadowRoot>();

/** What a fix changes: the lines that go and those that come, with a few around them. */
export function FixPreview({ text, fix, lines, root }: FixPreviewProps) {
  const hunks = useMemo(() => hunksOf(text, fix.edits, fix.blank), [text, fix]);
  const [isWhole, setWhole] = useState(false);
  if (!styled.has(root)) {
    styled.add(root);
    adopt(previewStyles, root);
  }
  const total = hunks.reduce((sum, hunk) => sum + hunk.lines.length, 0);
  const isShort = total <= lines + FEW;
  const shown: readonly ShownHunk[] = isShort || isWhole ? condensed(hunks, MOST, MOST) : condensed(hunks, lines, Math.floor(lines / 2));
  if (total === 0) return null;
  return (
    <div class="preview">
      <div class="preview-hunks" role="group" aria-label={preview.label}>
        {shown.map((hunk, index) => (
          <div class="preview-hunk" key={index}>
            {hunks.length > 1 && <p class="preview-place">{preview.line(hunk.line)}</p>}
            {hunk.lines.map((line, row) => (
              <PreviewLine key={row} line={line} />
            ))}
          </div>
        ))}
      </div>
      {isWhole && total > MOST && <p class="preview-rest">{preview.more(total - MOST)}</p>}
      {!isShort && (
        <button type="button" class="preview-all" aria-expanded={isWhole} onClick={() => setWhole(!isWhole)}>
          {isWhole ? preview.fewer : preview.all(total)}
        </button>
      )}
    </div>
  );
}

function PreviewLine({ line }: { line: ShownLine }) {
  const { kind } = line;
  const signs: Record<Line["kind"], string> = { same: " ", gone: "−", come: "+" };
  if (line.skipped) {
    return (
      <div class={`preview-line is-${kind}`}>
        <span class="preview-sign" aria-hidden="true">
          ⋮
        </span>
        <span class="preview-skipped">{preview.skipped[kind](line.skipped)}</span>
      </div>
    );
  }
  const pieces = piecesOf(line).map(({ text, colour, mark }, index) =>
    colour || mark ? (
      <span key={index} class={`${colour} ${mark && `is-${mark}`}`} title={mark === "blank" ? preview.blank : undefined}>
        {text}
      </span>
    ) : (
      text
    ),
  );
  return (
    <div class={`preview-line is-${kind}`}>
      <span class="preview-sign" aria-hidden="true">
        {signs[kind]}
      </span>
      {kind === "gone" && <del>{pieces}</del>}
      {kind === "come" && <ins>{pieces}</ins>}
      {kind === "same" && <span>{pieces}</span>}
    </div>
  );
}
