use std::borrow::Cow;

use crate::diagnostic::{Diagnostic, Severity};
use crate::json::edit;
use crate::json::{Member, Value};
use crate::nintex::{Secret, VALUES, Xtension, is_choice};
use crate::openapi::Document;
use crate::rules::{Findings, sign_in};
use crate::text::secret::{is_of_provider, mask};
use crate::text::{Edit, Gather, Names, Span, by_name};

super::rule! {
    /// A key, a token or a password stands in the file.
    ///
    /// An Xtension is a file that is passed on: whoever gets it gets what stands in it, and a published one gives it to
    /// everybody. In Nintex, credentials belong to the connection, which keeps them apart and lets each team have its own.
    /// A secret that stood in a file is to be changed where it is given out, since nobody knows who has read it.
    ///
    /// What is found is shown by its first characters only, here and in all reports. Samples such as `YOUR_KEY`, `xxxx`
    /// and `<token>` are let be.
    ///
    /// ## Bad
    /// ```json
    /// {
    ///   "swagger": "2.0",
    ///   "paths": {
    ///     "/notes?code=«r8Kq2vT9mZ4LxW7bNc3RyH6pJd1sQf5uYg==»": { "get": {} },
    ///     "/notes/{id}?page=1&code=r8Kq2vT9mZ4LxW7bNc3RyH6pJd1sQf5uYg==": { "get": {} }
    ///   }
    /// }
    /// ```
    /// ## Fix: Let the connection send `code` as an API key
    /// ```json
    /// {
    ///   "swagger": "2.0",
    ///   "paths": {
    ///     "/notes": { "get": {} },
    ///     "/notes/{id}?page=1": { "get": {} }
    ///   },
    ///   "securityDefinitions": {
    ///     "apiKey": {
    ///       "type": "apiKey",
    ///       "in": "query",
    ///       "name": "code"
    ///     }
    ///   },
    ///   "security": [
    ///     {
    ///       "apiKey": []
    ///     }
    ///   ]
    /// }
    /// ```
    /// ## Bad
    /// ```json
    /// {
    ///   "swagger": "2.0",
    ///   "paths": {
    ///     "/notes": {
    ///       "get": {
    ///         "parameters": [
    ///           { "name": "X-API-Key", "in": "header", "type": "string", "default": "«8f14e45fceea167a»", "x-ntx-visibility": "internal" }
    ///         ]
    ///       },
    ///       "put": {
    ///         "parameters": [{ "name": "x-api-key", "in": "header", "type": "string" }]
    ///       }
    ///     }
    ///   }
    /// }
    /// ```
    /// ## Fix: Let the connection send `X-API-Key` as an API key
    /// ```json
    /// {
    ///   "swagger": "2.0",
    ///   "paths": {
    ///     "/notes": {
    ///       "get": {
    ///         "parameters": []
    ///       },
    ///       "put": {
    ///         "parameters": []
    ///       }
    ///     }
    ///   },
    ///   "securityDefinitions": {
    ///     "apiKey": {
    ///       "type": "apiKey",
    ///       "in": "header",
    ///       "name": "X-API-Key"
    ///     }
    ///   },
    ///   "security": [
    ///     {
    ///       "apiKey": []
    ///     }
    ///   ]
    /// }
    /// ```
    /// ## Fix: Take it out of the file
    /// ```json
    /// {
    ///   "swagger": "2.0",
    ///   "paths": {
    ///     "/notes": {
    ///       "get": {
    ///         "parameters": [
    ///           { "name": "X-API-Key", "in": "header", "type": "string" }
    ///         ]
    ///       },
    ///       "put": {
    ///         "parameters": [{ "name": "x-api-key", "in": "header", "type": "string" }]
    ///       }
    ///     }
    ///   }
    /// }
    /// ```
    ///
    /// In an example or a description it is only a hint: it may have been made up. A key that begins as a provider's live
    /// keys do is none of that in a description.
    ///
    /// ## Bad
    /// ```json
    /// { "info": { "title": "Notes", "description": "Send Bearer «r8Kq2vT9mZ4LxW7bNc3R» with it" } }
    /// ```
    /// ## Fix: Take it out of the file
    /// ```json
    /// { "info": { "title": "Notes", "description": "Send Bearer ... with it" } }
    /// ```
    /// ## Bad
    /// ```json
    /// { "securityDefinitions": { "login": { "tokenUrl": "https://login.example.com/token?client_secret=«r8Kq2vT9mZ4LxW7bNc3R»" } } }
    /// ```
    /// ## Fix: Take it out of the file
    /// ```json
    /// { "securityDefinitions": { "login": { "tokenUrl": "https://login.example.com/token" } } }
    /// ```
    /// ## Bad
    /// ```json
    /// { "info": { "title": "Notes", "description": "Ask with the key «9f8e7d6c5b4a39281706f5e4d3c2b1a0», or sign in." } }
    /// ```
    /// ## Fix: Take it out of the file
    /// ```json
    /// { "info": { "title": "Notes", "description": "Ask with the key ..., or sign in." } }
    /// ```
    /// ## Bad
    /// ```json
    /// { "parameters": { "login": { "name": "password", "in": "query", "type": "string", "enum": ["«Winter2024!»"] } } }
    /// ```
    /// ## Fix: Take it out of the file
    /// ```json
    /// { "parameters": { "login": { "name": "password", "in": "query", "type": "string" } } }
    /// ```
    /// ## Good
    /// ```json
    /// {
    ///   "info": { "title": "Notes", "description": "Send Bearer {token}, Password: <password>, or https://user:password@api.example.com" },
    ///   "securityDefinitions": { "apiKey": { "type": "apiKey", "in": "query", "name": "code" } },
    ///   "security": [{ "apiKey": [] }],
    ///   "paths": { "/notes?code=YOUR_KEY": { "get": { "parameters": [
    ///     { "name": "token", "in": "query", "type": "string", "default": "abc123" },
    ///     { "name": "client_id", "in": "query", "type": "string", "default": "7f3a91bc-54d2-4c8e-9b1f-2a6d8e0c4f75" }
    ///   ] } } }
    /// }
    /// ```
    Warning "secret-literal" Observed from "https://help.nintex.com/en-US/xtensions/04_Reference/Tutorials/APIAuth.htm"
}

/// For so many secrets a connection is offered. It takes the parameter out of all actions, and nobody has more keys.
const MANY: usize = 20;

fn check(xtension: &Xtension<'_>, findings: &mut Findings) {
    let document = xtension.document();
    let secrets = xtension.secrets();
    let text = document.tree().text();
    let by_secret = by_name(secrets.iter().map(|one| (Cow::Borrowed(one.span.of(text)), one)));
    for (number, (secret, places)) in by_secret.into_iter().enumerate() {
        let Some((first, others)) = places.split_first() else { continue };
        if places.iter().all(|place| place.may_be_made_up) {
            continue;
        }
        let shown = mask(&secret);
        let message = match &*first.name {
            "" => format!("{} stands in the file, for all to read: `{shown}`.", first.what),
            name => format!("{} stands in the file, for all to read: `{name}` is `{shown}`.", first.what),
        };
        let because = "Whoever gets the file gets in with it; a connection of Nintex keeps it apart from the Xtension.";
        let is_full = findings.is_full();
        let diagnostic = match value_of(document, first) {
            Some(value) => findings.add((first.span, value), message, because),
            None => findings.add(first.span, message, because),
        };
        if is_full {
            continue;
        }
        let is_live = |value| is_of_provider(&secret) && !is_in(value, &EXAMPLES);
        let is_hint = |value| (is_in(value, &EXAMPLES) || is_in(value, &PROSE)) && !is_live(value);
        if places.iter().all(|place| value_of(document, place).is_none_or(is_hint)) {
            diagnostic.severity(Severity::Hint);
        }
        diagnostic.label_each(&mut others.iter().map(|other| other.span), "here, too");
        if number < MANY {
            offer_connection(document, diagnostic, &places);
        }
        offer_removing(document, diagnostic, &places);
    }
}

fn value_of<'a>(document: &Document<'a>, secret: &Secret) -> Option<Value<'a>> {
    document.tree().value(secret.index?)
}

const EXAMPLES: [&str; 4] = ["example", "examples", "x-example", "x-examples"];

const PROSE: [&str; 2] = ["description", "summary"];

/// Whether it is in one of those members.
fn is_in(value: Value<'_>, names: &[&str]) -> bool {
    let around = std::iter::successors(Some(value), |value| value.parent());
    around.filter_map(Value::member).any(|member| names.iter().any(|name| member.is(name)))
}

/// Offers to make an API key of it, where it is a part of paths or the value of a parameter.
fn offer_connection(document: &Document<'_>, diagnostic: &mut Diagnostic, places: &[&Secret]) {
    let sent = places.iter().find_map(|place| {
        let holder = value_of(document, place)?.member()?.object();
        let place_of_parameter = ["header", "query"].into_iter().find(|wanted| holder.get("in").is_some_and(|place| place.is_str(wanted)));
        if place.is_in_name { Some("query") } else { place_of_parameter }.map(|sent_in| (*place, holder, sent_in))
    });
    let Some((place, holder, sent_in)) = sent.filter(|(place, ..)| !place.name.is_empty()) else { return };
    let Some(mut edits) = sign_in::send_key(document, &place.name, sent_in) else { return };
    if place.is_in_name {
        let Some(renamed) = without_key(document, places) else { return };
        edits.extend(renamed);
    } else {
        edits.extend(sign_in::without_parameter(document, &place.name, sent_in));
        // One that is referred to stands at the root, and goes from there.
        edits.extend(holder.member().map(edit::remove_member));
    }
    let consequence = format!(
        "Whoever makes a connection enters the key, and all actions send it. Have the key changed where it was issued. {}",
        sign_in::IMPORT_AGAIN
    );
    diagnostic.review_fix(format!("Let the connection send `{}` as an API key", place.name), consequence, edits);
}

/// The paths without the part of their queries that is the secret. None where that makes two of one path.
fn without_key(document: &Document<'_>, places: &[&Secret]) -> Option<Vec<Edit>> {
    let mut names: Names<'_> = document.paths().map(Member::name).collect();
    let text = document.tree().text();
    let mut edits = Vec::new();
    for place in places {
        let path = value_of(document, place)?.member()?;
        let name = path.name();
        let (before, query) = name.split_once('?').filter(|_| place.is_in_name && name.starts_with('/'))?;
        let is_kept = |pair: &&str| !pair.ends_with(place.span.of(text));
        let kept: Vec<&str> = query.split('&').filter(is_kept).gathered();
        let new = if kept.is_empty() { before.to_owned() } else { format!("{before}?{}", kept.join("&")) };
        edits.push(edit::rename_member(path, &new));
        if !names.insert(Cow::Owned(new)) {
            return None;
        }
    }
    Some(edits)
}

/// Offers to take it out, where it is in no path: that would be another one then.
fn offer_removing(document: &Document<'_>, diagnostic: &mut Diagnostic, places: &[&Secret]) {
    let mut edits = Vec::new();
    for place in places {
        let value = value_of(document, place).filter(|_| !place.is_in_name);
        let whole = value.filter(|value| value.span().len() <= place.span.len() + 2).and_then(Value::member);
        match whole.filter(|member| VALUES.iter().any(|key| member.is(key))) {
            Some(member) => {
                let is_unwanted = |other: Member<'_>| other.name_span() == member.name_span() || is_hiding(other);
                edits.extend(edit::remove_members(member.object(), is_unwanted));
            }
            None if value.is_some_and(is_choice) => edits.extend(value.and_then(without_choice)),
            None if value.is_some() => edits.push(without_value(document.tree().text(), place)),
            None => return,
        }
    }
    let consequence = "What sent it must get it from elsewhere. Have the secret changed where it was issued.";
    diagnostic.review_fix("Take it out of the file", consequence, edits);
}

/// Takes it out of what can be chosen, which goes where nothing else can.
fn without_choice(value: Value<'_>) -> Option<Edit> {
    let list = value.parent()?;
    if list.items().count() == 1 { list.member().map(edit::remove_member) } else { edit::remove_item(value) }
}

/// Takes it out of a text: with the name that it has in an address, else only the secret itself.
fn without_value(text: &str, place: &Secret) -> Edit {
    let span = place.span;
    let (before, after) = (text.get(..span.start as usize), text.get(span.end as usize..));
    let is_followed = after.is_some_and(|after| after.starts_with('&'));
    let pair = before.and_then(|before| before.strip_suffix('=')?.strip_suffix(&*place.name));
    match pair.filter(|_| !place.name.is_empty()) {
        // The sign before the pair goes with it, or the one behind it where it is the first.
        Some(before) if before.ends_with('&') || (before.ends_with('?') && !is_followed) => {
            Edit::delete(Span::new(before.len() as u32 - 1, span.end))
        }
        Some(before) if before.ends_with('?') => Edit::delete(Span::new(before.len() as u32, span.end + 1)),
        _ => Edit::replace(span, "..."),
    }
}

/// A field without a value has to be shown.
fn is_hiding(member: Member<'_>) -> bool {
    member.is("x-ntx-visibility") && member.value().is_str("internal")
}
