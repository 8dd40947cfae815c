//! The TypeScript of the border is the one that the Rust types give.

use std::{env, fs, path::Path};

use tsify::Tsify;
use xtension_checker::nintex::summary;
use xtension_checker::text::Span;
use xtension_checker::wire;

#[test]
fn the_types_of_the_page_are_current() {
    let declarations = [
        wire::Request::DECL,
        wire::Response::DECL,
        wire::Report::DECL,
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
        wire::Diagnostic::DECL,
        wire::Severity::DECL,
        wire::Certainty::DECL,
        wire::Safety::DECL,
        wire::Label::DECL,
        wire::Fix::DECL,
        wire::Range::DECL,
        wire::Edit::DECL,
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
