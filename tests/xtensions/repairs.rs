//! What is found in the broken twins, and what is chosen where the first fix is not the one that leads back.

/// How a broken twin is repaired.
pub(super) struct Repair {
    /// The name of the Xtension.
    pub(super) name: &'static str,
    /// The rules whose fixes are made, by name.
    pub(super) found: &'static [&'static str],
    /// Fixes that are taken in the place of the first one: of which rule, by what title, and what is filled into the
    /// blank. A rule that stands here several times is met several times.
    pub(super) choices: &'static [(&'static str, &'static str, &'static str)],
}

/// Xtensions that the fixes give in other white space, or with members in another order.
pub(super) const OTHERWISE_WRITTEN: &[&str] = &[
    "crm",
    "function-relay",
    "google-tasks",
    "graph-mail",
    "list-relay",
    "nintex-workflows",
    "purchase-gateway",
    "sharepoint-lists",
    "signing",
    "weather",
];

pub(super) const REPAIRS: &[Repair] = &[
    Repair {
        name: "asset-register",
        found: &["json-missing-comma", "ntx-unknown", "option-mismatch", "ref-unresolved", "unknown-key", "wrong-type"],
        choices: &[],
    },
    Repair {
        name: "bookkeeping",
        found: &[
            "json-duplicate-key",
            "ref-unresolved",
            "ref-unresolved",
            "ref-unresolved",
            "swagger-version",
            "wrong-type",
        ],
        choices: &[],
    },
    Repair {
        name: "crm",
        found: &[
            "helper-argument-mismatch",
            "json-trailing-comma",
            "path-template-undeclared",
            "ref-unresolved",
            "required-boolean",
            "unknown-key",
            "unknown-key",
        ],
        choices: &[],
    },
    Repair {
        name: "exchange-rates",
        found: &["host-missing", "json-missing-comma", "pattern-invalid", "value-not-allowed", "value-not-allowed"],
        choices: &[
            ("value-not-allowed", "Change it to `query`", ""),
            ("host-missing", "Write the name of the server", "rates.example.com"),
        ],
    },
    Repair {
        name: "fleet",
        found: &[
            "json-wrong-closer",
            "limits-contradict",
            "oauth-authorization-url",
            "oauth-flow-v3-name",
            "oauth-scope-undeclared",
            "unknown-key",
        ],
        choices: &[],
    },
    Repair {
        name: "function-relay",
        found: &[
            "auth-type-unsupported",
            "json-ellipsis",
            "ntx-placeholder-undefined",
            "param-apikey-duplicate",
            "path-character",
            "value-not-allowed",
        ],
        choices: &[],
    },
    Repair {
        name: "google-tasks",
        found: &[
            "json-comment",
            "json-foreign-literal",
            "oauth-flow-unsupported",
            "oauth-scope-undeclared",
            "path-param-required",
        ],
        choices: &[],
    },
    Repair {
        name: "graph-mail",
        found: &["ntx-unknown", "oauth-flow-v3-name", "path-leading-slash", "ref-unresolved", "render-version-missing"],
        choices: &[],
    },
    Repair {
        name: "invoice-archive",
        found: &[
            "file-type-misplaced",
            "json-control-character",
            "json-missing-comma",
            "ntx-unknown",
            "param-name-malformed",
            "path-param-required",
            "path-param-unused",
        ],
        choices: &[],
    },
    Repair {
        name: "k2-odata",
        found: &[
            "json-invisible-character",
            "json-missing-colon",
            "media-type-unsupported",
            "operation-id-unique",
            "value-not-allowed",
            "value-not-allowed",
            "wrong-type",
        ],
        choices: &[("operation-id-unique", "Rename this one to `postSupplier`", "")],
    },
    Repair {
        name: "k2-start",
        found: &[
            "helper-answer-mismatch",
            "json-missing-comma",
            "path-template-malformed",
            "unknown-key",
            "wrong-type",
        ],
        choices: &[],
    },
    Repair {
        name: "k2-tasks",
        found: &["format-mismatch", "host-format", "json-missing-opener", "missing-key", "param-name-malformed"],
        choices: &[],
    },
    Repair {
        name: "list-relay",
        found: &[
            "helper-answer-mismatch",
            "helper-shown",
            "helper-undefined",
            "json-missing-comma",
            "ntx-foreign",
            "ref-unresolved",
            "unknown-key",
        ],
        choices: &[],
    },
    Repair {
        name: "nintex-workflows",
        found: &[
            "json-duplicate-key",
            "ntx-placeholder-undefined",
            "ntx-unknown",
            "ntx-visibility-value",
            "unknown-key",
            "wrong-type",
        ],
        choices: &[],
    },
    Repair {
        name: "object-storage",
        found: &[
            "default-mismatch",
            "host-format",
            "ntx-placeholder-undefined",
            "param-apikey-duplicate",
            "value-not-allowed",
            "value-not-allowed",
            "wrong-type",
            "wrong-type",
        ],
        choices: &[],
    },
    Repair {
        name: "people",
        found: &[
            "auth-type-unsupported",
            "connection-validation-unsuitable",
            "format-mismatch",
            "json-byte-order-mark",
            "required-name-undefined",
            "security-scope-without-oauth",
            "unknown-key",
        ],
        choices: &[],
    },
    Repair {
        name: "print-shop",
        found: &[
            "default-mismatch",
            "file-type-misplaced",
            "json-single-quotes",
            "path-param-unused",
            "repeated-item",
            "unknown-key",
        ],
        choices: &[],
    },
    Repair {
        name: "purchase-gateway",
        found: &[
            "basepath-format",
            "gateway-incomplete",
            "ntx-misplaced",
            "ntx-placeholder-braces",
            "pattern-invalid",
            "value-not-allowed",
        ],
        choices: &[],
    },
    Repair {
        name: "salesforce",
        found: &[
            "default-mismatch",
            "ntx-host-format",
            "oauth-scope-undeclared",
            "required-name-undefined",
            "unknown-key",
            "wrong-type",
        ],
        choices: &[],
    },
    Repair {
        name: "scan",
        found: &[
            "body-in-get",
            "json-trailing-comma",
            "media-type-malformed",
            "misplaced-key",
            "unknown-key",
            "value-not-allowed",
        ],
        choices: &[],
    },
    Repair {
        name: "sharepoint-lists",
        found: &[
            "helper-answer-mismatch",
            "helper-answer-mismatch",
            "host-format",
            "json-missing-closer",
            "json-typographic-quotes",
            "ntx-visibility-value",
        ],
        choices: &[],
    },
    Repair {
        name: "signing",
        found: &[
            "form-media-type",
            "host-format",
            "misplaced-key",
            "ntx-placeholder-braces",
            "param-authorization-header",
            "path-param-required",
            "security-undefined",
        ],
        choices: &[],
    },
    Repair {
        name: "text-messages",
        found: &[
            "form-media-type",
            "json-bad-escape",
            "json-duplicate-key",
            "path-template-undeclared",
            "value-not-allowed",
            "value-not-allowed",
        ],
        choices: &[],
    },
    Repair {
        name: "ticketing",
        found: &[
            "initial-name-undefined",
            "json-missing-comma",
            "ntx-unknown",
            "unknown-key",
            "unknown-key",
            "value-not-allowed",
            "wrong-type",
            "wrong-type",
        ],
        choices: &[],
    },
    Repair {
        name: "translation",
        found: &[
            "auth-type-unsupported",
            "info-title-name",
            "json-bad-escape",
            "label-punctuation",
            "ntx-unknown",
            "wrong-type",
        ],
        choices: &[],
    },
    Repair {
        name: "weather",
        found: &[
            "json-missing-closer",
            "json-text-after",
            "openapi3-leftover",
            "param-hidden-required",
            "swagger-version",
            "type-list",
        ],
        choices: &[],
    },
    Repair {
        name: "webhook",
        found: &["auth-type-unsupported", "json-unquoted", "operation-id-characters", "unknown-key", "wrong-type"],
        choices: &[],
    },
];
