//! From questions to answers, whose places are counted anew.

use super::{
    Candidate, Conversion, Converted, ConverterRequest as Request, ConverterResponse as Response, Inserted, Remark,
    Sampled, Share, Source,
};
use crate::convert::sample::{self, Body};
use crate::convert::{self, Refused, create, pick, split};
use crate::text::secret::masked;
use crate::text::{Gather, Utf16};
use crate::wire;

/// What the converter's worker answers.
pub fn answer(request: Request) -> Response {
    match request {
        Request::Convert { id, text, all_ways } => Response::Converted { id, conversion: conversion(&text, all_ways) },
        Request::List { id, text } => Response::Listed { id, operations: candidates(&text) },
        Request::Pick { id, text, wanted } => {
            let wanted: Vec<usize> = wanted.into_iter().map(|position| position as usize).gathered();
            let picked = pick::pick(&text, &wanted);
            Response::Picked {
                id,
                edits: wire::edits(&picked.edits, &Utf16::new(&text)),
                needed: picked.needed.into_iter().map(|position| position as u32).gathered(),
                shared: picked.shared as u32,
            }
        }
        Request::Split { id, text } => Response::Split { id, shares: shares(&text) },
        Request::Schema { id, samples } => Response::Schema { id, sampled: sampled(&samples) },
        Request::Insert { id, text, operation, status, samples } => {
            let body = status.map_or(Body::Request, Body::Response);
            Response::Inserted { id, inserted: inserted(&text, operation as usize, &body, &samples) }
        }
        Request::Create { id, form } => Response::Created { id, created: create::create(&form) },
        Request::Providers { id } => Response::Providers { id, providers: create::providers() },
    }
}

fn conversion(text: &str, all_ways: bool) -> Conversion {
    let convert = if all_ways { convert::convert_with_all_ways_to_sign_in } else { convert::convert };
    let original = Utf16::new(text);
    let (source, converted) = match convert(text) {
        Ok(converted) => converted,
        Err(Refused::AlreadyThere) => return Conversion::AlreadyThere,
        Err(Refused::Unknown) => return Conversion::Unknown,
        Err(Refused::Broken(broken)) => {
            let wire::Range { from, to } = wire::range(broken.span, &original);
            return Conversion::Broken { message: broken.message, from, to };
        }
    };
    let result = Utf16::new(&converted.text);
    let mut places = Vec::with_capacity(4 * converted.places.iter().len());
    for place in converted.places.iter() {
        for (span, units) in [(place.span, &result), (place.origin, &original)] {
            places.extend([units.offset(span.start), units.offset(span.end)]);
        }
    }
    let remarks = converted.remarks.into_iter().map(|found| remark(found, &original, &result)).gathered();
    let source = match source {
        convert::Source::OpenApi3 => Source::OpenApi3,
        convert::Source::OpenApi2InYaml => Source::OpenApi2InYaml,
        convert::Source::Postman => Source::Postman,
    };
    Conversion::Done(Converted { source, text: converted.text, remarks, places })
}

fn remark(remark: convert::Remark, original: &Utf16<'_>, result: &Utf16<'_>) -> Remark {
    Remark {
        kind: remark.kind,
        message: remark.message,
        because: remark.because,
        origin: wire::range(remark.origin, original),
        path: remark.path,
        place: remark.span.map(|span| wire::range(span, result)),
        pointer: remark.pointer,
    }
}

fn candidates(text: &str) -> Vec<Candidate> {
    let units = Utf16::new(text);
    let candidate = |found: pick::Candidate| Candidate {
        method: found.method,
        path: shown(&found.path),
        operation_id: shown(&found.id),
        label: shown(&found.summary),
        tags: found.tags.iter().map(|tag| shown(tag)).gathered(),
        is_deprecated: found.is_deprecated,
        from: units.offset(found.span.start),
        to: units.offset(found.span.end),
    };
    pick::candidates(text).into_iter().map(candidate).gathered()
}

/// The text as it is shown outside the editor: without the secrets in it.
fn shown(text: &str) -> String {
    masked(text).into_owned()
}

fn shares(text: &str) -> Vec<Share> {
    let share = |found: split::Share| Share {
        security: found.security,
        operations: found.operations as u32,
        text: found.edits.apply(text),
    };
    split::split(text).into_iter().map(share).gathered()
}

fn sampled(samples: &[String]) -> Sampled {
    match sample::schema_of(&borrowed(samples)) {
        Ok(schema) => {
            let remarks = on_samples(schema.remarks, samples, &Utf16::new(&schema.text));
            Sampled::Done { text: schema.text, definitions: schema.definitions.len() as u32, remarks }
        }
        Err(found) => Sampled::NoSample { position: found.position as u32 },
    }
}

fn inserted(text: &str, operation: usize, body: &Body, samples: &[String]) -> Inserted {
    match sample::insert(text, operation, body, &borrowed(samples)) {
        Ok(Some((edits, remarks))) => {
            let units = Utf16::new(text);
            // The schema stands in an edit: its own places say nothing of the text.
            let remarks = on_samples(remarks, samples, &Utf16::new(""));
            Inserted::Done { edits: wire::edits(&edits, &units), remarks }
        }
        Ok(None) => Inserted::NoOperation,
        Err(found) => Inserted::NoSample { position: found.position as u32 },
    }
}

/// The remarks with the places that they have in a sample: the first of them, since which one they are about is not said.
fn on_samples(remarks: Vec<convert::Remark>, samples: &[String], result: &Utf16<'_>) -> Vec<Remark> {
    let original = Utf16::new(samples.first().map_or("", String::as_str));
    remarks.into_iter().map(|found| remark(found, &original, result)).gathered()
}

fn borrowed(texts: &[String]) -> Vec<&str> {
    texts.iter().map(String::as_str).gathered()
}
