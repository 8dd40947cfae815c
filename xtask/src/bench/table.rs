//! What was measured, for people.

use std::fmt::Write as _;

use crate::Outcome;

/// What one program measured of one document, in the order in which it writes it.
struct Row {
    bytes: u64,
    diagnostics: u64,
    /// Reading the text without checking it: minimum and median, in microseconds.
    read: [f64; 2],
    /// Checking it: minimum and median, in microseconds.
    check: [f64; 2],
}

/// One table of what the programs wrote; each comes with what it is and what it reads the text with.
///
/// # Errors
///
/// Where a line is not one of a measurement.
pub(crate) fn of(measured: &[(&str, &str)]) -> Outcome<String> {
    let mut table = String::from(
        "milliseconds: minimum / median; ratio: check to reading the text\n\n\
         what, read with              bytes  diagnostics               read              check        ratio\n",
    );
    for (what, lines) in measured {
        for line in lines.lines() {
            let row = row(line).ok_or_else(|| format!("this is not a measurement: {line}"))?;
            let _ = writeln!(
                table,
                "{what:<20} {:>13} {:>12} {:>18} {:>18} {:>5.2} / {:.2}",
                row.bytes,
                row.diagnostics,
                milliseconds(row.read),
                milliseconds(row.check),
                row.check[0] / row.read[0],
                row.check[1] / row.read[1],
            );
        }
    }
    Ok(table)
}

fn row(line: &str) -> Option<Row> {
    let mut values = line.split('\t');
    let (bytes, diagnostics) = (values.next()?.parse().ok()?, values.next()?.parse().ok()?);
    let mut pair = || Some([values.next()?.parse().ok()?, values.next()?.parse().ok()?]);
    Some(Row { bytes, diagnostics, read: pair()?, check: pair()? })
}

fn milliseconds([minimum, median]: [f64; 2]) -> String {
    format!("{:.3} / {:.3}", minimum / 1000.0, median / 1000.0)
}

#[cfg(test)]
mod tests {
    use super::of;

    #[test]
    fn the_ratio_is_that_of_checking_to_reading() {
        let table = of(&[("wasm", "6000\t1\t10.0\t20.0\t25.0\t60.0\n")]).unwrap();
        assert!(table.contains("2.50 / 3.00"), "{table}");
    }

    #[test]
    fn what_is_not_a_measurement_is_shown() {
        assert!(of(&[("wasm", "out of memory")]).is_err_and(|error| error.contains("out of memory")));
    }
}
