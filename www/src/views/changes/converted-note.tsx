import type { Text } from "@codemirror/state";
import { useState } from "preact/hooks";
import { RemarkList } from "../../conversion/remarks";
import { type MadeOf, pathOf, type PlacedRemark } from "../../editor/converted";
import type { Session } from "../../session/session";
import { conversion as words } from "../../text/later";

interface ConvertedNoteProps {
  readonly session: Session;
  readonly madeOf: MadeOf;
  /** The text as it came of the conversion. */
  readonly text: Text;
  readonly isOpen?: boolean;
}

/** What the text was converted from, and what was lost or decided then. */
export function ConvertedNote({ session, madeOf, text, isOpen = false }: ConvertedNoteProps) {
  const [current, setCurrent] = useState<PlacedRemark>();
  const { source, remarks } = madeOf;
  const show = (remark: PlacedRemark) => {
    setCurrent(remark);
    if (remark.place) session.places.showPlaceOf(text, remark.place.from, remark.place.to, "editor");
  };
  // What can be chosen is shown in the result, so its place counts.
  const placeOf = ({ line, path, place, pointer }: PlacedRemark) =>
    place ? { line: text.lineAt(Math.min(place.from, text.length)).number, path: pathOf(pointer) } : { line, path };
  if (remarks.length === 0) return <p class="converted-note">{words.was[source]}. {words.nothingLost[source]}</p>;
  return (
    <details class="converted-note" open={isOpen}>
      <summary>
        {words.was[source]}: {words.wasCount(remarks.length)}
      </summary>
      <RemarkList source={source} remarks={remarks} current={current} placeOf={placeOf} onChoose={show} onlyResult />
    </details>
  );
}
