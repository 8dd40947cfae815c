// What somebody could write into a file, or call one, to make a page do something or look like something else.

/** What each is, and its text. None of them may be more than text, wherever it stands. */
export const PAYLOADS = Object.entries({
  "an element with a handler": `<img src=x onerror="ran=1">`,
  "a script": `<script>ran=1</script>`,
  "the end of whatever it stands in": `"'></title></textarea></style></script></code><script>ran=1</script>`,
  "a drawing with a handler": `<svg/onload=ran=1><a xlink:href="javascript:ran=1">`,
  "a frame with a document": `<iframe srcdoc="<script>parent.ran=1</script>">`,
  "a link that runs": `javascript:ran=1//`,
  "a link that runs, in capitals and blanks": ` \tJaVaScRiPt:ran=1`,
  "a document as a link": `data:text/html,<script>ran=1</script>`,
  "Markdown that links": `[see](javascript:ran=1) ![a](https://example.com/a.png) <https://example.com>`,
  "Markdown that ends code": "`` ` ``` </code> ~~~",
  "Markdown that begins a block": `# a\n- b\n\n| c | d |\n|---|---|\n\n<details open ontoggle=ran=1>`,
  "a template": "{{constructor.constructor('ran=1')()}} ${ran=1} #{ran=1} <%= ran %>",
  "a name that every object has": `constructor`,
  "a name that changes every object": `__proto__`,
  "a name of a method": `hasOwnProperty`,
  "another": `toString`,
  "a formula": `=cmd|' /C calc'!A0`,
  "a formula behind a blank": ` @SUM(1+1)*HYPERLINK("https://example.com")`,
  "a formula behind a line": `a\r\n=1+1`,
  "words turned around": `\u202egnp.nosj\u202c \u202dabc`,
  "isolates that do not fit": `\u2069\u2069 a \u2066 b \u2067 c \u2068`,
  "marks of direction": `\u200f(1)\u200e \u061c[2]`,
  "words from right to left": `مرحبا (12) שלום 3!`,
  "blanks without width": `ad\u200bmin\u2060 pass\ufeffword\u00ad`,
  "words in tags": `x${[..."hidden"].map((letter) => String.fromCodePoint(0xe0000 + letter.codePointAt(0))).join("")}`,
  "ends of lines that nobody knows": `a\u2028b\u2029c\u0085d\u000be`,
  "a character of no text": `a\u0000b\uffff`,
  "an order to a terminal": `\u001b[31m\u001b]0;title\u0007\u009b2J\u0008\u007f`,
  "halves of characters": `\ud800 \udc00 \udbff`,
  "a very long word": "W".repeat(3000),
  "a very long word in a script without blanks": "漢".repeat(800),
  "a tower of marks": `e${"\u0301".repeat(300)}`,
  "a way out of the folder": `../../../etc/passwd`,
  "a way out of the folder, in Windows": `..\\..\\C:\\CON.json`,
  "an encoded way": `%2e%2e%2f%00%0d%0aSet-Cookie:a=b`,
  "what is only joined": `👩‍👩‍👧 🏳️‍🌈 e\u0301`,
});

/** `text` as a name in a reference. */
const referred = (text) => encodeURIComponent(text.toWellFormed().replaceAll("~", "~0").replaceAll("/", "~1"));

/** An object with these members, whatever their names are. */
const object = (members) => Object.fromEntries(members);

/** An operation with `text` in every place that has one. */
function operation(text) {
  return object([
    ["operationId", text],
    ["summary", text],
    ["description", text],
    ["tags", [text]],
    ["x-ntx-summary", text],
    ["consumes", ["application/json"]],
    [
      "parameters",
      [
        {
          ...{ name: text, in: "query", type: "string", required: true, description: text, default: text, enum: [text, "b"] },
          ...{ "x-ntx-summary": text, "x-ntx-sublabel": text, "x-ntx-subtext": text, pattern: text },
        },
        { name: text, in: "header", type: text, "x-ntx-visibility": text },
        { name: "list", in: "query", type: "string", "x-ntx-dynamic-values": { operationId: text, "value-collection": text, "value-path": text, "value-title": text } },
        { name: "body", in: "body", schema: { $ref: `#/definitions/${referred(text)}` } },
      ],
    ],
    ["responses", object([["200", { description: text, schema: schema(text) }], [text, { description: text }]])],
    ["externalDocs", { url: text, description: text }],
    ["security", [object([[text, [text]]])]],
    [text, text],
  ]);
}

function schema(text) {
  return {
    type: "object",
    required: [text],
    properties: object([
      [text, { type: "string", title: text, description: text, "x-ntx-summary": text, default: text, enum: [text] }],
      ["a", { $ref: text }],
    ]),
  };
}

/** An Xtension with `texts` in every place that takes one. */
export function xtension(texts) {
  const all = texts.join(" ");
  const first = texts[0] ?? "";
  return object([
    ["swagger", "2.0"],
    ["info", object([["title", all], ["description", all], ["version", first], ["contact", { url: first, email: first }], ...texts.map((text) => [text, text])])],
    ["host", "{{tenant}}.example.com"],
    ["x-ntx-host", `{{${first}}}.example.com`],
    ["schemes", ["https", ...texts]],
    ["tags", texts.map((name) => ({ name, description: name }))],
    ["paths", object(texts.flatMap((text, index) => [[`/${index}/${text}/{${text}}`, { post: operation(text), get: operation(`${text} `) }], [text, operation(text)]]))],
    ["definitions", object(texts.map((text) => [text, schema(text)]))],
    ["securityDefinitions", object(texts.map((text, index) => [text, signIn(text, index)]))],
    ...texts.map((text) => [text, text]),
  ]);
}

function signIn(text, index) {
  const asked = { type: "object", properties: object([[text, { type: "string", title: text, description: text, pattern: text, enum: [text] }]]) };
  const more = { description: text, "x-ntx-connection-properties": asked, "x-ntx-connection-validation": { operationId: text } };
  if (index % 3 === 0) return { type: "oauth2", flow: "accessCode", authorizationUrl: text, tokenUrl: `https://example.com/${text}`, scopes: object([[text, text]]), ...more };
  if (index % 3 === 1) return { type: "apiKey", in: "header", name: text, ...more };
  return { type: text, ...more };
}
