//! What is said when a connection is made or renewed.

use super::{Known, Look, NOTHING};

const OAUTH: &str = "https://help.nintex.com/en-US/xtensions/04_Reference/Tutorials/OAuth.htm";
const VALIDATION: &str =
    "https://help.nintex.com/en-us/xtensions/04_Reference/Tutorials/x-ntx-connection-validation.htm";
const OAUTH_ERRORS: &str = "https://www.rfc-editor.org/rfc/rfc6749#section-5.2";
const ENTRA_ERRORS: &str = "https://learn.microsoft.com/en-us/entra/identity-platform/reference-error-codes";
const K2_CONSENT: &str = "https://help.k2.com/kb002784";

pub(super) static MESSAGES: &[Known] = &[
    Known {
        signs: &["inputvalidationerrorcode", "connection validation failed"],
        example: "[XAPI.InputValidationErrorCode] Connection validation failed.",
        meaning: "Nintex called the operation that tests a new connection, and it did not succeed: it does not exist, it \
                  asks for values that a connection does not have, or the credentials are wrong.",
        unseen: "If the file is sound, the credentials are wrong, the client secret has expired, or the redirect URL is \
                 not registered with the provider.",
        rules: &[
            "connection-validation-unsuitable",
            "token-endpoint-as-action",
            "oauth-token-url",
            "oauth-authorization-url",
            "oauth-flow-unsupported",
            "security-undefined",
            "security-unused",
            "oauth-scope-undeclared",
            "security-missing",
            "oauth-url-unsuitable",
            "k2-auth-type",
            "bearer-unexplained",
        ],
        look: &[Look::Key("x-ntx-connection-validation")],
        source: VALIDATION,
        ..NOTHING
    },
    Known {
        signs: &[
            "aadsts50011",
            "redirect_uri_mismatch",
            "redirect uri mismatch",
            "redirect uri ... does not match",
            "redirect_uri ... does not match",
            "invalid redirect_uri",
            "invalid redirect uri",
            "redirect_uri ... not registered",
            "reply url ... does not match",
            "redirect uri ... not match",
        ],
        example: "AADSTS50011: The redirect URI specified in the request does not match the redirect URIs configured",
        meaning: "The provider does not know the address to which it is to send people back. It is registered with the \
                  provider, not in the file.",
        unseen: "Register https://us.nintex.io/connection/api/Token, letter by letter, or the same address of your \
                 tenant's region.",
        rules: &["redirect-url-text"],
        look: &[Look::Key("authorizationUrl")],
        source: OAUTH,
        ..NOTHING
    },
    Known {
        signs: &[
            "aadsts90094",
            "aadsts65001",
            "aadsts90093",
            "requires admin permission",
            "needs permission to access resources",
            "admin approval required",
            "need admin approval",
            "has not consented",
        ],
        example: "AADSTS90094: ... requires admin permission",
        meaning: "An administrator of the Microsoft tenant has to consent to the application first.",
        unseen: "Consent is given in Microsoft Entra. For K2, the administrator uses K2's own consent page.",
        look: &[Look::Key("scopes"), Look::Key("authorizationUrl")],
        source: K2_CONSENT,
        ..NOTHING
    },
    Known {
        signs: &[
            "aadsts70011",
            "aadsts1002012",
            "aadsts28002",
            "aadsts28003",
            "invalid_scope",
            "scope ... is not valid",
            "scope is invalid",
            "unknown scope",
            "invalid scope",
        ],
        example: "invalid_scope: The requested scope is invalid, unknown, or malformed.",
        meaning: "The provider does not know a scope, or does not give it to this kind of client.",
        unseen: "With client credentials, Microsoft Entra takes only scopes that end in `/.default`.",
        rules: &[
            "oauth-scope-undeclared",
            "oauth-scopes-missing",
            "oauth-scope-unused",
            "oauth-application-scope",
            "entra-scope-wrong-resource",
            "oauth-scope-joined",
        ],
        look: &[Look::Key("scopes")],
        source: OAUTH_ERRORS,
        ..NOTHING
    },
    Known {
        signs: &[
            "aadsts900144",
            "aadsts901002",
            "aadsts9010010",
            "aadsts500011",
            "body must contain the following parameter resource",
            "resource principal named",
            "resource ... is not supported",
        ],
        example: "AADSTS900144: The request body must contain the following parameter: 'resource'",
        meaning: "The addresses of Microsoft Entra are those of version 1, which is told the API by a `resource`, while the \
                  connection sends scopes; or the other way round.",
        unseen: "Nintex's presets for Azure AD send a resource. With the preset Generic OAuth 2, use addresses with \
                 `/oauth2/v2.0/`.",
        rules: &["oauth-url-outdated", "oauth-urls-mixed", "entra-scope-wrong-resource"],
        look: &[Look::Key("authorizationUrl"), Look::Key("tokenUrl")],
        source: ENTRA_ERRORS,
        ..NOTHING
    },
    Known {
        signs: &[
            "aadsts50194",
            "aadsts50020",
            "aadsts90002",
            "aadsts700016",
            "not configured as a multi tenant application",
            "tenant ... not found",
            "was not found in the directory",
            "does not exist in tenant",
        ],
        example: "AADSTS50194: Application is not configured as a multi-tenant application. Usage of the /common endpoint is not supported",
        meaning: "The address of Microsoft Entra names a tenant that does not have the application: `common` is only for \
                  applications of several tenants, and another tenant's number is somebody else's.",
        unseen: "In Microsoft Entra, look up the tenant in which the application is registered.",
        rules: &["entra-tenant-unknown", "oauth-urls-mixed"],
        look: &[Look::Key("authorizationUrl"), Look::Key("tokenUrl")],
        source: ENTRA_ERRORS,
        ..NOTHING
    },
    Known {
        signs: &[
            "aadsts7000215",
            "aadsts7000222",
            "aadsts7000218",
            "invalid_client",
            "invalid client secret",
            "client authentication failed",
            "client secret ... expired",
        ],
        example: "invalid_client: Client authentication failed",
        meaning: "The provider does not take the client ID or the client secret. Both are typed into Nintex's import wizard \
                  and do not stand in the file.",
        unseen: "Take the secret's value, not its ID, and look when it expires. Then change it where the Xtension is edited.",
        rules: &["param-secret-in-form", "token-endpoint-as-action"],
        look: &[Look::Key("tokenUrl")],
        source: OAUTH_ERRORS,
        ..NOTHING
    },
    Known {
        signs: &[
            "invalid_grant",
            "refresh token ... expired",
            "refresh token ... invalid",
            "token has been expired or revoked",
            "aadsts700082",
            "aadsts50173",
            "no refresh token",
            "refresh token is missing",
            "refresh_token ... missing",
        ],
        example: "invalid_grant: The refresh token is invalid or expired",
        meaning: "The sign-in of the connection has ended and could not be renewed.",
        unseen: "Somebody has to sign in again in the connection. If that is needed every hour, the provider gave no refresh \
                 token: most want a scope for it, such as `offline_access`.",
        rules: &["oauth-offline-access"],
        look: &[Look::Key("scopes")],
        source: OAUTH,
        ..NOTHING
    },
    Known {
        signs: &[
            "unsupported_grant_type",
            "unauthorized_client",
            "unsupported_response_type",
            "grant type ... not supported",
            "not authorized to use ... grant",
        ],
        example: "unauthorized_client: The client is not authorized to use this grant type",
        meaning: "The provider does not offer this flow to the client: `accessCode` is its authorization code, `application` \
                  its client credentials.",
        unseen: "Look up in the provider's settings which grants the client has.",
        rules: &["oauth-flow-unsupported", "oauth-flow-v3-name", "application-flow-unsuitable"],
        look: &[Look::Key("flow")],
        source: OAUTH_ERRORS,
        ..NOTHING
    },
];
