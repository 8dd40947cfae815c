// Xtensions as large as a test needs them, made here.

const NOUNS = ["room", "desk", "visitor", "parcel", "badge", "shuttle", "locker", "meal"];

/** An operation of its own path, about as long as those that people write. */
function operation(index, slips) {
  const noun = NOUNS[index % NOUNS.length];
  const label = `Find ${noun}s of floor ${index}`;
  return {
    get: {
      operationId: `find_${noun}_${index}`,
      summary: label,
      description: `Lists the ${noun}s of floor ${index}, the newest first, with what is known about each of them.`,
      parameters: [
        { name: "size", in: "query", type: "integer", description: `How many ${noun}s at most`, "x-ntx-summary": "Size" },
        { name: "since", in: "query", type: slips ? "timestamp" : "string", description: "The first day", "x-ntx-summary": "Since" },
      ],
      responses: { 200: { description: `The ${noun}s`, schema: { type: "array", items: { $ref: `#/definitions/${noun}` } } } },
    },
  };
}

/** The text of an Xtension with so many operations; with `slips` each has a type that OpenAPI does not know. */
export function xtension({ operations, slips = false }) {
  const paths = Object.fromEntries(
    Array.from({ length: operations }, (_, index) => [`/floors/${index}/${NOUNS[index % NOUNS.length]}s`, operation(index, slips)]),
  );
  const definition = (noun) => ({
    type: "object",
    properties: { id: { type: "string", title: `${noun} number` }, name: { type: "string", title: `${noun} name` } },
  });
  const document = {
    swagger: "2.0",
    info: { title: "House Services", description: "Rooms, desks and parcels of a house", version: "1.0.0" },
    host: "api.house.example.com",
    basePath: "/v1",
    schemes: ["https"],
    consumes: ["application/json"],
    produces: ["application/json"],
    paths,
    definitions: Object.fromEntries(NOUNS.map((noun) => [noun, definition(noun)])),
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

/** The text of an Xtension of about `bytes`. */
export function xtensionOf(bytes, options = {}) {
  const [few, many] = [10, 110].map((operations) => xtension({ operations, ...options }).length);
  return xtension({ operations: Math.round(10 + (100 * (bytes - few)) / (many - few)), ...options });
}
