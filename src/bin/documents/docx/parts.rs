//! The parts of a .docx that are the same in every file, but for its title and language: what kinds of part
//! there are and how they hang together, the styles, how lists are marked, the settings.
//! It writes no word that anybody reads but the title and the names of styles, which Word translates.

use std::io::Result;

use super::super::xml::Xml;
use super::NAMESPACES;

const TYPES: &str = "http://schemas.openxmlformats.org/package/2006/content-types";
const OF_PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006/";
const OF_DOCUMENT: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
const OF_WORD: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.";

pub fn types() -> Result<Vec<u8>> {
    let parts = ["document.main", "styles", "numbering", "settings", "footer"]
        .map(|kind| format!("{OF_WORD}{kind}+xml"));
    let names = [
        "/word/document.xml",
        "/word/styles.xml",
        "/word/numbering.xml",
        "/word/settings.xml",
        "/word/footer1.xml",
    ];
    let core = "application/vnd.openxmlformats-package.core-properties+xml";
    let relations = "application/vnd.openxmlformats-package.relationships+xml";
    let mut xml = Xml::new()?;
    xml.element("Types", &[("xmlns", TYPES)], |xml| {
        xml.empty("Default", &[("Extension", "rels"), ("ContentType", relations)])?;
        xml.empty("Default", &[("Extension", "xml"), ("ContentType", "application/xml")])?;
        let parts = names.into_iter().zip(parts.iter().map(String::as_str));
        for (name, kind) in parts.chain([("/docProps/core.xml", core)]) {
            xml.empty("Override", &[("PartName", name), ("ContentType", kind)])?;
        }
        Ok(())
    })?;
    Ok(xml.into_bytes())
}

pub fn relations_of_file() -> Result<Vec<u8>> {
    relations(&[
        ("rDocument", &format!("{OF_DOCUMENT}officeDocument"), "word/document.xml"),
        ("rCore", &format!("{OF_PACKAGE}relationships/metadata/core-properties"), "docProps/core.xml"),
    ])
}

pub fn relations_of_document() -> Result<Vec<u8>> {
    let kinds = ["styles", "numbering", "settings", "footer"].map(|kind| format!("{OF_DOCUMENT}{kind}"));
    let [styles, numbering, settings, footer] = &kinds;
    relations(&[
        ("rStyles", styles, "styles.xml"),
        ("rNumbering", numbering, "numbering.xml"),
        ("rSettings", settings, "settings.xml"),
        ("rFooter", footer, "footer1.xml"),
    ])
}

fn relations(all: &[(&str, &str, &str)]) -> Result<Vec<u8>> {
    let mut xml = Xml::new()?;
    xml.element("Relationships", &[("xmlns", &format!("{OF_PACKAGE}relationships"))], |xml| {
        all.iter().try_for_each(|(id, kind, target)| {
            xml.empty("Relationship", &[("Id", id), ("Type", kind), ("Target", target)])
        })
    })?;
    Ok(xml.into_bytes())
}

pub fn properties(title: &str, language: &str) -> Result<Vec<u8>> {
    let core = format!("{OF_PACKAGE}metadata/core-properties");
    let spaces = [("xmlns:cp", core.as_str()), ("xmlns:dc", "http://purl.org/dc/elements/1.1/")];
    let mut xml = Xml::new()?;
    xml.element("cp:coreProperties", &spaces, |xml| {
        xml.text("dc:title", &[], title)?;
        xml.text("dc:language", &[], language)
    })?;
    Ok(xml.into_bytes())
}

pub fn settings(language: &str) -> Result<Vec<u8>> {
    let mut xml = Xml::new()?;
    xml.element("w:settings", &NAMESPACES, |xml| {
        xml.value("w:defaultTabStop", "720")?;
        xml.value("w:characterSpacingControl", "doNotCompress")?;
        xml.element("w:compat", &[], |xml| {
            // Without this Word opens the file as one of Word 2007.
            let uri = "http://schemas.microsoft.com/office/word";
            let mode = [("w:name", "compatibilityMode"), ("w:uri", uri), ("w:val", "15")];
            xml.empty("w:compatSetting", &mode)
        })?;
        xml.value("w:themeFontLang", language)
    })?;
    Ok(xml.into_bytes())
}

/// One kind of list, with a bullet.
pub fn numbering() -> Result<Vec<u8>> {
    let mut xml = Xml::new()?;
    xml.element("w:numbering", &NAMESPACES, |xml| {
        xml.element("w:abstractNum", &[("w:abstractNumId", "0")], |xml| {
            xml.value("w:multiLevelType", "hybridMultilevel")?;
            xml.element("w:lvl", &[("w:ilvl", "0")], |xml| {
                xml.value("w:start", "1")?;
                xml.value("w:numFmt", "bullet")?;
                xml.value("w:pStyle", "ListBullet")?;
                xml.value("w:lvlText", "\u{2022}")?;
                xml.value("w:lvlJc", "left")?;
                xml.element("w:pPr", &[], |xml| {
                    xml.empty("w:ind", &[("w:left", "425"), ("w:hanging", "425")])
                })
            })
        })?;
        xml.element("w:num", &[("w:numId", "1")], |xml| xml.value("w:abstractNumId", "0"))
    })?;
    Ok(xml.into_bytes())
}

/// How one kind of paragraph looks. Sizes are half points, spaces twentieths of a point.
#[derive(Clone, Copy)]
struct Look {
    id: &'static str,
    name: &'static str,
    size: &'static str,
    is_bold: bool,
    space: [&'static str; 2],
    indent: &'static str,
    /// Its depth among the headings, from nought.
    outline: Option<&'static str>,
    keeps_next: bool,
    more: More,
}

#[derive(Clone, Copy, PartialEq)]
enum More {
    Nothing,
    List,
    /// A bar at the side, as beside a quote.
    Bar,
    /// A line below each paragraph, to write on.
    Line,
}

const TEXT: Look = Look {
    id: "Normal",
    name: "Normal",
    size: "24",
    is_bold: false,
    space: ["80", "120"],
    indent: "0",
    outline: None,
    keeps_next: false,
    more: More::Nothing,
};

const fn heading(id: &'static str, name: &'static str, size: &'static str, level: &'static str) -> Look {
    Look {
        id,
        name,
        size,
        is_bold: true,
        space: ["280", "100"],
        outline: Some(level),
        keeps_next: true,
        ..TEXT
    }
}

const LOOKS: [Look; 14] = [
    TEXT,
    heading("Heading1", "heading 1", "40", "0"),
    heading("Heading2", "heading 2", "32", "1"),
    heading("Heading3", "heading 3", "26", "2"),
    Look { id: "Small", name: "Small text", size: "20", ..TEXT },
    Look {
        id: "Quote",
        name: "Quote",
        size: "26",
        space: ["120", "0"],
        indent: "284",
        keeps_next: true,
        more: More::Bar,
        ..TEXT
    },
    Look {
        id: "QuoteBy",
        name: "Quote by",
        size: "20",
        space: ["0", "160"],
        indent: "284",
        more: More::Bar,
        ..TEXT
    },
    Look { id: "ListBullet", name: "List Bullet", space: ["0", "60"], more: More::List, ..TEXT },
    Look { id: "Pair", name: "Question and answer", ..TEXT },
    Look { id: "Caption", name: "caption", is_bold: true, space: ["200", "80"], keeps_next: true, ..TEXT },
    Look { id: "TableHead", name: "Table heading", size: "22", is_bold: true, space: ["40", "40"], ..TEXT },
    Look { id: "TableText", name: "Table text", size: "22", space: ["40", "40"], ..TEXT },
    Look { id: "LinesLabel", name: "Lines label", is_bold: true, keeps_next: true, ..TEXT },
    Look { id: "Lines", name: "Lines to write on", size: "32", space: ["0", "0"], more: More::Line, ..TEXT },
];
const FOOTER: Look = Look { id: "Footer", name: "footer", size: "18", space: ["0", "0"], ..TEXT };

pub fn styles(language: &str) -> Result<Vec<u8>> {
    let mut xml = Xml::new()?;
    xml.element("w:styles", &NAMESPACES, |xml| {
        xml.element("w:docDefaults", &[], |xml| {
            xml.element("w:rPrDefault", &[], |xml| {
                xml.element("w:rPr", &[], |xml| {
                    let font = ["w:ascii", "w:hAnsi", "w:eastAsia", "w:cs"].map(|of| (of, "Arial"));
                    xml.empty("w:rFonts", &font)?;
                    xml.value("w:sz", TEXT.size)?;
                    xml.value("w:szCs", TEXT.size)?;
                    xml.empty("w:lang", &[("w:val", language), ("w:eastAsia", language)])
                })
            })?;
            xml.element("w:pPrDefault", &[], |xml| {
                let lines = [("w:line", "259"), ("w:lineRule", "auto")];
                xml.element("w:pPr", &[], |xml| xml.empty("w:spacing", &lines))
            })
        })?;
        LOOKS.iter().chain([&FOOTER]).try_for_each(|look| style(xml, look))?;
        xml.element("w:style", &[("w:type", "character"), ("w:styleId", "Strong")], |xml| {
            xml.value("w:name", "Strong")?;
            xml.empty("w:qFormat", &[])?;
            xml.element("w:rPr", &[], |xml| xml.empty("w:b", &[]))
        })?;
        table_style(xml)
    })?;
    Ok(xml.into_bytes())
}

/// The order of what is inside is the schema's.
fn style(xml: &mut Xml, look: &Look) -> Result<()> {
    let is_text = look.id == TEXT.id;
    let mut attributes = vec![("w:type", "paragraph"), ("w:styleId", look.id)];
    attributes.extend(is_text.then_some(("w:default", "1")));
    xml.element("w:style", &attributes, |xml| {
        xml.value("w:name", look.name)?;
        if !is_text {
            xml.value("w:basedOn", TEXT.id)?;
        }
        if look.outline.is_some() {
            xml.value("w:next", TEXT.id)?;
        }
        xml.empty("w:qFormat", &[])?;
        xml.element("w:pPr", &[], |xml| {
            if look.keeps_next {
                xml.empty("w:keepNext", &[])?;
            }
            if look.outline.is_some() || look.id == "Pair" {
                xml.empty("w:keepLines", &[])?;
            }
            match look.more {
                More::Nothing => {}
                More::List => xml.element("w:numPr", &[], |xml| xml.value("w:numId", "1"))?,
                More::Bar => borders(xml, "w:pBdr", &["w:left"], "24", "8")?,
                More::Line => borders(xml, "w:pBdr", &["w:bottom", "w:between"], "4", "1")?,
            }
            let [before, after] = look.space;
            xml.empty("w:spacing", &[("w:before", before), ("w:after", after)])?;
            if look.indent != TEXT.indent {
                xml.empty("w:ind", &[("w:left", look.indent)])?;
            }
            look.outline.map_or(Ok(()), |level| xml.value("w:outlineLvl", level))
        })?;
        xml.element("w:rPr", &[], |xml| {
            if look.is_bold {
                xml.empty("w:b", &[])?;
                xml.empty("w:bCs", &[])?;
            }
            xml.value("w:sz", look.size)?;
            xml.value("w:szCs", look.size)
        })
    })
}

fn table_style(xml: &mut Xml) -> Result<()> {
    xml.element("w:style", &[("w:type", "table"), ("w:styleId", "TableGrid")], |xml| {
        xml.value("w:name", "Table Grid")?;
        xml.empty("w:qFormat", &[])?;
        xml.element("w:tblPr", &[], |xml| {
            let sides = ["w:top", "w:left", "w:bottom", "w:right", "w:insideH", "w:insideV"];
            borders(xml, "w:tblBorders", &sides, "4", "0")?;
            xml.element("w:tblCellMar", &[], |xml| {
                ["w:left", "w:right"]
                    .into_iter()
                    .try_for_each(|side| xml.empty(side, &[("w:w", "108"), ("w:type", "dxa")]))
            })
        })
    })
}

fn borders(xml: &mut Xml, name: &str, sides: &[&str], size: &str, space: &str) -> Result<()> {
    xml.element(name, &[], |xml| {
        sides.iter().try_for_each(|side| {
            let look = [("w:val", "single"), ("w:sz", size), ("w:space", space), ("w:color", "6F777B")];
            xml.empty(side, &look)
        })
    })
}
