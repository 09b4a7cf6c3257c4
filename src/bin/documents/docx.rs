//! A document as a .docx (WordprocessingML, ECMA-376): real headings, lists, tables with repeated header
//! rows, quotes and lines to write on, in styles that a reader can change. No field but the page's number,
//! no address, no date, no name of a maker: nothing is in the file that the document does not hold.
//! Parts that are the same in every file stand in `parts.rs`.

mod parts;

use std::io::{Cursor, Result, Write};

use zip::CompressionMethod;
use zip::write::{SimpleFileOptions, ZipWriter};

use super::model::{Block, Column, Document, Pair};
use super::xml::{Xml, clean};
use super::{Error, MOST_BYTES};

const NAMESPACES: [(&str, &str); 2] = [
    ("xmlns:w", "http://schemas.openxmlformats.org/wordprocessingml/2006/main"),
    ("xmlns:r", "http://schemas.openxmlformats.org/officeDocument/2006/relationships"),
];
/// A4 with margins of 17 mm, in twentieths of a point, and the width that is left for text.
const PAGE: [(&str, &str); 2] = [("w:w", "11906"), ("w:h", "16838")];
const MARGIN: &str = "964";
const TEXT_WIDTH: usize = 11_906 - 2 * 964;
const KEEP_SPACES: [(&str, &str); 1] = [("xml:space", "preserve")];

/// The file's bytes.
pub fn write(document: &Document) -> std::result::Result<Vec<u8>, Error> {
    let file = file(document).map_err(|_| Error::NotWritten)?;
    if file.len() > MOST_BYTES { Err(Error::TooLarge) } else { Ok(file) }
}

fn file(document: &Document) -> Result<Vec<u8>> {
    let language = language(&document.language);
    let contents: [(&str, Vec<u8>); 9] = [
        ("[Content_Types].xml", parts::types()?),
        ("_rels/.rels", parts::relations_of_file()?),
        ("docProps/core.xml", parts::properties(&clean(&document.title), language)?),
        ("word/document.xml", body(document)?),
        ("word/_rels/document.xml.rels", parts::relations_of_document()?),
        ("word/styles.xml", parts::styles(language)?),
        ("word/numbering.xml", parts::numbering()?),
        ("word/settings.xml", parts::settings(language)?),
        ("word/footer1.xml", footer(&document.footer)?),
    ];
    // Stored as it is: a sheet is small, and a compressor would double this program.
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in contents {
        zip.start_file(name, options)?;
        zip.write_all(&content)?;
    }
    Ok(zip.finish()?.into_inner())
}

/// A language tag can hold only these; anything else is ours.
fn language(tag: &str) -> &str {
    let fits =
        (2..=35).contains(&tag.len()) && tag.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
    if fits { tag } else { "en-GB" }
}

fn body(document: &Document) -> Result<Vec<u8>> {
    let mut xml = Xml::new()?;
    xml.element("w:document", &NAMESPACES, |xml| {
        xml.element("w:body", &[], |xml| {
            for block in &document.blocks {
                write_block(xml, block)?;
            }
            // A table may not be the last thing in a body.
            if matches!(document.blocks.last(), None | Some(Block::Table { .. })) {
                paragraph(xml, "Small", "")?;
            }
            xml.element("w:sectPr", &[], |xml| {
                xml.empty("w:footerReference", &[("w:type", "default"), ("r:id", "rFooter")])?;
                xml.empty("w:pgSz", &PAGE)?;
                let sides = ["w:top", "w:right", "w:bottom", "w:left", "w:header", "w:footer"];
                let margins = sides.map(|side| (side, MARGIN));
                xml.empty("w:pgMar", &[&margins[..], &[("w:gutter", "0")]].concat())
            })
        })
    })?;
    Ok(xml.into_bytes())
}

fn write_block(xml: &mut Xml, block: &Block) -> Result<()> {
    match block {
        Block::Heading { level, text } => {
            let style = ["Heading1", "Heading2", "Heading3"][usize::from((*level).clamp(1, 3)) - 1];
            paragraph(xml, style, text)
        }
        Block::Paragraph { text } => paragraph(xml, "Normal", text),
        Block::Small { text } => paragraph(xml, "Small", text),
        Block::Words { text, by } => {
            paragraph(xml, "Quote", text)?;
            paragraph(xml, "QuoteBy", by)
        }
        Block::List { items } => items.iter().try_for_each(|item| paragraph(xml, "ListBullet", item)),
        Block::Pairs { pairs } => pairs.iter().try_for_each(|pair| write_pair(xml, pair)),
        Block::Table { caption, columns, rows } => {
            paragraph(xml, "Caption", caption)?;
            table(xml, columns, rows)
        }
        Block::Blank { label, lines } => {
            paragraph(xml, "LinesLabel", label)?;
            (0..*lines).try_for_each(|_| paragraph(xml, "Lines", ""))
        }
    }
}

fn paragraph(xml: &mut Xml, style: &str, text: &str) -> Result<()> {
    xml.element("w:p", &[], |xml| {
        xml.element("w:pPr", &[], |xml| xml.value("w:pStyle", style))?;
        run(xml, text, false)
    })
}

/// What was asked, and the answer below it.
fn write_pair(xml: &mut Xml, pair: &Pair) -> Result<()> {
    xml.element("w:p", &[], |xml| {
        xml.element("w:pPr", &[], |xml| xml.value("w:pStyle", "Pair"))?;
        run(xml, &pair.asked, true)?;
        xml.element("w:r", &[], |xml| xml.empty("w:br", &[]))?;
        run(xml, &pair.answer, false)
    })
}

/// Words in a paragraph. Their line breaks and tabs are kept.
fn run(xml: &mut Xml, text: &str, is_strong: bool) -> Result<()> {
    let text = clean(text);
    if text.is_empty() {
        return Ok(());
    }
    xml.element("w:r", &[], |xml| {
        if is_strong {
            xml.element("w:rPr", &[], |xml| xml.value("w:rStyle", "Strong"))?;
        }
        for (at, line) in text.split('\n').enumerate() {
            if at > 0 {
                xml.empty("w:br", &[])?;
            }
            for (at, part) in line.split('\t').enumerate() {
                if at > 0 {
                    xml.empty("w:tab", &[])?;
                }
                if !part.is_empty() {
                    xml.text("w:t", &KEEP_SPACES, part)?;
                }
            }
        }
        Ok(())
    })
}

fn table(xml: &mut Xml, columns: &[Column], rows: &[Vec<String>]) -> Result<()> {
    let count = rows.iter().map(Vec::len).chain([columns.len()]).max().unwrap_or(0);
    if count == 0 {
        return Ok(());
    }
    let width = (TEXT_WIDTH / count).to_string();
    let titles: Vec<String> = columns.iter().map(|column| column.title.clone()).collect();
    xml.element("w:tbl", &[], |xml| {
        xml.element("w:tblPr", &[], |xml| {
            xml.value("w:tblStyle", "TableGrid")?;
            xml.empty("w:tblW", &[("w:w", "5000"), ("w:type", "pct")])?;
            xml.empty("w:tblLook", &[("w:val", "04A0"), ("w:firstRow", "1"), ("w:firstColumn", "1")])
        })?;
        xml.element("w:tblGrid", &[], |xml| {
            (0..count).try_for_each(|_| xml.empty("w:gridCol", &[("w:w", &width)]))
        })?;
        let mut row = |cells: &[String], is_head: bool| {
            xml.element("w:tr", &[], |xml| {
                xml.element("w:trPr", &[], |xml| {
                    xml.empty("w:cantSplit", &[])?;
                    if is_head { xml.empty("w:tblHeader", &[]) } else { Ok(()) }
                })?;
                (0..count).try_for_each(|at| {
                    let is_number = columns.get(at).is_some_and(|column| column.is_number);
                    let text = cells.get(at).map(String::as_str).unwrap_or_default();
                    cell(xml, text, &width, is_head, is_number)
                })
            })
        };
        row(&titles, true)?;
        rows.iter().try_for_each(|cells| row(cells, false))
    })
}

fn cell(xml: &mut Xml, text: &str, width: &str, is_head: bool, is_number: bool) -> Result<()> {
    xml.element("w:tc", &[], |xml| {
        xml.element("w:tcPr", &[], |xml| xml.empty("w:tcW", &[("w:w", width), ("w:type", "dxa")]))?;
        xml.element("w:p", &[], |xml| {
            xml.element("w:pPr", &[], |xml| {
                xml.value("w:pStyle", if is_head { "TableHead" } else { "TableText" })?;
                if is_number { xml.value("w:jc", "right") } else { Ok(()) }
            })?;
            run(xml, text, false)
        })
    })
}

/// Stands on every page, with the page's number below it.
fn footer(text: &str) -> Result<Vec<u8>> {
    let mut xml = Xml::new()?;
    xml.element("w:ftr", &NAMESPACES, |xml| {
        paragraph(xml, "Footer", text)?;
        xml.element("w:p", &[], |xml| {
            xml.element("w:pPr", &[], |xml| {
                xml.value("w:pStyle", "Footer")?;
                xml.value("w:jc", "right")
            })?;
            xml.element("w:fldSimple", &[("w:instr", " PAGE ")], |xml| run(xml, "1", false))
        })
    })?;
    Ok(xml.into_bytes())
}
