//! A partner's colours. Only `#rrggbb` is read, and only what can be told from the page.

use serde_json::Value;

/// Colours that take the place of our own accents on the light ground.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Theme {
    pub accent: Option<String>,
    pub warm: Option<String>,
}

/// White text stands on an accent, and an accent stands on our ground, which is darker than white:
/// what stands out from the ground by this much serves both.
const LEAST_CONTRAST: f64 = 4.5;

/// The light ground of `styles/_tokens.scss`.
const GROUND: [u8; 3] = [0xfb, 0xf8, 0xf3];

/// A colour that stands out enough from our ground.
pub(super) fn colour(value: &Value) -> Option<String> {
    let text = value.as_str()?;
    let digits = text.strip_prefix('#').filter(|digits| digits.len() == 6)?;
    let part = |at| u8::from_str_radix(digits.get(at..at + 2)?, 16).ok();
    let luminance = luminance([part(0)?, part(2)?, part(4)?]);
    ((self::luminance(GROUND) + 0.05) / (luminance + 0.05) >= LEAST_CONTRAST)
        .then(|| text.to_ascii_lowercase())
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
    fn only_colours_that_can_be_read_against_are_taken() {
        let cases = [
            ("#12436d", true),
            ("#6b6b6b", true),
            ("#767676", false),
            ("#fff", false),
            ("red", false),
            ("#gggggg", false),
        ];
        for (text, expected) in cases {
            assert_eq!(colour(&Value::from(text)).is_some(), expected, "{text}");
        }
    }
}
