//! Writes into the bundled index.html what Trunk cannot: the words, the first program's integrity, and the
//! names and integrities of the files that come after it: the whole planner, the later file and the workers.
//!
//! Words stand in www/index.html as `{{message-id}}`; they are the plain messages (no arguments, no
//! choices) of src/text/en/*.ftl. Used by the bundle only; the app's own messages go through build.rs.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, anyhow, bail};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};
use sha2::{Digest, Sha256, Sha384};

use crate::headers::{OUTER, PAGE_POLICY};
use crate::links::OPENED;

pub type Messages = BTreeMap<String, String>;

/// What the page names besides messages.
pub struct Files<'a> {
    /// The first program's wasm.
    pub first: &'a [u8],
    /// The whole planner's wasm, and the script that starts it.
    pub whole: &'a [u8],
    pub whole_js: &'a [u8],
    pub later: &'a [u8],
    /// The simulation's wasm, and the script that runs it beside the page.
    pub simulation: &'a [u8],
    pub simulation_worker: &'a [u8],
    /// The same of documents.
    pub documents: &'a [u8],
    pub documents_worker: &'a [u8],
}

impl Files<'_> {
    /// The files that Trunk does not know, by their names. A name changes with the content.
    pub fn background(&self) -> [(&'static str, String, &[u8]); 7] {
        let worker = |script, end| named(WORKER, script, end);
        [
            ("whole", named(WHOLE, self.whole, "_whole.wasm"), self.whole),
            ("whole-js", named(WHOLE, self.whole_js, "_whole.js"), self.whole_js),
            ("later", named(LATER, self.later, ".txt"), self.later),
            ("simulation", named(SIMULATION, self.simulation, "_kernel.wasm"), self.simulation),
            ("simulation-worker", worker(self.simulation_worker, "_simulation.js"), self.simulation_worker),
            ("documents", named(DOCUMENTS, self.documents, "_writer.wasm"), self.documents),
            ("documents-worker", worker(self.documents_worker, "_documents.js"), self.documents_worker),
        ]
    }
}

/// How the names of the files begin that are fetched in the background.
pub const WHOLE: &str = "planner-";
pub const LATER: &str = "later-";
pub const SIMULATION: &str = "simulation-";
pub const DOCUMENTS: &str = "documents-";
/// `headers` knows a worker's script by this too.
pub const WORKER: &str = "worker-";

fn named(start: &str, content: &[u8], end: &str) -> String {
    let digest = Sha256::digest(content);
    let middle: String = digest.iter().take(8).map(|byte| format!("{byte:02x}")).collect();
    format!("{start}{middle}{end}")
}

/// Every plain message of the English texts.
pub fn messages(folder: &Path) -> Result<Messages> {
    let mut messages = Messages::new();
    let files =
        fs::read_dir(folder).with_context(|| format!("the texts are missing: {}", folder.display()))?;
    for file in files {
        let path = file?.path();
        if path.extension().is_some_and(|extension| extension == "ftl") {
            let source = fs::read_to_string(&path)?;
            read(&source, &mut messages).with_context(|| path.display().to_string())?;
        }
    }
    Ok(messages)
}

/// The page with every `{{name}}` replaced. Fails on a name that is no plain message.
pub fn filled(html: &str, messages: &Messages, files: &Files) -> Result<String> {
    let mut values = vec![("wasm-integrity".to_owned(), integrity(files.first))];
    for (key, name, content) in files.background() {
        values.push((format!("{key}-name"), name));
        values.push((format!("{key}-integrity"), integrity(content)));
    }
    filled_from(html, |name| {
        // Stay open: whoever serves the page knows the partner and the outer frame.
        if let Some(open) = [OPENED, OUTER].into_iter().find(|open| *open == format!("{{{{{name}}}}}")) {
            return Some(open.to_owned());
        }
        let of_files = values.iter().find(|(of_files, _)| *of_files == name).map(|(_, value)| value);
        of_files.or_else(|| messages.get(name)).map(|value| escaped(value))
    })
}

/// The page with what `value` gives for each `{{name}}`. Fails on a name for which it gives nothing.
pub fn filled_from(html: &str, value: impl Fn(&str) -> Option<String>) -> Result<String> {
    let mut page = String::with_capacity(html.len());
    let mut rest = html;
    while let Some((before, after)) = rest.split_once("{{") {
        let (name, after) =
            after.split_once("}}").ok_or_else(|| anyhow!("a {{{{ without its }}}} in the page"))?;
        let value = value(name).ok_or_else(|| anyhow!("the page names {name}, which is no plain message"))?;
        page.push_str(before);
        // Trunk's minifier drops the quotes of an attribute whose value has no space.
        let quote = if before.ends_with('=') { "\"" } else { "" };
        page.push_str(&format!("{quote}{value}{quote}"));
        rest = after;
    }
    page.push_str(rest);
    Ok(page)
}

/// The page must carry the served policy itself, for hosts that send no headers.
pub fn check_policy(html: &str) -> Result<()> {
    if !html.contains(PAGE_POLICY) {
        bail!("www/index.html needs a meta Content-Security-Policy that says: {PAGE_POLICY}");
    }
    Ok(())
}

fn read(source: &str, messages: &mut Messages) -> Result<()> {
    let resource = fluent_syntax::parser::parse(source)
        .map_err(|(_, errors)| anyhow!("not Fluent syntax: {errors:?}"))?;
    for entry in &resource.body {
        if let Entry::Message(message) = entry
            && let Some(text) = message.value.as_ref().and_then(plain)
        {
            messages.insert(message.id.name.to_owned(), text);
        }
    }
    Ok(())
}

/// The text, unless it takes values or choices.
fn plain(pattern: &Pattern<&str>) -> Option<String> {
    let mut text = String::new();
    for element in &pattern.elements {
        match element {
            PatternElement::TextElement { value } => text.push_str(value),
            PatternElement::Placeable {
                expression: Expression::Inline(InlineExpression::StringLiteral { value }),
            } => text.push_str(value),
            PatternElement::Placeable { .. } => return None,
        }
    }
    Some(text)
}

fn integrity(file: &[u8]) -> String {
    format!("sha384-{}", STANDARD.encode(Sha384::digest(file)))
}

/// The text as it may stand in a page or in a quoted attribute.
pub fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
        .replace('\'', "&#39;")
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "boot-wait = One moment\nboot-help = \"Help\" & <more>\n    on a second line\n\
                        hub-count = { $count } things\n";

    fn check(html: &str, expected: Result<&str, &str>) {
        let mut messages = Messages::new();
        read(TEXT, &mut messages).unwrap();
        let files = Files {
            first: b"wasm",
            whole: b"whole",
            whole_js: b"js",
            later: b"later",
            simulation: b"",
            simulation_worker: b"",
            documents: b"",
            documents_worker: b"",
        };
        let page = filled(html, &messages, &files).map_err(|error| error.to_string());
        assert_eq!(page.as_deref().map_err(String::as_str), expected);
    }

    #[test]
    fn words_are_written_in_escaped() {
        check("<p>{{boot-wait}}.</p>", Ok("<p>One moment.</p>"));
        check("{{boot-help}}", Ok("&quot;Help&quot; &amp; &lt;more&gt;\non a second line"));
    }

    #[test]
    fn an_attribute_that_lost_its_quotes_gets_them_back() {
        check("<meta content={{boot-wait}}>", Ok("<meta content=\"One moment\">"));
        check("<meta content=\"{{boot-wait}}\">", Ok("<meta content=\"One moment\">"));
    }

    #[test]
    fn the_integrity_is_the_sha384_of_the_wasm() {
        // printf wasm | openssl dgst -sha384 -binary | base64
        check(
            "{{wasm-integrity}}",
            Ok("sha384-boOOaqkCTcUlfiSLj0sYt5Ko4fy3O7Y0XS3Aba0eU9k1KwMGTQqNxweYTKrQVdvJ"),
        );
    }

    #[test]
    fn a_file_of_the_background_is_named_after_its_content() {
        // printf later | openssl dgst -sha256, and -sha384 -binary | base64
        check("<script data-later=./{{later-name}}>", Ok("<script data-later=./later-1d9283d848ea941a.txt>"));
        check(
            "{{later-integrity}}",
            Ok("sha384-CqAonNvgYiWsDzsX0PYYECt+BumuxAR5n5NvENn6gFoMwZH+SQedmxXDcyTlYjYU"),
        );
        // printf whole | openssl dgst -sha256, and printf js
        check(
            "<script data-whole={{whole-name}}>",
            Ok("<script data-whole=\"planner-5d5766cf2d787016_whole.wasm\">"),
        );
        check(
            "<script data-js={{whole-js-name}}>",
            Ok("<script data-js=\"planner-16cedf80ade01c62_whole.js\">"),
        );
    }

    #[test]
    fn a_name_that_is_no_plain_message_is_refused() {
        check("{{boot-gone}}", Err("the page names boot-gone, which is no plain message"));
        check("{{hub-count}}", Err("the page names hub-count, which is no plain message"));
        check("{{boot-wait", Err("a {{ without its }} in the page"));
    }
}
