// Texts of other formats that become Xtensions.

/** OpenAPI 2.0 in YAML: an operationId stands twice, and nothing else is wrong. */
export const yaml = `swagger: "2.0"
info:
  title: Rooms # for the whole house
  version: 1.0.0
host: api.rooms.example.com
basePath: /v1
schemes: [https]
paths:
  /rooms:
    get:
      operationId: listRooms
      summary: List the rooms
      responses:
        200: &rooms
          description: Rooms of the house
          schema:
            type: array
            items: { type: string }
  /halls:
    get:
      operationId: listRooms
      summary: List the halls
      responses:
        200: *rooms
securityDefinitions:
  signIn: { type: basic }
security:
  - signIn: []
`;

/** OpenAPI 3 with a callback and a cookie, which are lost, and two ways to sign in. */
export const openApi3 = JSON.stringify(
  {
    openapi: "3.1.0",
    info: { title: "Rooms", version: "1.0.0" },
    servers: [{ url: "https://api.rooms.example.com/v1" }],
    paths: {
      "/rooms": {
        get: {
          operationId: "listRooms",
          summary: "List the rooms",
          parameters: [{ name: "session", in: "cookie", schema: { type: "string" } }],
          responses: { 200: { description: "Rooms", content: { "application/json": { schema: { $ref: "#/components/schemas/Room" } } } } },
        },
        post: {
          operationId: "addRoom",
          summary: "Add a room",
          security: [{ key: [] }],
          callbacks: { added: { "{$request.body#/url}": { post: { responses: { 200: { description: "Heard" } } } } } },
          requestBody: { content: { "application/json": { schema: { $ref: "#/components/schemas/Room" } } } },
          responses: { 201: { description: "Added" } },
        },
      },
    },
    components: {
      schemas: { Room: { type: "object", properties: { name: { type: ["string", "null"] }, size: { const: "large" } } } },
      securitySchemes: { signIn: { type: "http", scheme: "basic" }, key: { type: "apiKey", in: "header", name: "X-Key" } },
    },
    security: [{ signIn: [] }],
  },
  null,
  2,
);

const token = (name, path) => ({
  name,
  request: {
    method: "POST",
    header: [{ key: "Content-Type", value: "application/x-www-form-urlencoded" }],
    body: {
      mode: "urlencoded",
      urlencoded: [
        { key: "grant_type", value: "client_credentials" },
        { key: "client_id", value: "{{clientId}}" },
        { key: "client_secret", value: "rooms-secret-0123456789abcdef" },
      ],
    },
    url: { raw: `https://login.rooms.example.com${path}`, protocol: "https", host: ["login", "rooms", "example", "com"], path: path.slice(1).split("/") },
  },
});

/** A collection as people bring it: two requests for a token, and the one call that they are for. */
export const postman = JSON.stringify(
  {
    info: { name: "Contracts", schema: "https://schema.getpostman.com/json/collection/v2.1.0/collection.json" },
    item: [
      token("Get token", "/oauth/token"),
      token("Refresh token", "/oauth/token"),
      {
        name: "List contracts",
        request: {
          method: "GET",
          header: [{ key: "Authorization", value: "Bearer {{token}}" }],
          url: { raw: "https://api.rooms.example.com/v1/contracts?state=open", protocol: "https", host: ["api", "rooms", "example", "com"], path: ["v1", "contracts"], query: [{ key: "state", value: "open" }] },
        },
        response: [{ name: "Contracts", status: "OK", code: 200, header: [{ key: "Content-Type", value: "application/json" }], body: '[{ "id": 7, "title": "Lease" }]' }],
      },
    ],
  },
  null,
  2,
);
