// What the tests of the dialogs share that make an Xtension of parts.

/** Opens the dialog of that command by the menu. */
export async function openByMenu(visit, command) {
  await visit.press("More commands");
  await visit.click(`.menu-item ::-p-text(${command})`);
  await visit.find("dialog[open]");
}

/** Waits until the editor's text says `text`, or no longer. */
export async function editorHas(visit, text, has = true) {
  await visit.page.waitForFunction(
    (text, has) => document.querySelector(".editor > div").shadowRoot.textContent.includes(text) === has,
    { timeout: 15_000 },
    text,
    has,
  );
}

/** Waits until no dialog is open. */
export async function dialogIsGone(visit) {
  await visit.page.waitForFunction(() => !document.querySelector("dialog[open]"), { timeout: 15_000 });
}

/** An Xtension whose operations sign in by two ways. */
export const TWO_WAYS = `${JSON.stringify(
  {
    swagger: "2.0",
    info: { title: "Rooms", version: "1.0" },
    host: "api.rooms.example.com",
    schemes: ["https"],
    paths: {
      "/rooms": { get: { operationId: "listRooms", summary: "List rooms", responses: { 200: { description: "Rooms" } } } },
      "/keys": {
        post: { operationId: "addKey", summary: "Add a key", security: [{ key: [] }], responses: { 200: { description: "Keys" } } },
      },
    },
    securityDefinitions: { basic: { type: "basic" }, key: { type: "apiKey", name: "key", in: "header" } },
    security: [{ basic: [] }],
  },
  null,
  2,
)}\n`;
