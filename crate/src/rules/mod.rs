//! The rules: one file each, in the folder of the object that they find fault with.
//!
//! A rule reads the document and reports; it never fails, and knows no other rule. Its doc comment is its page in the
//! reference and its test. CONTRIBUTING.md says how to add one.

mod doubled_credential;
#[cfg(test)]
mod example;
mod findings;
mod misplaced;
mod oauth;
mod rule;
mod syntax;
mod token_call;

pub(crate) use findings::Findings;
pub use rule::Rule;
use rule::{rule, rules};

rules! {
    json {
        json_trailing_comma,
    }
    operation {
        token_endpoint_as_action,
    }
    parameter {
        param_apikey_duplicate,
        param_authorization_alone,
        param_authorization_header,
        param_secret_in_form,
    }
    security_definition {
        auth_one_type,
        auth_type_unsupported,
        oauth_authorization_url,
        oauth_flow_unsupported,
        oauth_flow_v3_name,
        oauth_scopes_missing,
        oauth_token_url,
        security_unused,
    }
    security_requirement {
        oauth_scope_undeclared,
        security_undefined,
    }
}
