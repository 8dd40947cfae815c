//! Reports that people keep and programs read.

use xtension_checker::check;
use xtension_checker::report::{Checked, Csv, Facts, Html, Json, Markdown, Reporter, Sarif, Text};

use super::twice;

/// Each report can be written, is UTF-8, and has none of the text's secrets in it; those for programs are sound JSON, and
/// what HTML holds of the text is text.
pub(crate) fn reports(text: &str) {
    let report = check(text);
    let facts = Facts::default();
    let checked = Checked { file: "document.json", text, report: &report, facts: &facts };
    let secrets: Vec<&str> = report.secrets.iter().map(|span| span.of(text)).collect();
    for (name, make) in FORMATS {
        let written = twice(|| written(&checked, make));
        let found = secrets.iter().find(|secret| written.contains(**secret));
        assert!(found.is_none(), "{name} tells a secret of {text:?}: {found:?}");
        match name {
            "json" | "sarif" => {
                serde_json::from_str::<serde_json::Value>(&written).unwrap();
            }
            "html" => assert!(!written.contains("<script"), "{text:?}\n\n{written}"),
            _ => {}
        }
    }
}

type Make = fn(&mut Vec<u8>) -> Box<dyn Reporter + '_>;

const FORMATS: [(&str, Make); 6] = [
    ("text", |out| Box::new(Text::new(out, false))),
    ("json", |out| Box::new(Json::new(out))),
    ("sarif", |out| Box::new(Sarif::new(out))),
    ("markdown", |out| Box::new(Markdown::new(out))),
    ("html", |out| Box::new(Html::new(out))),
    ("csv", |out| Box::new(Csv::new(out))),
];

fn written(checked: &Checked<'_>, make: Make) -> String {
    let mut out = Vec::new();
    {
        let mut reporter = make(&mut out);
        reporter.checked(checked).unwrap();
        reporter.finish().unwrap();
    }
    String::from_utf8(out).unwrap()
}
