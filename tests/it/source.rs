//! Reads this repository's own files as text: code, comments and string literals apart.
//! Not a Rust parser: enough for the tests that hold the sources to our own rules.

use std::fs;
use std::path::Path;

/// A file by its path from the top of the repository.
pub struct File {
    pub path: String,
    pub source: String,
}

/// All files below `folder` with this ending, in a fixed order.
pub fn files(folder: &str, ending: &str) -> Vec<File> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut found = Vec::new();
    let mut folders = vec![root.join(folder)];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display())) {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == ending) {
                let source = fs::read_to_string(&path).unwrap();
                found.push(File {
                    path: path.strip_prefix(root).unwrap().to_string_lossy().into_owned(),
                    source,
                });
            }
        }
    }
    found.sort_by(|a, b| a.path.cmp(&b.path));
    assert!(!found.is_empty(), "no .{ending} in {folder}");
    found
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Piece {
    Code,
    Comment,
    /// The inside of a string literal.
    Literal,
}

/// Blanks out every piece that is not kept; lines and places stay as they are.
pub fn only(source: &str, kept: &[Piece]) -> String {
    let shown = |(piece, text): (Piece, &str)| if kept.contains(&piece) { text.into() } else { blank(text) };
    pieces(source).into_iter().map(shown).collect()
}

fn blank(text: &str) -> String {
    text.bytes().map(|byte| if byte == b'\n' { '\n' } else { ' ' }).collect()
}

/// The source cut into code, comments and insides of literals, in order and whole.
fn pieces(source: &str) -> Vec<(Piece, &str)> {
    let bytes = source.as_bytes();
    let (mut at, mut from, mut found) = (0, 0, Vec::new());
    while at < bytes.len() {
        let rest = &source[at..];
        let part = if rest.starts_with("//") {
            Some((Piece::Comment, at, rest.find('\n').map_or(source.len(), |end| at + end)))
        } else if rest.starts_with("/*") {
            Some((Piece::Comment, at, rest.find("*/").map_or(source.len(), |end| at + end + 2)))
        } else if let Some(hashes) = raw_string(source, at) {
            let (open, close) = (at + hashes + 2, format!("\"{}", "#".repeat(hashes)));
            Some((Piece::Literal, open, source[open..].find(&close).map_or(source.len(), |end| open + end)))
        } else if bytes[at] == b'"' {
            Some((Piece::Literal, at + 1, end_of_string(bytes, at + 1)))
        } else if bytes[at] == b'\'' {
            end_of_character(rest).map(|end| (Piece::Literal, at + 1, at + end))
        } else {
            None
        };
        let Some((piece, start, end)) = part else {
            at += rest.chars().next().map_or(1, char::len_utf8);
            continue;
        };
        found.push((Piece::Code, &source[from..start]));
        found.push((piece, &source[start..end]));
        from = end;
        // The closing quote must not open another literal.
        at = if piece == Piece::Literal { end + 1 } else { end };
    }
    found.push((Piece::Code, &source[from.min(source.len())..]));
    found
}

/// The number of hashes of a raw string that opens here.
fn raw_string(source: &str, at: usize) -> Option<usize> {
    let starts_word = source[..at].chars().next_back().is_none_or(|c| !is_of_name(c) || c == 'b');
    let rest = source[at..].strip_prefix('r').filter(|_| starts_word)?;
    let hashes = rest.bytes().take_while(|byte| *byte == b'#').count();
    rest[hashes..].starts_with('"').then_some(hashes)
}

fn end_of_string(bytes: &[u8], from: usize) -> usize {
    let mut at = from;
    while at < bytes.len() && bytes[at] != b'"' {
        at += if bytes[at] == b'\\' { 2 } else { 1 };
    }
    at.min(bytes.len())
}

/// The place of the closing quote of a character; nothing for a lifetime.
fn end_of_character(rest: &str) -> Option<usize> {
    let mut characters = rest.char_indices().skip(1);
    let (_, first) = characters.next()?;
    if first == '\\' {
        characters.next();
        return characters.find(|(_, c)| *c == '\'').map(|(at, _)| at);
    }
    characters.next().filter(|(_, c)| *c == '\'').map(|(at, _)| at)
}

pub fn is_of_name(character: char) -> bool {
    character.is_alphanumeric() || character == '_'
}

/// The source with its test modules blanked out.
pub fn without_tests(source: &str) -> String {
    let code = only(source, &[Piece::Code]);
    let (mut out, mut from) = (String::new(), 0);
    while let Some(found) = code[from..].find("#[cfg(test)]").map(|at| from + at) {
        let open = code[found..].find(['{', ';']).map_or(code.len(), |at| found + at);
        let end = if code[open..].starts_with('{') { closing(&code, open) } else { open };
        out.push_str(&source[from..found]);
        out.push_str(&blank(&source[found..end]));
        from = end;
    }
    out + &source[from..]
}

/// The place just behind the bracket that closes the one at `open`. `code` holds no literals.
pub fn closing(code: &str, open: usize) -> usize {
    let mut depth = 0_usize;
    for (at, byte) in code.bytes().enumerate().skip(open) {
        match byte {
            b'(' | b'[' | b'{' => depth += 1,
            b')' | b']' | b'}' => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth == 0 {
            return at + 1;
        }
    }
    code.len()
}

/// Every string literal with the place where its inside begins. Characters are left out.
pub fn literals(source: &str) -> Vec<(usize, String)> {
    let mut at = 0;
    let mut found = Vec::new();
    for (piece, text) in pieces(source) {
        if piece == Piece::Literal && source[..at].ends_with('"') {
            found.push((at, text.replace("\\\"", "\"")));
        }
        at += text.len();
    }
    found
}

/// The literals inside the brackets of each call of `name`, a list for each call.
pub fn literals_of_calls(source: &str, name: &str) -> Vec<Vec<String>> {
    let code = only(source, &[Piece::Code]);
    let literals = literals(source);
    let opening = format!("{name}(");
    let starts_word = |at: usize| code[..at].chars().next_back().is_none_or(|c| !is_of_name(c));
    code.match_indices(&opening)
        .filter(|(at, _)| starts_word(*at))
        .map(|(at, _)| {
            let open = at + name.len();
            let end = closing(&code, open);
            literals.iter().filter(|(at, _)| (open..end).contains(at)).map(|(_, text)| text.clone()).collect()
        })
        .collect()
}

/// The lists given to each call of `name`, joined, with `{}` for what is no literal:
/// `f(&["a-", b])` gives `a-{}`.
pub fn joined_in_calls(source: &str, name: &str) -> Vec<String> {
    let code = only(source, &[Piece::Code]);
    let literals = literals(source);
    let opening = format!("{name}(&[");
    let part = |from: usize, to: usize| match literals.iter().find(|(at, _)| (from..to).contains(at)) {
        Some((_, text)) if code[from..to].trim().starts_with('"') => text.clone(),
        _ if code[from..to].trim().is_empty() => String::new(),
        _ => "{}".into(),
    };
    let list = |(at, _): (usize, &str)| {
        let open = at + opening.len() - 1;
        let end = closing(&code, open) - 1;
        let (mut depth, mut from, mut joined) = (0_usize, open + 1, String::new());
        for at in open + 1..end {
            match code.as_bytes()[at] {
                b'(' | b'[' | b'{' => depth += 1,
                b')' | b']' | b'}' => depth -= 1,
                b',' if depth == 0 => {
                    joined += &part(from, at);
                    from = at + 1;
                }
                _ => {}
            }
        }
        joined + &part(from, end)
    };
    code.match_indices(&opening).map(list).collect()
}

#[test]
fn code_comments_and_literals_are_told_apart() {
    let source = "let a = 'x'; // say \"no\"\nlet b: &'static str = \"a \\\" // b\"; f(r#\"c \"d\" \"#, 'y')";
    assert_eq!(
        literals(source).into_iter().map(|(_, text)| text).collect::<Vec<_>>(),
        ["a \" // b", "c \"d\" "]
    );
    let code = only(source, &[Piece::Code]);
    assert!(!code.contains("say") && !code.contains('x') && code.contains("'static"), "{code}");
    assert_eq!(literals_of_calls("g(f(\"a\", &[\"b\"]), \"c\"); def(\"d\")", "f"), [["a", "b"]]);
    let calls = joined_in_calls("f(&[\"a-\", b.c(1, \"x\"), \"-d\"]); f(&[e, \"-g\"],)", "f");
    assert_eq!(calls, ["a-{}-d", "{}-g"]);
    let tested = "fn a() {}\n#[cfg(test)]\nmod tests { fn b() { \"}\" } }\nfn c() {}";
    let left = without_tests(tested);
    assert!(left.contains("fn a") && left.contains("fn c") && !left.contains("fn b"), "{left}");
    assert!(!without_tests("#[cfg(test)]\nmod tests { \"…\" }\nfn c() {}").contains("tests"));
}
