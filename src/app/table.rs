//! A table as a text file that any spreadsheet opens.
//! Not here: what stands in it.

/// Rows of cells as comma-separated values (RFC 4180), marked as UTF-8.
///
/// A cell that a spreadsheet would take for a formula gets an apostrophe in front; numbers stay numbers.
/// A short row is filled up with empty cells: careful readers refuse rows of different lengths.
pub fn csv(rows: &[Vec<String>]) -> String {
    let mut text = String::from("\u{feff}");
    let width = rows.iter().map(Vec::len).max().unwrap_or_default();
    for row in rows {
        let mut cells: Vec<String> = row.iter().map(|cell| quoted(cell)).collect();
        cells.resize(width, String::new());
        text.push_str(&cells.join(","));
        text.push_str("\r\n");
    }
    text
}

fn quoted(cell: &str) -> String {
    let cell = if is_formula(cell) { format!("'{cell}") } else { cell.to_owned() };
    if cell.contains([',', '"', '\r', '\n']) { format!("\"{}\"", cell.replace('"', "\"\"")) } else { cell }
}

fn is_formula(cell: &str) -> bool {
    let is_number = cell.trim_start_matches('-').chars().all(|c| c.is_ascii_digit() || c == '.');
    cell.trim_start().starts_with(['=', '+', '-', '@', '\t', '\r']) && !is_number
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_in_a_cell_is_a_formula_and_numbers_stay() {
        let check = |cell: &str, expected: &str| assert_eq!(quoted(cell), expected, "{cell}");
        check("-12.50", "-12.50");
        check("=1+1", "'=1+1");
        check("-cmd", "'-cmd");
        check(" @SUM(A1)", "' @SUM(A1)");
        check("a \"b\", c", "\"a \"\"b\"\", c\"");
        assert_eq!(csv(&[vec!["1".into(), "x,y".into()]]), "\u{feff}1,\"x,y\"\r\n");
    }
}
