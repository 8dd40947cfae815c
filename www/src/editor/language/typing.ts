import { syntaxTree } from "@codemirror/language";
import { EditorState, type Extension, Prec, StateEffect, StateField } from "@codemirror/state";
import { EditorView } from "@codemirror/view";
import type { Session } from "../../session/session";

const came = StateEffect.define<number>();

/** Where the comma stands that a completion brought, until the cursor leaves its line. */
const comma = StateField.define<number | undefined>({
  create: () => undefined,
  update(at, { effects, changes, newDoc, newSelection }) {
    const brought = effects.find((effect) => effect.is(came));
    const now = brought ? (brought.value as number) : at === undefined ? undefined : changes.mapPos(at, 1);
    if (now === undefined || newDoc.sliceString(now, now + 1) !== ",") return undefined;
    return newDoc.lineAt(now).number === newDoc.lineAt(newSelection.main.head).number ? now : undefined;
  },
});

/** The effect that says that a completion brought a comma, at the offset `at` of the new text. */
export function commaCame(at: number): StateEffect<number> {
  return came.of(at);
}

/** Whether a quote typed at `at` ends the string that ends there anyway. */
function endsString(state: EditorState, at: number): boolean {
  const node = syntaxTree(state).resolveInner(at, -1);
  const escapes = /\\*$/.exec(state.sliceDoc(node.from, at))?.[0].length ?? 0;
  return /^(String|PropertyName)$/.test(node.name) && node.from < at && node.to === at + 1 && escapes % 2 === 0;
}

/** Who types what is there already goes on behind it. */
const typedOver = EditorView.inputHandler.of((view, from, to, text) => {
  const { state } = view;
  if (from !== to || state.sliceDoc(to, to + 1) !== text) return false;
  const isThere = text === "," ? state.field(comma) === to : text === '"' && endsString(state, to);
  if (!isThere) return false;
  view.dispatch({ selection: { anchor: to + 1 }, scrollIntoView: true, userEvent: "select" });
  return true;
});

const QUOTES = [{ closeBrackets: { brackets: ['"'] } }];
const PAIRS = [{ closeBrackets: { brackets: ['"', "{", "["] } }];

const BRACKETS_WRONG = /^json-(missing-(braces|closer|opener)|surplus-closer|wrong-(closer|opener))$/;

/** What comes in pairs: a person who mends the brackets of a text wants one where they type one. */
function pairs(session: Session): Extension {
  const isMending = () => session.state.checked?.found.diagnostics.some(({ rule }) => BRACKETS_WRONG.test(rule)) ?? false;
  return Prec.highest(EditorState.languageData.of(() => (isMending() ? QUOTES : PAIRS)));
}

/** What the editor adds to what a person types, and what it leaves out. */
export function typing(session: Session): Extension {
  return [comma, Prec.high(typedOver), pairs(session)];
}
