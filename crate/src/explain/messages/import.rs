//! What is said of a file when it is imported, or by another checker.

use super::{Known, Look, NOTHING};

const LIMITS: &str = "https://help.nintex.com/en-US/xtensions/04_Reference/REF_KnownIssues.htm";
const DYNAMIC: &str = "https://help.nintex.com/en-US/xtensions/03_Advanced/02_Extensions/PRC_02EXT_dynamic_values.htm";
const OPENAPI: &str = "https://spec.openapis.org/oas/v2.0";
const JSON: &str = "https://www.rfc-editor.org/rfc/rfc8259";
const MICROSOFT: &str =
    "https://learn.microsoft.com/en-us/connectors/custom-connectors/certification-swagger-validator-rules";

const SYNTAX: &[&str] = &[
    "json-trailing-comma",
    "json-missing-comma",
    "json-missing-closer",
    "json-surplus-closer",
    "json-control-character",
    "json-single-quotes",
    "json-typographic-quotes",
    "json-unquoted",
    "json-comment",
    "json-ellipsis",
    "json-text-before",
    "json-text-after",
    "json-not-json",
    "json-empty",
    "json-missing-value",
    "json-missing-colon",
    "json-quote-in-string",
    "json-unclosed-string",
    "json-byte-order-mark",
    "json-missing-braces",
    "json-bad-escape",
];

pub(super) static MESSAGES: &[Known] = &[
    Known {
        signs: &[
            "could not be imported",
            "cannot be imported",
            "can't be imported",
            "could not import",
            "cannot import the",
            "import failed",
            "import has failed",
            "failed to import",
            "unable to import",
            "error importing",
            "error while importing",
        ],
        example: "The file could not be imported.",
        meaning: "The file is refused, and the message does not say why: each error that stands in the file can be the \
                  reason.",
        unseen: "Where the file has no error, see that it is the one that you uploaded, in JSON, and try to import it under \
                 another name.",
        is_any_error: true,
        source: LIMITS,
        is_general: true,
        ..NOTHING
    },
    Known {
        signs: &[
            "invalid openapi",
            "invalid open api",
            "invalid swagger",
            "not a valid openapi",
            "not a valid open api",
            "not a valid swagger",
            "not valid openapi",
            "not valid swagger",
            "openapi ... is invalid",
            "openapi ... is not valid",
            "swagger ... is invalid",
            "swagger ... is not valid",
            "invalid specification",
            "specification is invalid",
            "specification is not valid",
            "not a valid specification",
        ],
        example: "Invalid OpenAPI specification",
        meaning: "The file is not OpenAPI 2.0 in all its parts, and the message does not say where: each error that stands in \
                  the file can be the reason.",
        is_any_error: true,
        source: OPENAPI,
        is_general: true,
        ..NOTHING
    },
    Known {
        signs: &["header is not allowed ... api key", "authorization header is not allowed"],
        example: "'Authorization' header is not allowed. Use 'API Key' authentication type",
        meaning: "A field asks for the `Authorization` header, which only the connection may send.",
        unseen: "Power Automate says so when it imports the file. Nintex imports it and fails when the action runs.",
        rules: &["param-authorization-header", "param-authorization-alone", "param-apikey-duplicate"],
        source: MICROSOFT,
        ..NOTHING
    },
    Known {
        signs: &[
            "if this property is an extension its name must begin with",
            "additional properties not allowed",
            "should not have additional properties",
            "must not have additional properties",
            "property name is not expected to be here",
            "unevaluated properties",
            "additionalproperties ... not allowed",
        ],
        example: "The property '...' is not valid. If this property is an extension, its name must begin with \"x-\".",
        meaning: "A key stands where the format has none of that name: it is misspelt, in the wrong object, or of \
                  OpenAPI 3.",
        rules: &[
            "unknown-key",
            "misplaced-key",
            "root-key-misplaced",
            "openapi3-leftover",
            "ntx-misplaced",
            "ntx-unknown",
        ],
        source: OPENAPI,
        ..NOTHING
    },
    Known {
        signs: &[
            "no schemas from oneof",
            "any schemas from oneof",
            "is not one of body",
            "is not any of body",
            "exactly one schema in oneof",
            "not valid under any of the given schemas",
            "should be equal to one of the allowed values",
            "must be equal to one of the allowed values",
        ],
        example: "JSON is valid against no schemas from 'oneOf'",
        meaning: "A parameter, a response or a security definition is none of the kinds that the format knows. The \
                  message compares it with all of them and cannot say which was meant; the problems listed here can.",
        rules: &[
            "missing-key",
            "unknown-key",
            "misplaced-key",
            "wrong-type",
            "value-not-allowed",
            "openapi3-leftover",
            "root-key-misplaced",
            "auth-type-unsupported",
            "oauth-flow-v3-name",
            "oauth-scopes-missing",
            "oauth-token-url",
            "oauth-authorization-url",
            "path-param-required",
            "array-items-missing",
        ],
        source: OPENAPI,
        ..NOTHING
    },
    Known {
        signs: &[
            "should have required property",
            "must have required property",
            "is a required property",
            "missing required property",
            "required property ... not found",
            "attribute ... is missing",
        ],
        example: "should have required property 'description'",
        meaning: "A key is missing that the format asks for.",
        rules: &[
            "missing-key",
            "info-missing",
            "swagger-version",
            "path-param-required",
            "oauth-scopes-missing",
            "oauth-token-url",
            "oauth-authorization-url",
            "array-items-missing",
        ],
        source: OPENAPI,
        ..NOTHING
    },
    Known {
        signs: &[
            "does not match pattern",
            "should match pattern ... swagger",
            "hostnamenotvalid",
            "hostname is not valid",
            "basepathnotvalid",
            "should match pattern",
            "must match pattern",
        ],
        example: "String does not match pattern: ^[^{}/ :\\\\]+(?::\\\\d+)?$",
        meaning: "That pattern is the one of `host`: a name and perhaps a port, without `https://`, path, blanks or \
                  braces. A pattern that begins with `^/` is the one of `basePath` or of a path.",
        rules: &["host-format", "basepath-format", "basepath-template", "path-leading-slash", "root-key-misplaced"],
        look: &[Look::Key("host"), Look::Key("basePath")],
        source: OPENAPI,
        ..NOTHING
    },
    Known {
        signs: &[
            "openapi 3 0 format are not supported",
            "openapi 3 0 format is not supported",
            "unsupported openapi version",
            "does not support openapi 3",
            "openapi 3 ... not supported",
            "missing swagger version",
            "swagger 2 0 is required",
            "only swagger 2 0",
        ],
        example: "OpenAPI definitions that are in OpenAPI 3.0 format are not supported",
        meaning: "The file is OpenAPI 3, or has parts of it. Nintex reads OpenAPI 2.0 only.",
        rules: &["swagger-version", "openapi3-leftover", "oauth-flow-v3-name"],
        source: LIMITS,
        ..NOTHING
    },
    Known {
        signs: &["could not be found in the swagger document", "could not be found in operation"],
        example: "The parameter could not be found in operation '...' in the swagger document.",
        meaning: "A drop-down or dynamic schema asks an operation that is not in the file, or passes a parameter that the \
                  operation does not have.",
        rules: &["helper-undefined", "helper-argument-mismatch", "ref-unresolved", "operation-id-unique"],
        look: &[Look::Key("x-ntx-dynamic-values"), Look::Key("x-ntx-dynamic-schema")],
        source: DYNAMIC,
        ..NOTHING
    },
    Known {
        signs: &[
            "could not resolve reference",
            "could not resolve pointer",
            "unresolved reference",
            "unresolvable reference",
            "can t resolve reference",
            "unable to resolve",
            "ref ... does not exist",
            "missing pointer",
            "token ... does not exist",
        ],
        example: "Could not resolve reference: Could not resolve pointer",
        meaning: "A `$ref` leads to something that is not in the file.",
        rules: &["ref-unresolved", "openapi3-leftover"],
        source: OPENAPI,
        ..NOTHING
    },
    Known {
        signs: &[
            "equivalent paths are not allowed",
            "with different capitalization",
            "equivalent path already exists",
            "paths must be unique",
        ],
        example: "Equivalent paths are not allowed.",
        meaning: "Two paths are one address, apart from the names in their braces or from capitals.",
        rules: &["path-equivalent", "path-ambiguous", "json-duplicate-key"],
        source: OPENAPI,
        ..NOTHING
    },
    Known {
        signs: &[
            "needs to be defined as a path parameter",
            "which is required by the path",
            "must be marked as required as it is used in the operation path",
            "path parameter ... not defined",
            "is not present in path",
            "missing parameter s named",
            "path parameter ... must be required",
        ],
        example: "Declared path parameter \"...\" needs to be defined as a path parameter",
        meaning: "What stands in the braces of a path and the path parameters are not the same names, letter by letter, \
                  or a path parameter is not `required`.",
        rules: &["path-template-undeclared", "path-param-unused", "path-param-required", "path-template-malformed"],
        source: OPENAPI,
        ..NOTHING
    },
    Known {
        signs: &["must not contain a query part", "query part or fragment identifier", "query string ... path"],
        example: "The path must not contain a query part or fragment identifier",
        meaning: "A path has a question mark or a number sign in it. What follows a question mark is parameters `in: query`.",
        rules: &["path-query", "path-fragment"],
        source: OPENAPI,
        ..NOTHING
    },
    Known {
        signs: &[
            "the default value is of type",
            "default ... should match the given type",
            "default value ... does not match",
        ],
        example: "The 'default' value is of type 'Integer', but should match the given type 'String'.",
        meaning: "A `default` is of another type than its field.",
        rules: &["default-mismatch", "enum-mismatch"],
        source: MICROSOFT,
        ..NOTHING
    },
    Known {
        signs: &["is not produced by the operation"],
        example: "The response example '...' is not produced by the operation",
        meaning: "Examples of an answer stand under a media type, such as `application/json`, and `produces` must list it.",
        rules: &["response-example-media-type"],
        source: MICROSOFT,
        ..NOTHING
    },
    Known {
        signs: &[
            "collectionformat ... not supported",
            "parameter with type array is not currently supported",
            "keyword value multi is not supported",
        ],
        example: "Parameter with type='array' is not currently supported",
        meaning: "A parameter is a list. Nintex's help pages say that lists are sent with `x-ntx-render-version` 2 only, and \
                  say nothing of `collectionFormat` `multi`.",
        rules: &["collection-format-without-array", "render-version-missing"],
        look: &[Look::Key("collectionFormat")],
        source: LIMITS,
        ..NOTHING
    },
    Known {
        signs: &[
            "is used multiple times ... must be unique",
            "operationid must be unique",
            "operations must have unique operationids",
            "duplicate operationid",
            "operationid ... not unique",
        ],
        example: "The operationId '...' is used multiple times. Operation identifiers must be unique.",
        meaning: "Two operations have one `operationId`.",
        rules: &["operation-id-unique"],
        source: MICROSOFT,
        ..NOTHING
    },
    Known {
        signs: &[
            "is not defined in the securitydefinitions",
            "security requirements must match a security definition",
            "security ... not defined",
            "security definition ... could not be resolved",
            "refers to scope name",
        ],
        example: "The security requirement '...' is not defined in the 'securityDefinitions' object.",
        meaning: "`security` names a definition, or a scope of one, that `securityDefinitions` does not have.",
        rules: &["security-undefined", "oauth-scope-undeclared", "root-key-misplaced"],
        source: MICROSOFT,
        ..NOTHING
    },
    Known {
        signs: &[
            "expected property name or",
            "unexpected token",
            "bad control character",
            "unexpected end of json",
            "unexpected character encountered while parsing",
            "after parsing a value an unexpected character",
            "trailing comma",
            "invalid property identifier character",
            "unterminated string",
            "expected comma",
            "unexpected non whitespace",
            "invalid json",
            "not valid json",
            "not a valid json",
            "is an invalid start of",
            "unexpected eof",
            "parse error on line",
            "expected double quoted property name",
            "json parse error",
            "unexpected string in json",
        ],
        example: "Unexpected token } in JSON at position 312",
        meaning: "The text is not sound JSON: a comma, a quote or a bracket is missing, too many or of the wrong kind. The \
                  position in the message is where the reader noticed, which is often after the mistake.",
        rules: SYNTAX,
        source: JSON,
        ..NOTHING
    },
];
