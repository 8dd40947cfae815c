//! What is said when an action runs.

use super::{Known, Look, NOTHING};

const THREAD: &str = "https://community.nintex.com/nintex-workflow-2/xtension-nintex-workflow-integration-73977";
const EDIT: &str = "https://help.nintex.com/en-US/xtensions/01_GetStarted/PRC_02Edit_Connector.htm";
const KEY: &str = "https://help.nintex.com/en-US/xtensions/04_Reference/Tutorials/APIAuth.htm";
const LIMITS: &str = "https://help.nintex.com/en-US/xtensions/04_Reference/REF_KnownIssues.htm";
const DYNAMIC: &str = "https://help.nintex.com/en-US/xtensions/03_Advanced/02_Extensions/PRC_02EXT_dynamic_values.htm";
const HEADERS: &str = "https://learn.microsoft.com/en-us/dotnet/api/system.net.http.headers.httpheaders.add";
const STATUS: &str = "https://www.rfc-editor.org/rfc/rfc9110#name-status-codes";

pub(super) static MESSAGES: &[Known] = &[
    Known {
        signs: &["does not support multiple values", "support multiple values", "cannot add value because header"],
        example: "header 'Authorization' does not support multiple values",
        meaning: "The call carries the header twice: the connection sends it, and a field of the action sends it again. \
                  The call is never made; what Postman does with the same request says nothing about it.",
        unseen: "An action that is already in a workflow keeps the field: remove the action and add it again after the \
                 new import.",
        rules: &["param-authorization-header", "param-apikey-duplicate", "param-authorization-alone"],
        source: THREAD,
        ..NOTHING
    },
    Known {
        signs: &["non permitted hosts", "not permitted hosts", "non permitted host"],
        example: "Not allowed to execute the request for non permitted hosts.",
        meaning: "The action in the workflow still calls the host of an earlier version of the Xtension.",
        unseen: "Actions in workflows do not follow a new definition: remove the action and add it again.",
        look: &[Look::Key("host"), Look::Key("x-ntx-host")],
        source: EDIT,
        ..NOTHING
    },
    Known {
        signs: &["the format of value ... is invalid"],
        example: "The format of value '...' is invalid.",
        meaning: "A header has a value that it cannot have: for `Authorization`, a kind of token and the token, such as \
                  `Bearer eyJ...`; a line end or a blank at its edge breaks it, too.",
        unseen: "Look at what the connection or the variable holds: copied tokens often end in a line end.",
        rules: &["param-authorization-alone", "param-authorization-header"],
        look: &[Look::Value("name", "Authorization")],
        source: HEADERS,
        ..NOTHING
    },
    Known {
        signs: &["misused header name"],
        example: "Misused header name. Make sure request headers are used with HttpRequestMessage",
        meaning: "A field sends a header that belongs to the body, such as `Content-Type`: that is what `consumes` is for.",
        rules: &["param-media-type-header"],
        source: HEADERS,
        ..NOTHING
    },
    Known {
        signs: &["does not contain a valid openapi schema", "valid openapi schema object"],
        example: "The response from API does not contain a valid OpenAPI schema object.",
        meaning: "The operation that a dynamic schema asks did not answer with a JSON schema at the place that `value-path` \
                  names.",
        unseen: "Call that operation by hand and look for the schema in its answer; `value-path` leads there, step by step, \
                 with a slash between the steps.",
        rules: &["helper-answer-mismatch"],
        look: &[Look::Key("x-ntx-dynamic-schema")],
        source: DYNAMIC,
        ..NOTHING
    },
    Known {
        signs: &[
            "no such host is known",
            "name or service not known",
            "remote name could not be resolved",
            "enotfound",
            "getaddrinfo",
            "name does not resolve",
            "nxdomain",
            "nodename nor servname",
        ],
        example: "No such host is known.",
        meaning: "There is no server of that name, as seen from Nintex's cloud.",
        unseen: "A server inside a company's network is reached through Nintex Gateway only.",
        rules: &[
            "host-format",
            "host-private",
            "host-placeholder-sample",
            "host-missing",
            "ntx-host-format",
            "ntx-placeholder-undefined",
            "ntx-placeholder-braces",
            "gateway-incomplete",
            "basepath-template",
        ],
        look: &[Look::Key("host"), Look::Key("x-ntx-host")],
        source: LIMITS,
        ..NOTHING
    },
    Known {
        signs: &[
            "ssl connection could not be established",
            "remote certificate is invalid",
            "self signed certificate",
            "unable to verify the first certificate",
            "certificate has expired",
            "could not establish trust relationship",
        ],
        example: "The SSL connection could not be established",
        meaning: "The server's certificate is not one that the public web trusts.",
        unseen: "The server needs a certificate of a public authority, with its chain.",
        look: &[Look::Key("host"), Look::Key("x-ntx-host"), Look::Key("schemes")],
        source: LIMITS,
        ..NOTHING
    },
    Known {
        signs: &["length required", "411"],
        example: "411 Length Required",
        meaning: "The server wants to know a file's length beforehand. Nintex sends files in chunks, without a length.",
        unseen: "Nothing in the file changes that: ask for another way to upload, or put a small relay in between.",
        look: &[Look::Value("type", "file"), Look::Value("format", "binary")],
        source: LIMITS,
        is_general: true,
        ..NOTHING
    },
    Known {
        signs: &["unsupported media type", "415", "not acceptable", "406"],
        example: "415 Unsupported Media Type",
        meaning: "The server does not take the media type that is sent, or has none of those asked for: `consumes` and \
                  `produces` decide both.",
        rules: &["param-media-type-header", "form-media-type", "media-type-malformed", "media-type-unsupported"],
        look: &[Look::Key("consumes"), Look::Key("produces")],
        source: STATUS,
        is_general: true,
        ..NOTHING
    },
    Known {
        signs: &[
            "401",
            "unauthorized",
            "unauthenticated",
            "invalid token",
            "token is invalid",
            "invalid api key",
            "access token is missing",
        ],
        example: "401 Unauthorized",
        meaning: "The call came without credentials, or with some that the API does not take.",
        unseen: "Where a bearer token is typed in as an API key, the connection's user must type `Bearer `, a blank, and the \
                 token. Otherwise the sign-in may have ended: sign in to the connection again.",
        rules: &[
            "security-undefined",
            "security-unused",
            "oauth-scope-undeclared",
            "token-endpoint-as-action",
            "oauth-flow-unsupported",
            "security-missing",
            "bearer-unexplained",
            "helper-without-security",
            "k2-auth-type",
            "oauth-urls-mixed",
            "entra-scope-wrong-resource",
        ],
        look: &[Look::Key("securityDefinitions")],
        source: KEY,
        is_general: true,
        ..NOTHING
    },
    Known {
        signs: &["403", "forbidden", "insufficient_scope", "insufficient privileges", "access denied"],
        example: "403 Forbidden",
        meaning: "The API knows who calls, and does not allow it: a scope or a right is missing.",
        unseen: "Look up which scope the call needs, ask for it in the file, and sign in to the connection again; or give the \
                 account the right.",
        rules: &["oauth-scope-undeclared", "application-flow-unsuitable"],
        look: &[Look::Key("scopes")],
        source: STATUS,
        is_general: true,
        ..NOTHING
    },
    Known {
        signs: &["404", "not found", "405", "method not allowed"],
        example: "404 Not Found",
        meaning: "There is nothing at the address: host, base path and path are put together as they are written, with slashes \
                  that are doubled or missing.",
        rules: &[
            "host-format",
            "basepath-format",
            "basepath-template",
            "basepath-in-path",
            "ntx-host-format",
            "ntx-placeholder-where",
            "ntx-placeholder-undefined",
            "gateway-incomplete",
            "path-template-malformed",
            "path-character",
            "path-query",
            "path-variable-notation",
            "salesforce-instance-host",
            "graph-version",
            "k2-address",
        ],
        look: &[Look::Key("host"), Look::Key("basePath"), Look::Key("x-ntx-host"), Look::Key("x-ntx-basePath")],
        source: STATUS,
        is_general: true,
        ..NOTHING
    },
    Known {
        signs: &["429", "too many requests", "rate limit"],
        example: "429 Too Many Requests",
        meaning: "The API is called too often.",
        unseen: "Nothing in the file changes that: pause in the workflow, or call for several things at once.",
        source: STATUS,
        is_general: true,
        ..NOTHING
    },
];
