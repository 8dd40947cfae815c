import { EditorSelection, type Text } from "@codemirror/state";
import { EditorView } from "@codemirror/view";
import type { Session } from "../../session/session";
import { texts as firstTexts } from "../../text/first";
import { editorTexts } from "../../text/later";
import { isolateHistory } from "../commands";

/** Lays the text out anew, as one step that can be undone; the cursor stays behind the letter that it is behind. */
export async function layOut(view: EditorView, session: Session): Promise<void> {
  const texts = editorTexts.layout;
  const answer = await session.checks.ask("format", "format");
  if (!answer) {
    sayIfNotLoaded(session);
    return;
  }
  if (!answer.edits) {
    session.store.say(texts.refused);
    return;
  }
  if (answer.edits.length === 0) {
    session.store.mention(texts.nothing);
    return;
  }
  const { doc, selection } = view.state;
  const changes = view.state.changes(answer.edits);
  const after = changes.apply(doc);
  const place = offsetOf(after, lettersBefore(doc, selection.main.head));
  view.dispatch({
    changes,
    selection: EditorSelection.cursor(place),
    effects: EditorView.scrollIntoView(place, { y: "center" }),
    userEvent: "format",
    annotations: isolateHistory.of("full"),
  });
  session.store.say(texts.done, { undo: true });
}

/** Without the whole checker nothing is known of the text. */
export function sayIfNotLoaded({ state, store }: Session): void {
  if (state.whole === "failed") store.say(firstTexts.said.notLoaded);
}

const BLANK = /\s/;

/** How many characters that are no white space stand before `offset`: laying a text out changes none of these. */
function lettersBefore(text: Text, offset: number): number {
  let count = 0;
  for (const part of text.iterRange(0, offset)) {
    for (const character of part) if (!BLANK.test(character)) count += 1;
  }
  return count;
}

/** Where so many of them stand before. */
function offsetOf(text: Text, count: number): number {
  let left = count;
  let offset = 0;
  for (const part of text) {
    for (const character of part) {
      if (left === 0) return offset;
      offset += character.length;
      if (!BLANK.test(character)) left -= 1;
    }
  }
  return offset;
}
