import { type ComponentChildren, Fragment, options } from "preact";

/** What nobody sees, what turns the direction of writing, and halves of characters. */
export const UNSEEN =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}\p{Surrogate}]/gu;

/** `text` with a name in the place of each character that nobody would see. */
export function seen(text: string): string {
  return text.replace(UNSEEN, (character) => `‹U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}›`);
}

/** The properties of an element that a person reads or hears. */
const READ = ["title", "aria-label"] as const;

type Properties = { children?: ComponentChildren } & Partial<Record<(typeof READ)[number], unknown>>;

/**
 * Lets no text that the page draws have a character in it that nobody sees: what comes from a file could look like
 * another text with one, or turn the page's own words around. All that is drawn comes by here, so no place is forgotten.
 */
export function drawNothingUnseen(): void {
  options.vnode = ({ type, props }) => {
    if (typeof type !== "string" && type !== Fragment) return;
    const properties = props as Properties;
    if (properties.children !== undefined) properties.children = allSeen(properties.children);
    for (const name of READ) {
      const value = properties[name];
      if (typeof value === "string") properties[name] = seen(value);
    }
  };
}

function allSeen(children: ComponentChildren): ComponentChildren {
  if (typeof children === "string") return seen(children);
  return Array.isArray(children) ? children.map(allSeen) : children;
}
