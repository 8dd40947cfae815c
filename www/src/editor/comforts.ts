import { autocompletion, closeBrackets, closeBracketsKeymap } from "@codemirror/autocomplete";
import { defaultKeymap } from "@codemirror/commands";
import { bidiIsolates, bracketMatching, indentOnInput, syntaxHighlighting } from "@codemirror/language";
import { highlightSelectionMatches, search, searchKeymap } from "@codemirror/search";
import type { Extension } from "@codemirror/state";
import { keymap } from "@codemirror/view";
import { classHighlighter } from "@lezer/highlight";
import languageStyles from "../../styles/language.css";
import type { Session } from "../session/session";
import { completion } from "./language/completion";
import { definitions } from "./language/definition";
import { folding } from "./language/folding";
import { help } from "./language/help";
import { invisibles } from "./language/invisible";
import { sticky } from "./language/sticky";
import { crumbs } from "./language/crumbs";
import { typing } from "./language/typing";
import { languageOfText } from "./language/colours";

/** What the editor does without until the first check: colours, the search, the keys of code editors, and what it knows of the text. */
export function comforts(session: Session): Extension {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(languageStyles);
  session.editorHost.shadowRoot?.adoptedStyleSheets.push(sheet);
  return [
    languageOfText,
    syntaxHighlighting(classHighlighter),
    // Else a name and its value from right to left change places.
    bidiIsolates(),
    bracketMatching(),
    indentOnInput(),
    highlightSelectionMatches(),
    search({ top: true }),
    typing(session),
    closeBrackets(),
    autocompletion(completion(session)),
    help(session),
    definitions(session),
    crumbs(session),
    folding,
    sticky,
    invisibles,
    keymap.of([...closeBracketsKeymap, ...defaultKeymap, ...searchKeymap]),
  ];
}
