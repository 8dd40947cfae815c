use crate::diagnostic::Diagnostic;
use crate::json::edit;
use crate::openapi::{Document, Parameter, SecurityOrigin};
use crate::rules::token_call::TokenCalls;
use crate::rules::{Findings, sign_in};
use crate::text::in_order;

super::rule! {
    /// Actions ask for an `Authorization` header, and the document has no security definition.
    ///
    /// That works: the workflow fills the field, and where another action fetches the token it is the only way. But else
    /// the token is stored in the workflow, where all who open it can read it, and each action asks for it anew. As an API
    /// key of the connection it is typed once, and kept apart.
    ///
    /// ## Bad
    /// ```json
    /// {
    ///   "swagger": "2.0",
    ///   "paths": {
    ///     "/notes": {
    ///       "get": {
    ///         "parameters": [{ "name": «"Authorization"», "in": "header", "type": "string" }]
    ///       }
    ///     }
    ///   }
    /// }
    /// ```
    /// ## Fix: Let the connection send it as an API key
    /// ```json
    /// {
    ///   "swagger": "2.0",
    ///   "paths": {
    ///     "/notes": {
    ///       "get": {
    ///         "parameters": []
    ///       }
    ///     }
    ///   },
    ///   "securityDefinitions": {
    ///     "apiKey": {
    ///       "type": "apiKey",
    ///       "in": "header",
    ///       "name": "Authorization",
    ///       "description": "Type Bearer, a blank, and the token"
    ///     }
    ///   },
    ///   "security": [
    ///     {
    ///       "apiKey": []
    ///     }
    ///   ]
    /// }
    /// ```
    /// ## Good
    /// ```json
    /// {
    ///   "securityDefinitions": { "basic": { "type": "basic" } },
    ///   "security": [{ "basic": [] }],
    ///   "paths": {
    ///     "/notes": {
    ///       "get": {
    ///         "security": [],
    ///         "parameters": [{ "name": "Authorization", "in": "header", "type": "string" }]
    ///       }
    ///     }
    ///   }
    /// }
    /// ```
    Hint "param-authorization-alone" Inferred
    from "https://help.nintex.com/en-US/xtensions/04_Reference/Tutorials/APIAuth.htm"
}

fn check(document: &Document<'_>, findings: &mut Findings) {
    if !document.security_definitions().is_empty() {
        return;
    }
    // Then the workflow makes the token anew each time it runs, and nobody could type it for a connection.
    let mut token_calls = TokenCalls::new(document);
    if document.operations().iter().any(|operation| token_calls.find(operation).is_some()) {
        return;
    }
    let mut sites: Vec<Parameter<'_>> = Vec::new();
    for operation in document.operations().iter().filter(|operation| operation.security.origin == SecurityOrigin::Nowhere)
    {
        let named = |parameter: &&Parameter<'_>| {
            parameter.is_in("header")
                && parameter.name().is_some_and(|name| name.eq_ignore_ascii_case("authorization"))
        };
        sites.extend(operation.parameters.iter().filter(named));
    }
    let mut sites = in_order(sites, |parameter| u64::from(parameter.site.index()));
    sites.dedup_by_key(|parameter| parameter.site.index());
    let Some((first, others)) = sites.split_first() else { return };
    let key = if first.is_reference() { "$ref" } else { "name" };
    let diagnostic = findings.add(
        first.site.get(key).unwrap_or(first.site),
        "The token is a field of the action, as the document has no security definition.",
        "What is typed into the field is stored in the workflow, for all who may open it; a connection keeps it apart.",
    );
    diagnostic.label_each(&mut others.iter().map(|other| other.site.span()), "here, too");
    offer_api_key(document, &sites, diagnostic);
}

fn offer_api_key(document: &Document<'_>, sites: &[Parameter<'_>], diagnostic: &mut Diagnostic) {
    let Some(mut edits) = sign_in::send_key(document, "Authorization", "header") else { return };
    edits.extend(sites.iter().filter_map(|parameter| edit::remove_item(parameter.site)));
    let consequence = format!(
        "Whoever makes a connection types the token once; the actions lose the field. {}",
        sign_in::IMPORT_AGAIN
    );
    diagnostic.review_fix("Let the connection send it as an API key", consequence, edits);
}
