/** Gives the page a style sheet that came with a view: the Content-Security-Policy lets no script add style elements. */
export function adopt(text: string): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text);
  document.adoptedStyleSheets.push(sheet);
}
