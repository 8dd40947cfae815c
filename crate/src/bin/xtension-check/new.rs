//! A new Xtension.

use xtension_checker::convert::create::{FirstOperation, Flow, Form, FormField, KeyPlace, OAuth, SignIn, create};
use xtension_checker::report::printable;

use crate::arguments::{New, SignsIn};
use crate::input::Input;
use crate::output::{deliver, say};
use crate::run::{Outcome, outcome};

/// Makes an Xtension of what the command line says.
///
/// # Errors
///
/// Where something is missing or wrong, or a file cannot be read or written: a sentence that says so.
pub(crate) fn new(new: &New) -> Result<Outcome, String> {
    let created = create(&form(new)?);
    let faults: Vec<String> = created
        .notes
        .iter()
        .filter(|note| note.is_fault)
        .map(|note| format!("{}: {}", option(note.field), printable(&note.message)))
        .collect();
    if !faults.is_empty() {
        return Err(faults.join("\nerror: "));
    }
    if let Some(path) = new.output.as_deref().filter(|path| path.exists()) {
        return Err(format!("{} is there already", printable(&path.display().to_string())));
    }
    deliver(&created.text, new.output.as_deref())?;
    for note in &created.notes {
        say(&format!("{}: {}", option(note.field), printable(&note.message)));
    }
    Ok(outcome(&created.text))
}

fn form(new: &New) -> Result<Form, String> {
    let text = |option: &Option<String>| option.clone().unwrap_or_default();
    let read = |sample: &Option<Input>| match sample {
        Some(file) => file.read().map_err(|reason| format!("{file} {reason}")),
        None => Ok(String::new()),
    };
    let (method, path) = new.operation.trim().split_once(' ').unwrap_or(("", new.operation.trim()));
    Ok(Form {
        title: new.title.clone(),
        version: new.version.clone(),
        description: text(&new.description),
        address: new.host.clone(),
        sign_in: sign_in(new),
        operation: FirstOperation {
            method: method.to_owned(),
            path: path.to_owned(),
            label: text(&new.label),
            request: read(&new.request)?,
            response: read(&new.response)?,
        },
    })
}

fn sign_in(new: &New) -> SignIn {
    let key = |place| SignIn::ApiKey { name: new.key_name.clone(), place };
    let text = |option: &Option<String>| option.clone().unwrap_or_default();
    let oauth = |flow| {
        SignIn::OAuth(OAuth {
            flow,
            provider: text(&new.provider),
            site: text(&new.site),
            authorization_url: text(&new.authorization_url),
            token_url: text(&new.token_url),
            scopes: new.scopes.join(" "),
        })
    };
    match new.auth {
        SignsIn::None => SignIn::None,
        SignsIn::Basic => SignIn::Basic,
        SignsIn::KeyHeader => key(KeyPlace::Header),
        SignsIn::KeyQuery => key(KeyPlace::Query),
        SignsIn::Bearer => SignIn::Bearer,
        SignsIn::OauthCode => oauth(Flow::AuthorizationCode),
        SignsIn::OauthClient => oauth(Flow::ClientCredentials),
    }
}

/// The option that says it.
fn option(field: FormField) -> &'static str {
    match field {
        FormField::Title => "--title",
        FormField::Address => "--host",
        FormField::SignIn => "--auth",
        FormField::KeyName => "--key-name",
        FormField::Provider => "--provider",
        FormField::Site => "--site",
        FormField::AuthorizationUrl => "--authorization-url",
        FormField::TokenUrl => "--token-url",
        FormField::Scopes => "--scope",
        FormField::Method | FormField::Path => "--operation",
        FormField::Request => "--request",
        FormField::Response => "--response",
    }
}
