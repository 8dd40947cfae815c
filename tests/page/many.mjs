// A document with as many problems as are asked for.

/** `count` extensions that Nintex does not know, each in an operation of its own, an error, and a fix that is safe. */
export function many(count = 12) {
  const paths = {};
  for (let number = 1; number <= count; number += 1) {
    paths[`/rooms/${number}`] = {
      get: {
        operationId: `getRoom${number}`,
        summary: `Get room ${number}`,
        [`x-nintex-${number}`]: true,
        responses: { 200: { description: "OK", schema: { type: "object", properties: { name: { type: "string", title: "Name" } } } } },
      },
    };
  }
  delete paths["/rooms/1"].get.responses;
  const document = {
    swagger: "2.0",
    info: { title: "Rooms", version: "1.0", description: "Books rooms" },
    host: "rooms.example.com",
    schemes: ["https"],
    basePath: "/v1",
    securityDefinitions: { key: { type: "apiKey", name: "X-Key", in: "header" } },
    security: [{ key: [] }],
    paths,
  };
  return JSON.stringify(document, null, 2);
}
