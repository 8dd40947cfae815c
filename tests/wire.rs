//! The TypeScript of the border is the one that the Rust types give.

use std::{env, fs, path::Path};

use tsify::Tsify;
use xtension_checker::Ignored;
use xtension_checker::convert::{RemarkKind, create};
use xtension_checker::language;
use xtension_checker::nintex::summary;
use xtension_checker::text::Span;
use xtension_checker::wire;
use xtension_checker::wire::convert::{Conversion, ConverterRequest, ConverterResponse, answer};

#[test]
fn the_types_of_the_page_are_current() {
    let declarations = [
        wire::Request::DECL,
        wire::Response::DECL,
        wire::WantedReport::DECL,
        wire::ConvertedFrom::DECL,
        wire::ConversionNote::DECL,
        wire::ReportFormat::DECL,
        Ignored::DECL,
        wire::Report::DECL,
        wire::OtherKind::DECL,
        wire::Offer::DECL,
        summary::Summary::DECL,
        summary::Said::DECL,
        summary::Address::DECL,
        summary::Placeholder::DECL,
        summary::Connection::DECL,
        summary::Authentication::DECL,
        summary::ConnectionField::DECL,
        summary::ConnectionFieldKind::DECL,
        summary::Choice::DECL,
        summary::Wizard::DECL,
        summary::Note::DECL,
        summary::Actions::DECL,
        summary::Action::DECL,
        summary::Asker::DECL,
        summary::Field::DECL,
        summary::Place::DECL,
        summary::FieldKind::DECL,
        Span::DECL,
        language::Outline::DECL,
        language::Entry::DECL,
        language::EntryKind::DECL,
        language::Look::DECL,
        language::Crumb::DECL,
        language::Help::DECL,
        language::Standing::DECL,
        language::Target::DECL,
        language::Completions::DECL,
        language::Completion::DECL,
        language::CompletionKind::DECL,
        wire::Diagnostic::DECL,
        wire::Severity::DECL,
        wire::Certainty::DECL,
        wire::Safety::DECL,
        wire::Explanation::DECL,
        wire::Cause::DECL,
        wire::Label::DECL,
        wire::Fix::DECL,
        wire::Range::DECL,
        wire::Edit::DECL,
        wire::convert::ConverterRequest::DECL,
        wire::convert::ConverterResponse::DECL,
        wire::convert::Conversion::DECL,
        wire::convert::Converted::DECL,
        wire::convert::Source::DECL,
        wire::convert::Remark::DECL,
        RemarkKind::DECL,
        wire::convert::Candidate::DECL,
        wire::convert::Share::DECL,
        wire::convert::Sampled::DECL,
        wire::convert::Inserted::DECL,
        create::Form::DECL,
        create::SignIn::DECL,
        create::KeyPlace::DECL,
        create::OAuth::DECL,
        create::Flow::DECL,
        create::FirstOperation::DECL,
        create::Created::DECL,
        create::Note::DECL,
        create::FormField::DECL,
        create::KnownProvider::DECL,
        create::Site::DECL,
    ];
    let current =
        format!("// Made from crate/src/wire.rs by `UPDATE=1 cargo test wire`.\n\n{}\n", declarations.join("\n\n"));
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../www/src/wire.ts");
    if env::var_os("UPDATE").is_some() {
        fs::write(&file, &current).unwrap();
    }
    let found = fs::read_to_string(&file).unwrap_or_default().replace("\r\n", "\n");
    assert!(found == current, "www/src/wire.ts is stale: run `UPDATE=1 cargo test wire`");
}

#[test]
fn what_is_converted_has_its_places_in_the_units_of_the_page() {
    // Each is four bytes here and two units of UTF-16 there.
    let yaml = "openapi: 3.0.0\ninfo: {title: '\u{1f58b}\u{1f4c4}', version: '1'}\nservers: [{url: https://api.rooms.test}]\npaths:\n  /rooms:\n    get:\n      responses: {200: {description: Rooms}}\n      callbacks: {done: {}}\n";
    let request = ConverterRequest::Convert { id: 1, text: yaml.to_owned(), all_ways: false };
    let ConverterResponse::Converted { id: 1, conversion: Conversion::Done(converted) } = answer(request) else {
        panic!("not converted");
    };
    let units = |text: &str| text.encode_utf16().collect::<Vec<u16>>();
    let (original, result) = (units(yaml), units(&converted.text));
    let of = |text: &[u16], from: u32, to: u32| String::from_utf16(&text[from as usize..to as usize]).unwrap();
    let remark = converted.remarks.iter().find(|remark| remark.message.contains("allback")).unwrap();
    assert!(of(&original, remark.origin.from, remark.origin.to).contains("callbacks"), "{remark:?}");
    let is_led_back = converted
        .places
        .chunks(4)
        .any(|place| of(&result, place[0], place[1]) == "\"/rooms\"" && of(&original, place[2], place[3]) == "/rooms");
    assert!(is_led_back, "{:?}", converted.places);
}

#[test]
fn operations_to_choose_from_show_no_secret() {
    let secret = "ghp_16C7e42F292c6912E7710c838347Ae178B4a";
    let text = format!(
        r#"{{"swagger": "2.0", "paths": {{"/rooms?key={secret}": {{"get": {{"summary": "{secret}", "tags": ["{secret}"]}}}}}}}}"#
    );
    let answer = answer(ConverterRequest::List { id: 1, text });
    let ConverterResponse::Listed { operations, .. } = &answer else { panic!("{answer:?}") };
    assert!(operations[0].path.starts_with("/rooms?key="), "{answer:?}");
    assert!(!format!("{answer:?}").contains(secret), "{answer:?}");
}

#[test]
fn a_message_is_explained_in_the_units_of_the_page() {
    // Each is four bytes here and two units of UTF-16 there.
    let text = include_str!("../www/samples/forum-thread.json").replace("Contract Signing", "\u{1f58b}\u{1f4c4}");
    let explained = wire::explain("header 'Authorization' does not support multiple values", &text);
    let cause = &explained.causes[0];
    assert_eq!(cause.diagnostics[0].rule, "param-authorization-header");
    assert_eq!(cause.diagnostics[0], wire::check(&text).diagnostics[0]);
    assert_eq!((explained.closest.len(), explained.masked), (0, None));

    let explained = wire::explain("Not allowed to execute the request for non permitted hosts.", &text);
    let place = explained.causes[0].places[0];
    let units: Vec<u16> = text.encode_utf16().collect();
    assert_eq!(String::from_utf16(&units[place.from as usize..place.to as usize]).unwrap(), "\"host\"");
}

#[test]
fn a_message_comes_back_without_its_secrets() {
    let explained = wire::explain("401: the token sk_live_9fK2mQ7vTz4LxW8bNc3RyH6pJd1s is not valid", "");
    assert_eq!(explained.causes.len(), 1);
    assert_eq!(explained.masked.as_deref(), Some("401: the token sk_l\u{2026} is not valid"));
    let explained = wire::explain("the header was painted", "");
    assert_eq!((explained.causes.len(), explained.masked), (0, None));
    assert!(!explained.closest.is_empty());
}
