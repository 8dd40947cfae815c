import { type Completion as Option, type CompletionContext, type CompletionResult, snippet, startCompletion } from "@codemirror/autocomplete";
import type { EditorView } from "@codemirror/view";
import { render } from "preact";
import { LARGE } from "../../document/limits";
import { seen } from "../../seen";
import type { Session } from "../../session/session";
import { editorTexts } from "../../text/later";
import type { Completion, CompletionKind, Completions } from "../../wire";
import { commaCame } from "./typing";
import { CompletionHelp } from "./help-box";

/** What may follow in a name or value without a new question. */
const GOES_ON = /^[^\s"{}[\],]*$/;

/** What is offered while somebody types: keys, values and names, as the worker knows them. */
export function completion(session: Session) {
  const source = async (context: CompletionContext): Promise<CompletionResult | null> => {
    const { state, pos, explicit } = context;
    if (!explicit && (state.doc.length > LARGE || !isWorthAsking(state.sliceDoc(Math.max(0, pos - 1), pos)))) return null;
    const answer = await session.checks.ask("complete", "complete", pos);
    if (!answer || context.aborted || answer.completions.list.length === 0) return null;
    return result(answer.completions, pos);
  };
  return { override: [source], icons: false, maxRenderedOptions: 200, activateOnTypingDelay: 80, addToOptions: [{ render: kindOf, position: 60 }] };
}

/** Behind a bracket or a comma the list would be in the way of whoever goes on by themselves. */
function isWorthAsking(before: string): boolean {
  return /[\w"$./#-]/.test(before);
}

/** How far what gives way reaches beyond what was typed, which alone narrows the list down: quotes, commas. */
interface Margins {
  readonly before: number;
  readonly behind: number;
}

function result({ replaced, typed, list }: Completions, pos: number): CompletionResult {
  const from = Math.min(typed.start, pos);
  const margins = { before: from - replaced.start, behind: Math.max(replaced.end - pos, 0) };
  return { from, validFor: GOES_ON, options: list.map((completion, index) => option(completion, margins, -Math.min(index, 99))) };
}

function option(completion: Completion, { before, behind }: Margins, boost: number): Option {
  const { label, detail, kind, help } = completion;
  return {
    label: seen(label),
    detail: seen(detail),
    type: kind,
    boost,
    ...(help ? { info: () => info(completion) } : {}),
    apply: (view, picked, from, to) => apply(view, picked, completion, from - before, to + behind),
  };
}

function apply(view: EditorView, picked: Option, { insert, blanks, asksAgain }: Completion, from: number, to: number): void {
  const { length } = view.state.doc;
  snippet(template(insert, blanks))(view, picked, from, to);
  if (insert.endsWith(",")) view.dispatch({ effects: commaCame(to + view.state.doc.length - length - 1) });
  if (asksAgain) startCompletion(view);
}

const literally = (text: string) => text.replaceAll(/[{}]/g, "\\$&");

/** The text as CodeMirror takes it: with its blanks in braces. */
function template(insert: string, blanks: Completion["blanks"]): string {
  let made = "";
  let reached = 0;
  for (const { start, end } of blanks) {
    made += `${literally(insert.slice(reached, start))}\${${literally(insert.slice(start, end))}}`;
    reached = end;
  }
  return made + literally(insert.slice(reached));
}

function info(completion: Completion): Node {
  const box = document.createElement("div");
  render(CompletionHelp({ completion }), box);
  return box;
}

/** A word on what a suggestion is, where its look alone would not say it. */
function kindOf({ type }: Option): Node | null {
  const word = editorTexts.completion.kinds[type as CompletionKind];
  if (!word) return null;
  const sign = document.createElement("span");
  sign.className = `suggestion-kind is-${type}`;
  sign.textContent = word;
  return sign;
}
