//! Reports for the page.

use std::io;

use serde::Serialize;
use wasm_bindgen::prelude::*;

use crate::report::{Checked, Csv, Facts, Html, Line, Markdown, Reporter, sarif_log};
use crate::wire::{ConversionNote, ConvertedFrom, ReportFormat, WantedReport};

/// Reads what the page wants.
pub(super) fn wanted(message: &JsValue) -> Result<WantedReport, JsValue> {
    let field = |name: &str| js_sys::Reflect::get(message, &name.into());
    let text = |name: &str| text_of(message, name);
    let format = match text("format")?.as_str() {
        "markdown" => ReportFormat::Markdown,
        "html" => ReportFormat::Html,
        "csv" => ReportFormat::Csv,
        "json" => ReportFormat::Json,
        "sarif" => ReportFormat::Sarif,
        _ => return Err(JsError::new("this is no format of reports").into()),
    };
    Ok(WantedReport {
        format,
        file: text("file")?,
        sha256: text("sha256")?,
        when: text("when")?,
        fixed: super::items(&field("fixed")?, |title| Ok(title.as_string().unwrap_or_default()))?,
        ignored: super::ignored(&field("ignored")?)?,
        conversion: conversion(&field("conversion")?)?,
    })
}

/// Nothing where `message` is nothing.
fn conversion(message: &JsValue) -> Result<Option<ConvertedFrom>, JsValue> {
    if !message.is_object() {
        return Ok(None);
    }
    let source = text_of(message, "source")?;
    let notes = super::items(&js_sys::Reflect::get(message, &"notes".into())?, |note| {
        Ok(ConversionNote {
            kind: text_of(note, "kind")?,
            message: text_of(note, "message")?,
            because: text_of(note, "because")?,
            places: super::items(&js_sys::Reflect::get(note, &"places".into())?, |place| {
                Ok(place.as_string().unwrap_or_default())
            })?,
        })
    })?;
    Ok(Some(ConvertedFrom { source, notes }))
}

fn text_of(message: &JsValue, name: &str) -> Result<String, JsValue> {
    Ok(js_sys::Reflect::get(message, &name.into())?.as_string().unwrap_or_default())
}

/// The report on `text`. JSON is written by the browser, which has to bring no code for it.
pub(super) fn report(text: &str, wanted: WantedReport) -> Result<String, JsValue> {
    let WantedReport { format, file, sha256, when, fixed, ignored, conversion } = wanted;
    let conversion = conversion.map(Into::into);
    let facts = Facts { sha256, when, fixed, ignored, conversion };
    let checked = Checked { file: &file, text, report: &crate::check(text), facts: &facts };
    let mut out = Vec::new();
    match format {
        ReportFormat::Markdown => write(&checked, &mut Markdown::new(&mut out)),
        ReportFormat::Html => write(&checked, &mut Html::new(&mut out)),
        ReportFormat::Csv => write(&checked, &mut Csv::new(&mut out)),
        ReportFormat::Json => return stringify(&Line::new(&checked)),
        ReportFormat::Sarif => return stringify(&sarif_log(&checked)),
    }
    .map_err(|_| JsError::new("the report cannot be written"))?;
    Ok(String::from_utf8_lossy(&out).into_owned())
}

fn write(checked: &Checked<'_>, reporter: &mut dyn Reporter) -> io::Result<()> {
    reporter.checked(checked)?;
    reporter.finish()
}

fn stringify(value: &impl Serialize) -> Result<String, JsValue> {
    let value = value.serialize(&serde_wasm_bindgen::Serializer::json_compatible())?;
    let text = js_sys::JSON::stringify_with_replacer_and_space(&value, &JsValue::NULL, &JsValue::from(2))?;
    Ok(format!("{}\n", String::from(text)))
}
