import { EditorSelection, type Extension, Prec, StateEffect, StateField } from "@codemirror/state";
import { Decoration, type DecorationSet, EditorView, keymap, ViewPlugin } from "@codemirror/view";
import type { Session } from "../../session/session";
import { editorTexts } from "../../text/later";
import { sayIfNotLoaded } from "./layout";
import type { Target } from "../../wire";

/** How many places there are to go back to. */
const LONGEST_TRAIL = 50;

/** Whoever goes further than so many lines may want to come back. */
const FAR = 5;

const returned = StateEffect.define<null>();

/** Where a person came from who went far, the last place at the end. The places move along while the text changes. */
export const trail = StateField.define<readonly number[]>({
  create: () => [],
  update(before, { changes, docChanged, effects, selection, startState, newDoc }) {
    if (docChanged) return before.length > 0 ? before.map((place) => changes.mapPos(place)) : before;
    if (effects.some((effect) => effect.is(returned))) return before.slice(0, -1);
    if (!selection) return before;
    const { head } = startState.selection.main;
    const lines = Math.abs(newDoc.lineAt(head).number - newDoc.lineAt(selection.main.head).number);
    return lines > FAR ? [...before, head].slice(-LONGEST_TRAIL) : before;
  },
});

/** Goes to a place in the text. */
export function jump(view: EditorView, { start, end }: Target["to"]): void {
  const { length } = view.state.doc;
  const range = EditorSelection.range(Math.min(start, length), Math.min(end, length));
  view.dispatch({
    selection: range,
    effects: EditorView.scrollIntoView(range, { y: "center" }),
    userEvent: "select.jump",
  });
  view.focus();
}

/** Goes to what the name at the cursor names. */
export async function goToDefinition(view: EditorView, session: Session): Promise<void> {
  const answer = await session.checks.ask("definition", "look", view.state.selection.main.head);
  if (!answer) {
    sayIfNotLoaded(session);
    return;
  }
  const { target } = answer.look;
  if (target) jump(view, target.to);
  else session.store.mention(editorTexts.definition.none);
}

/** Goes back to where the last jump came from. Whether there was one. */
export function goBack(view: EditorView): boolean {
  const place = view.state.field(trail, false)?.at(-1);
  if (place === undefined) return false;
  view.dispatch({
    selection: EditorSelection.cursor(place),
    effects: [returned.of(null), EditorView.scrollIntoView(place, { y: "center" })],
    userEvent: "select.jump",
  });
  view.focus();
  return true;
}

const underline = StateEffect.define<Target | undefined>();

const underlined = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(before, { docChanged, effects }) {
    const shown = effects.find((effect) => effect.is(underline));
    if (shown) return shown.value ? Decoration.set(link.range(shown.value.from.start, shown.value.from.end)) : Decoration.none;
    return docChanged ? Decoration.none : before;
  },
  provide: (field) => EditorView.decorations.from(field),
});

const link = Decoration.mark({ class: "definition-link" });

const PAUSE = 60;

/** Underlines what leads somewhere while Control is held over it, and goes there when it is clicked. */
function links(session: Session): Extension {
  return ViewPlugin.fromClass(
    class {
      timer = 0;
      place: number | undefined;
      isShown = false;

      constructor(readonly view: EditorView) {}

      /** The pointer is over `place` with Control held; or not, where that is nothing. */
      over(place: number | undefined): void {
        if (place === this.place) return;
        this.place = place;
        clearTimeout(this.timer);
        if (place === undefined) this.show(undefined);
        else this.timer = setTimeout(() => void this.ask(place), PAUSE);
      }

      async ask(place: number): Promise<void> {
        const answer = await session.checks.ask("link", "look", place);
        if (answer && this.place === place) this.show(answer.look.target);
      }

      show(target: Target | undefined): void {
        if (!target && !this.isShown) return;
        this.isShown = target !== undefined;
        this.view.dispatch({ effects: underline.of(target) });
      }

      async follow(place: number): Promise<void> {
        const answer = await session.checks.ask("link", "look", place);
        if (answer?.look.target) jump(this.view, answer.look.target.to);
      }

      destroy(): void {
        clearTimeout(this.timer);
      }
    },
    {
      eventHandlers: {
        mousemove(event, view) {
          const isHeld = event.ctrlKey || event.metaKey;
          this.over(isHeld ? (view.posAtCoords({ x: event.clientX, y: event.clientY }) ?? undefined) : undefined);
        },
        mouseleave() {
          this.over(undefined);
        },
        keyup(event) {
          if (event.key === "Control" || event.key === "Meta") this.over(undefined);
        },
        mousedown(event, view) {
          if (!(event.ctrlKey || event.metaKey) || event.button !== 0) return false;
          const place = view.posAtCoords({ x: event.clientX, y: event.clientY });
          if (place === null) return false;
          event.preventDefault();
          void this.follow(place);
          return true;
        },
      },
    },
  );
}

/** The ways to what a name names, and back. */
export function definitions(session: Session): Extension {
  return [trail, underlined, links(session), Prec.high(keymap.of([{ key: "Alt-ArrowLeft", mac: "Ctrl--", run: goBack }]))];
}
