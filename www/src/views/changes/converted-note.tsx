import type { Text } from "@codemirror/state";
import { useState } from "preact/hooks";
import { RemarkList } from "../../conversion/remarks";
import type { MadeOf } from "../../editor/converted";
import type { Session } from "../../session/session";
import { conversion as words } from "../../text/later";
import type { Remark } from "../../wire";

interface ConvertedNoteProps {
  readonly session: Session;
  readonly madeOf: MadeOf;
  readonly isOpen?: boolean;
}

/** What the text was converted from, and what was lost or decided then. */
export function ConvertedNote({ session, madeOf, isOpen = false }: ConvertedNoteProps) {
  const [current, setCurrent] = useState<Remark>();
  const { source, remarks, original, text } = madeOf;
  const show = (remark: Remark) => {
    setCurrent(remark);
    if (remark.place) session.places.showPlaceOf(text, remark.place.from, remark.place.to, "editor");
  };
  // What can be chosen is shown in the result, so its line counts.
  const lineOf = ({ origin, place }: Remark) => (place ? lineAt(text, place.from) : lineAt(original, origin.from));
  if (remarks.length === 0) return <p class="converted-note">{words.was[source]}. {words.nothingLost[source]}</p>;
  return (
    <details class="converted-note" open={isOpen}>
      <summary>
        {words.was[source]}: {words.wasCount(remarks.length)}
      </summary>
      <RemarkList source={source} remarks={remarks} current={current} lineOf={lineOf} onChoose={show} onlyResult />
    </details>
  );
}

function lineAt(text: Text, offset: number): number {
  return text.lineAt(Math.min(offset, text.length)).number;
}
