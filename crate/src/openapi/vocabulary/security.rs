//! Security: the ways to sign in, and where they are asked for.

use super::root::ROOT;
use super::{Format, Key, Names, Object, ObjectKind, Rest, Type, Variants};

/// `security`, at the root or in an operation.
pub(super) static SECURITY: Type = Type::set(&Type::Object(&SECURITY_REQUIREMENT));

/// The root's map of security definitions.
pub(super) static SECURITY_DEFINITIONS: Object = Object {
    rest: Rest::Entries { names: Names::Any, value: Type::Object(&SECURITY_DEFINITION), extensions: false },
    neighbours: &[&ROOT],
    ..Object::new(
        ObjectKind::SecurityDefinitions,
        "security definitions",
        "https://spec.openapis.org/oas/v2.0#security-definitions-object",
        "The ways to sign in, by name.",
    )
};

/// One alternative of a `security` list.
pub static SECURITY_REQUIREMENT: Object = Object {
    rest: Rest::Entries { names: Names::Any, value: Type::set(&Type::Text), extensions: false },
    ..Object::new(
        ObjectKind::SecurityRequirement,
        "security requirement",
        "https://spec.openapis.org/oas/v2.0#security-requirement-object",
        "Names of security definitions, each with the scopes that are needed.",
    )
};

static NEIGHBOURS: &[&Object] = &[&ACCESS_CODE, &API_KEY, &ROOT];

const fn definition(name: &'static str, keys: &'static [&'static [Key]]) -> Object {
    Object {
        keys,
        later: &["scheme", "bearerFormat", "flows", "openIdConnectUrl"],
        neighbours: NEIGHBOURS,
        known_slips: &[
            ("authUrl", "authorizationUrl"),
            ("authorizeUrl", "authorizationUrl"),
            ("authorizationURI", "authorizationUrl"),
            ("accessTokenUrl", "tokenUrl"),
            ("scope", "scopes"),
            ("grantType", "flow"),
        ],
        ..Object::new(
            ObjectKind::SecurityDefinition,
            name,
            "https://spec.openapis.org/oas/v2.0#security-scheme-object",
            "One way to sign in: what a Nintex connection asks for.",
        )
    }
}

/// A security definition of which it is not known what type it has.
pub static SECURITY_DEFINITION: Object = Object {
    variants: Some(Variants { key: "type", cases: &[("oauth2", &OAUTH), ("apiKey", &API_KEY), ("basic", &BASIC)] }),
    ..definition("security definition", &[TYPE, DESCRIBED, SENT, FLOW, AUTHORIZATION_URL, TOKEN_URL, SCOPES])
};

static BASIC: Object = definition("basic security definition", &[TYPE, DESCRIBED]);

static API_KEY: Object = definition("API key security definition", &[TYPE, SENT_REQUIRED, DESCRIBED]);

static OAUTH: Object = Object {
    variants: Some(Variants {
        key: "flow",
        cases: &[
            ("accessCode", &ACCESS_CODE),
            ("application", &APPLICATION),
            ("implicit", &IMPLICIT),
            ("password", &PASSWORD),
        ],
    }),
    ..definition(
        "OAuth 2.0 security definition",
        &[TYPE, FLOW_REQUIRED, AUTHORIZATION_URL, TOKEN_URL, SCOPES, DESCRIBED],
    )
};

static ACCESS_CODE: Object = definition(
    "OAuth 2.0 security definition",
    &[TYPE, FLOW_REQUIRED, AUTHORIZATION_URL_REQUIRED, TOKEN_URL_REQUIRED, SCOPES_REQUIRED, DESCRIBED],
);

static APPLICATION: Object = definition(
    "OAuth 2.0 security definition for client credentials",
    &[TYPE, FLOW_REQUIRED, TOKEN_URL_REQUIRED, SCOPES_REQUIRED, DESCRIBED],
);

static IMPLICIT: Object = definition(
    "OAuth 2.0 security definition with the implicit flow",
    &[TYPE, FLOW_REQUIRED, AUTHORIZATION_URL_REQUIRED, SCOPES_REQUIRED, DESCRIBED],
);

static PASSWORD: Object = definition(
    "OAuth 2.0 security definition with the password flow",
    &[TYPE, FLOW_REQUIRED, TOKEN_URL_REQUIRED, SCOPES_REQUIRED, DESCRIBED],
);

static TYPE: &[Key] = &[Key::new(
    "type",
    Type::OneOf(&["basic", "apiKey", "oauth2"]),
    "How to sign in: basic (user name and password), apiKey or oauth2.",
)
.required()
.ruled_by("auth-type-unsupported")];

static DESCRIBED: &[Key] = &[Key::new("description", Type::Text, "What to enter. May be Markdown.")];

const NAME: Key = Key::new("name", Type::Text, "The header or query parameter that the key is sent in.");
const IN: Key = Key::new("in", Type::OneOf(&["header", "query"]), "Where the key is sent: header or query.");
static SENT: &[Key] = &[NAME, IN];
static SENT_REQUIRED: &[Key] = &[NAME.required(), IN.required()];

const FLOW_KEY: Key = Key::new(
    "flow",
    Type::OneOf(&["accessCode", "application", "implicit", "password"]),
    "How the token is got: accessCode (a person signs in) or application (client credentials).",
)
.ruled_by("oauth-flow-unsupported");
static FLOW: &[Key] = &[FLOW_KEY];
static FLOW_REQUIRED: &[Key] = &[FLOW_KEY.required().or_stand_in(&["flows"])];

const AUTHORIZATION_URL_KEY: Key =
    Key::new("authorizationUrl", Type::Formatted(Format::Url), "The page where a person signs in and agrees.")
        .ruled_by("oauth-authorization-url");
static AUTHORIZATION_URL: &[Key] = &[AUTHORIZATION_URL_KEY];
static AUTHORIZATION_URL_REQUIRED: &[Key] = &[AUTHORIZATION_URL_KEY.required()];

const TOKEN_URL_KEY: Key =
    Key::new("tokenUrl", Type::Formatted(Format::Url), "Where Nintex fetches the token.").ruled_by("oauth-token-url");
static TOKEN_URL: &[Key] = &[TOKEN_URL_KEY];
static TOKEN_URL_REQUIRED: &[Key] = &[TOKEN_URL_KEY.required()];

// The text demands `scopes`, the official schema doesn't: the rule knows.
const SCOPES_KEY: Key =
    Key::new("scopes", Type::Object(&SCOPES_OBJECT), "The scopes that there are, each with what it allows.")
        .ruled_by("oauth-scopes-missing");
static SCOPES: &[Key] = &[SCOPES_KEY];
static SCOPES_REQUIRED: &[Key] = &[SCOPES_KEY.required()];

static SCOPES_OBJECT: Object = Object {
    // The text lets extensions stand here; by the official schema an `x-` name is a scope like any other.
    rest: Rest::Entries { names: Names::Any, value: Type::Text, extensions: true },
    ..Object::new(
        ObjectKind::Scopes,
        "scopes",
        "https://spec.openapis.org/oas/v2.0#scopes-object",
        "The scopes that there are, each with what it allows.",
    )
};
