// Texts that people bring in the belief that they are Xtensions, and what the page calls them.

const collection = {
  info: { name: "Rooms", schema: "https://schema.example.com/collection/v2.1.0/collection.json" },
  item: [{ name: "List rooms", request: { method: "GET", url: { raw: "https://api.rooms.example.com/v1/rooms" } }, response: [] }],
};

const newer = {
  openapi: "3.0.3",
  info: { title: "Rooms", version: "1.0.0" },
  servers: [{ url: "https://api.rooms.example.com/v1" }],
  paths: { "/rooms": { get: { operationId: "listRooms", responses: { 200: { description: "Rooms" } } } } },
};

const yaml = `swagger: "2.0"
info:
  title: Rooms
  version: 1.0.0
paths:
  /rooms:
    get:
      operationId: listRooms
`;

const webPage = `<!DOCTYPE html>
<html lang="en">
  <head><title>Sign in</title></head>
  <body><form action="/sign-in"><input name="user"></form></body>
</html>
`;

const NOT = "This is not an Xtension";

/** What is not imported, however sound. */
export const openApi3 = JSON.stringify(newer, null, 2);

export const otherKinds = [
  { name: "a Postman collection", text: JSON.stringify(collection, null, 2), verdict: NOT, says: "a Postman collection" },
  { name: "OpenAPI 3", text: openApi3, verdict: NOT, says: "OpenAPI 3.0.3" },
  // What is wrong with it is told as well, which `convert.test.mjs` sees to.
  { name: "YAML", text: yaml, verdict: NOT, says: "YAML", isReadable: true },
  { name: "a web page", text: webPage, verdict: NOT, says: "HTML" },
  { name: "an error message", text: "Import failed: the file is not valid. Ask your administrator.\n", verdict: NOT, says: "an error message" },
  { name: "the answer of a service", text: '{ "error": { "message": "Sign in first" } }\n', verdict: NOT, says: "an error message" },
  { name: "a request", text: "curl https://api.rooms.example.com/v1/rooms\n", verdict: NOT, says: "cURL" },
  { name: "a description of messages", text: "asyncapi: 3.0.0\ninfo:\n  title: Rooms\n", verdict: NOT, says: "AsyncAPI" },
  { name: "types of GraphQL", text: "type Room {\n  id: ID!\n}\n", verdict: NOT, says: "GraphQL" },
  { name: "a letter", text: "Dear colleagues, the file will follow.\n", verdict: NOT, says: "plain text" },
  { name: "rows of data", text: '[{ "id": 1, "name": "Blue room" }, { "id": 2, "name": "Hall" }]\n', verdict: NOT, says: "data, as a service" },
];
