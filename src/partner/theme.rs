//! A partner's colours and corners. Only `#rrggbb` is read; a colour that could not be told from our
//! grounds is darkened along its hue until it can. What is set here is set on the page by `web`.

/// Colours that take the place of our own accents on the light ground, and how round corners are.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Theme {
    pub accent: Option<String>,
    pub warm: Option<String>,
    pub corners: Option<Corners>,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Corners {
    None,
    Small,
    Round,
}

impl Corners {
    pub(super) fn from_key(key: &str) -> Option<Self> {
        match key {
            "none" => Some(Self::None),
            "small" => Some(Self::Small),
            "round" => Some(Self::Round),
            _ => None,
        }
    }

    /// Large and small corners, as lengths of the stylesheet.
    pub fn lengths(self) -> [&'static str; 2] {
        match self {
            Self::None => ["0px", "0px"],
            Self::Small => ["4px", "3px"],
            Self::Round => ["12px", "8px"],
        }
    }
}

/// A colour that was read.
#[derive(PartialEq, Eq, Debug)]
pub enum Colour {
    Readable(String),
    Repaired { from: String, to: String },
}

/// White text stands on an accent, and an accent stands on our grounds, which are darker than white:
/// what stands out from the darkest of them by this much serves all.
const LEAST_CONTRAST: f64 = 4.5;

/// The light ground and the two tints of `styles/_tokens.scss` that coloured words stand on.
const GROUNDS: [[u8; 3]; 3] = [[0xfb, 0xf8, 0xf3], [0xe8, 0xf0, 0xef], [0xfb, 0xec, 0xe0]];

/// Nothing where the text is no `#rrggbb`.
pub(super) fn colour(text: &str) -> Option<Colour> {
    let digits = text.strip_prefix('#').filter(|digits| digits.len() == 6 && digits.is_ascii())?;
    let part = |at| u8::from_str_radix(digits.get(at..at + 2)?, 16).ok();
    // `from_str_radix` lets a plus sign pass.
    if !digits.bytes().all(|digit| digit.is_ascii_hexdigit()) {
        return None;
    }
    let parts = [part(0)?, part(2)?, part(4)?];
    if is_readable(parts) {
        return Some(Colour::Readable(written(parts)));
    }
    Some(Colour::Repaired { from: written(parts), to: written(darkened(parts)) })
}

/// The lightest of the same hue that can be read. Black can, so there is one.
fn darkened(parts: [u8; 3]) -> [u8; 3] {
    let shade = |of: u32| parts.map(|part| u8::try_from((u32::from(part) * of + 127) / 255).unwrap_or(part));
    (0..255).rev().map(shade).find(|parts| is_readable(*parts)).unwrap_or_default()
}

fn is_readable(parts: [u8; 3]) -> bool {
    GROUNDS.into_iter().all(|ground| contrast(ground, parts) >= LEAST_CONTRAST)
}

fn contrast(ground: [u8; 3], parts: [u8; 3]) -> f64 {
    (luminance(ground) + 0.05) / (luminance(parts) + 0.05)
}

fn written([red, green, blue]: [u8; 3]) -> String {
    format!("#{red:02x}{green:02x}{blue:02x}")
}

/// Relative luminance as WCAG 2.2 defines it.
fn luminance(parts: [u8; 3]) -> f64 {
    let linear = parts.map(|part| {
        let part = f64::from(part) / 255.0;
        if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
    });
    0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_six_hex_digits_are_a_colour() {
        for text in ["#fff", "red", "#gggggg", "12436d", "#+12+12", "#12436d ", "url(x)", "#1234é"] {
            assert_eq!(colour(text), None, "{text}");
        }
        assert_eq!(colour("#12436D"), Some(Colour::Readable("#12436d".into())));
    }

    #[test]
    fn every_colour_ends_readable_and_a_repair_goes_no_further_than_it_must() {
        let steps = || (0..=255_u8).step_by(15);
        for parts in
            steps().flat_map(|red| steps().flat_map(move |green| steps().map(move |blue| [red, green, blue])))
        {
            match colour(&written(parts)) {
                Some(Colour::Readable(same)) => assert_eq!(same, written(parts)),
                Some(Colour::Repaired { from, to }) => {
                    assert_eq!(from, written(parts));
                    let Some(Colour::Readable(to)) = colour(&to) else { panic!("{from} became {to}") };
                    let read = |at| u8::from_str_radix(&to[at..at + 2], 16).unwrap();
                    let to = [read(1), read(3), read(5)];
                    assert!(contrast([255; 3], to) >= LEAST_CONTRAST, "white on {to:?}");
                    let worst = GROUNDS.map(|ground| contrast(ground, to)).into_iter().fold(21.0, f64::min);
                    assert!(worst < 4.7, "{from} was darkened more than it must be: {worst}");
                }
                None => panic!("{parts:?}"),
            }
        }
    }

    #[test]
    fn the_hue_of_a_repaired_colour_stays() {
        let repaired = |text: &str| match colour(text) {
            Some(Colour::Repaired { to, .. }) => to,
            other => panic!("{text}: {other:?}"),
        };
        let white = repaired("#ffffff");
        assert!(white[1..3] == white[3..5] && white[3..5] == white[5..7], "{white}");
        assert!(repaired("#ffff00").ends_with("00"));
        assert!(repaired("#00ffff").starts_with("#00"));
    }
}
