/** Gives the page a style sheet that came with a view: the Content-Security-Policy lets no script add style elements. */
export function adopt(text: string, root: Document | ShadowRoot = document): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text);
  root.adoptedStyleSheets.push(sheet);
}
