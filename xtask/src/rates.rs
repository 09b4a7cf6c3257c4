//! The table of every national figure: its periods, values, statuses and the age of each check.
//!
//! It reads `src/rates` as build.rs does, with the same refusals. Used by `cargo xtask rates`.

use std::collections::BTreeMap;
use std::path::Path;
use std::time::{SystemTime, UNIX_EPOCH};

use anyhow::{Result, anyhow};

pub use crate::later::figures;
use figures::{Day, Figure, Period};

pub const FOLDER: &str = "src/rates";

const HEADINGS: [&str; 9] =
    ["area", "figure", "unit", "from", "until", "value", "status", "checked", "age, then the source"];
/// Numbers stand on the right of their column.
const VALUE: usize = 5;

/// Prints the table, then the counts of each status.
pub fn print(root: &Path) -> Result<()> {
    let figures = figures::read(&root.join(FOLDER)).map_err(|error| anyhow!("{error}"))?;
    print!("{}", table(&figures, today()?)?);
    Ok(())
}

/// The whole of what is printed, for a day.
pub fn table(figures: &[Figure], today: i64) -> Result<String> {
    let mut rows = vec![HEADINGS.map(String::from)];
    let mut counts: BTreeMap<(&str, &str), usize> = BTreeMap::new();
    for figure in figures {
        for period in &figure.period {
            rows.push(row(figure, period, today)?);
            for area in ["all areas", &figure.area] {
                *counts.entry((area, status(period))).or_default() += 1;
            }
        }
    }
    let widths: [usize; HEADINGS.len()] =
        std::array::from_fn(|column| rows.iter().map(|row| row[column].chars().count()).max().unwrap_or(0));
    let mut out = String::new();
    for row in &rows {
        let cells = row.iter().zip(widths).enumerate().map(|(column, (cell, width))| match column {
            VALUE => format!("{cell:>width$}"),
            _ => format!("{cell:<width$}"),
        });
        out.push_str(cells.collect::<Vec<_>>().join("  ").trim_end());
        out.push('\n');
    }
    out.push_str(&format!("\n{} figures, {} periods\n", figures.len(), rows.len() - 1));
    for ((area, status), count) in counts {
        out.push_str(&format!("{count:>6}  {area}, {status}\n"));
    }
    Ok(out)
}

fn row(figure: &Figure, period: &Period, today: i64) -> Result<[String; HEADINGS.len()]> {
    let (checked, last) = match (&period.source, &period.unconfirmed) {
        (Some(source), _) => {
            let checked = figures::day(&source.checked).map_err(|why| anyhow!(why))?;
            let age = today - days(checked);
            (source.checked.clone(), format!("{age} days  {}", source.title))
        }
        (None, reason) => (String::new(), format!("unconfirmed: {}", reason.as_deref().unwrap_or_default())),
    };
    Ok([
        figure.area.clone(),
        figure.name.clone(),
        figure.unit.clone(),
        period.from.clone(),
        period.until.clone().unwrap_or_default(),
        period.value.clone().unwrap_or_default(),
        status(period).into(),
        checked,
        last,
    ])
}

fn status(period: &Period) -> &str {
    period.source.as_ref().map_or("unconfirmed", |source| &source.status)
}

/// Days since 1 January 1970, by the system's clock.
fn today() -> Result<i64> {
    Ok(i64::try_from(SystemTime::now().duration_since(UNIX_EPOCH)?.as_secs() / 86_400)?)
}

/// Days since 1 January 1970. Years are counted from March, so that a leap day ends its year.
pub fn days((year, month, day): Day) -> i64 {
    let (year, month, day) = (i64::from(year), i64::from(month), i64::from(day));
    let (year, month) = if month > 2 { (year, month - 3) } else { (year - 1, month + 9) };
    365 * year + year / 4 - year / 100 + year / 400 + (153 * month + 2) / 5 + day - 719_469
}
