//! A document as plain text, to be pasted into another system.

use super::{Block, Document};

/// Lines of text; headings stand alone, tables go row by row with their columns' names.
pub fn write(document: &Document) -> String {
    let mut lines = Vec::new();
    for block in &document.blocks {
        if !lines.is_empty() {
            lines.push(String::new());
        }
        push(&mut lines, block);
    }
    lines.push(String::new());
    lines.join("\n")
}

fn push(lines: &mut Vec<String>, block: &Block) {
    match block {
        Block::Heading { level: 1, text } => {
            lines.push(text.clone());
            lines.push("=".repeat(text.chars().count()));
        }
        Block::Heading { level: 2, text } => {
            lines.push(text.clone());
            lines.push("-".repeat(text.chars().count()));
        }
        Block::Heading { text, .. } | Block::Paragraph { text } | Block::Small { text } => {
            lines.push(text.clone());
        }
        Block::Words { text, by } => {
            lines.extend(text.lines().map(|line| format!("  {line}")));
            lines.push(format!("  ({by})"));
        }
        Block::List { items } => lines.extend(items.iter().map(|item| format!("* {item}"))),
        Block::Pairs { pairs } => {
            lines.extend(pairs.iter().map(|pair| format!("{}: {}", pair.asked, pair.answer)));
        }
        Block::Table { caption, columns, rows } => {
            lines.push(caption.clone());
            for row in rows {
                let cell = |(at, cell): (usize, &String)| match columns.get(at) {
                    Some(column) if at > 0 => format!("{}: {cell}", column.title),
                    _ => cell.clone(),
                };
                let cells: Vec<String> = row.iter().enumerate().map(cell).collect();
                lines.push(format!("* {}", cells.join("; ")));
            }
        }
        Block::Blank { label, lines: count } => {
            lines.push(label.clone());
            lines.extend(std::iter::repeat_n("_".repeat(40), usize::from(*count)));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::Column;
    use super::*;

    #[test]
    fn a_table_goes_row_by_row_with_the_names_of_its_columns() {
        let column = |title: &str| Column { title: title.into(), is_number: false };
        let blocks = vec![
            Block::Heading { level: 1, text: "Plan".into() },
            Block::Words { text: "one\ntwo".into(), by: "mine".into() },
            Block::Table {
                caption: "Lines".into(),
                columns: vec![column("What"), column("Cost")],
                rows: vec![vec!["Swimming".into(), "£12".into()]],
            },
        ];
        let document = Document { blocks, ..Document::default() };
        let expected = "Plan\n====\n\n  one\n  two\n  (mine)\n\nLines\n* Swimming; Cost: £12\n";
        assert_eq!(write(&document), expected);
    }
}
