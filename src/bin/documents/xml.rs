//! Writes one XML part. Text and attributes are escaped, and characters that XML 1.0 forbids, or that could
//! disguise a text, are dropped. It knows no format.

use std::io::Result;

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesEnd, BytesStart, BytesText, Event};

pub struct Xml(Writer<Vec<u8>>);

pub type Attributes<'a> = &'a [(&'a str, &'a str)];

impl Xml {
    pub fn new() -> Result<Self> {
        let mut writer = Writer::new(Vec::new());
        writer.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), Some("yes"))))?;
        Ok(Self(writer))
    }

    pub fn into_bytes(self) -> Vec<u8> {
        self.0.into_inner()
    }

    /// An element with what `inside` writes in it.
    pub fn element(
        &mut self,
        name: &str,
        attributes: Attributes,
        inside: impl FnOnce(&mut Self) -> Result<()>,
    ) -> Result<()> {
        self.0.write_event(Event::Start(start(name, attributes)))?;
        inside(self)?;
        self.0.write_event(Event::End(BytesEnd::new(name)))
    }

    pub fn empty(&mut self, name: &str, attributes: Attributes) -> Result<()> {
        self.0.write_event(Event::Empty(start(name, attributes)))
    }

    /// An element that has one value and nothing in it.
    pub fn value(&mut self, name: &str, value: &str) -> Result<()> {
        self.empty(name, &[("w:val", value)])
    }

    /// An element that holds a text.
    pub fn text(&mut self, name: &str, attributes: Attributes, text: &str) -> Result<()> {
        self.element(name, attributes, |xml| xml.0.write_event(Event::Text(BytesText::new(text))))
    }
}

fn start<'a>(name: &'a str, attributes: Attributes<'a>) -> BytesStart<'a> {
    BytesStart::new(name).with_attributes(attributes.iter().copied())
}

/// The text as a file may hold it. Tabs and line breaks stay.
pub fn clean(text: &str) -> String {
    text.chars().filter(|character| is_kept(*character)).collect()
}

fn is_kept(character: char) -> bool {
    let is_control = character.is_control() && !matches!(character, '\n' | '\t');
    let is_disguise = matches!(character, '\u{feff}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    !is_control && !is_disguise && !matches!(character, '\u{fffe}' | '\u{ffff}')
}
