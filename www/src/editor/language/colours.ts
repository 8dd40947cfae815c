import { json } from "@codemirror/lang-json";
import { Compartment, type Extension, type Text } from "@codemirror/state";
import { type EditorView, ViewPlugin } from "@codemirror/view";
import { part } from "../../parts";

const language = new Compartment();
const jsonLanguage = json();
/** Loaded where there is YAML. */
let yamlLanguage: Promise<Extension> | undefined;

/** What shows whether a text is YAML stands in so many characters at its beginning. */
const HEAD = 1000;

/** The language of the text: JSON, or YAML where that is what it begins with. */
export const languageOfText: Extension = [
  language.of(jsonLanguage),
  ViewPlugin.define((view) => {
    void follow(view);
    return {
      update({ docChanged }) {
        if (docChanged) void follow(view);
      },
    };
  }),
];

async function follow(view: EditorView): Promise<void> {
  // While a change is being made, no other can be.
  await undefined;
  const isYaml = isLikeYaml(view.state.doc);
  const wanted = isYaml ? await yaml() : jsonLanguage;
  if (!wanted || isYaml !== isLikeYaml(view.state.doc) || language.get(view.state) === wanted) return;
  view.dispatch({ effects: language.reconfigure(wanted) });
}

function isLikeYaml(text: Text): boolean {
  const head = text.sliceString(0, HEAD);
  return !/^\s*[{["]/.test(head) && /^[\w-]+:(?:\s|$)/m.test(head);
}

/** Without it the text stays in one colour, more or less. */
async function yaml(): Promise<Extension | undefined> {
  yamlLanguage ??= part(() => import("@codemirror/lang-yaml")).then((script) => script.yaml());
  try {
    return await yamlLanguage;
  } catch {
    yamlLanguage = undefined;
    return undefined;
  }
}
