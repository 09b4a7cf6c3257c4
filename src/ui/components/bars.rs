//! Money as one plain picture: what it costs, what is left, labelled below the bar.
//! The words beside it say the same, so the picture itself is silent.

use yew::prelude::*;

use crate::domain::money::Money;

/// One part of a bar.
#[derive(Clone, PartialEq)]
pub struct Part {
    pub label: AttrValue,
    pub amount: Money,
    pub shown: AttrValue,
    pub kind: Kind,
}

#[derive(Clone, Copy, PartialEq)]
pub enum Kind {
    /// A series, 1 to 4.
    Series(u8),
    Left,
}

impl Kind {
    fn class(self) -> String {
        match self {
            Self::Series(number) => format!("pbp-series-{number}"),
            Self::Left => "pbp-bars__left".into(),
        }
    }

    fn fill(self) -> Option<String> {
        match self {
            Self::Series(number) => Some(format!("url(#pbp-pattern-{number})")),
            Self::Left => None,
        }
    }
}

/// A part of a whole, in hundredths of one per cent. Whole numbers: the formatting of floats alone
/// would add 10 KB to what a phone downloads.
pub fn hundredths(part: i64, whole: i64) -> i64 {
    i64::try_from(i128::from(part) * 10_000 / i128::from(whole.max(1))).unwrap_or(10_000)
}

/// `1234` as `12.34%`.
pub fn percent(hundredths: i64) -> String {
    format!("{}.{:02}%", hundredths / 100, hundredths % 100)
}

/// A bar and the list of its parts. `whole` is the amount that the full width stands for: the same
/// for all bars that are compared.
pub fn bar(parts: &[Part], whole: Money) -> Html {
    let share = |amount: Money| hundredths(amount.pence().max(0), whole.pence());
    let mut at = 0;
    let pieces: Html = parts
        .iter()
        .filter(|part| part.amount > Money::ZERO)
        .map(|part| {
            let (x, width) = (at, share(part.amount));
            at += width;
            html! {
                <rect class={part.kind.class()} fill={part.kind.fill()} x={percent(x)} y="1" width={percent(width)} height="38" />
            }
        })
        .collect();
    html! {
        <>
            <svg class="pbp-bars__picture" height="40" aria-hidden="true" focusable="false">{ pieces }</svg>
            <ul class="pbp-bars__parts">
                for part in parts {
                    <li>
                        <svg class="pbp-bars__swatch" aria-hidden="true" focusable="false">
                            <rect class={part.kind.class()} fill={part.kind.fill()} x="1" y="1" width="14" height="14" />
                        </svg>
                        { &part.label }{ " " }<bdi dir="ltr">{ &part.shown }</bdi>
                    </li>
                }
            </ul>
        </>
    }
}

/// The patterns that every bar of the page is filled with.
pub fn patterns() -> Html {
    let pattern = |number: u8, size: &'static str, mark: Option<&'static str>| {
        html! {
            <pattern id={format!("pbp-pattern-{number}")} class={format!("pbp-series-{number}")} width={size} height={size}
                patternUnits="userSpaceOnUse">
                <rect class="pbp-series__fill" width={size} height={size} />
                if let Some(d) = mark { <path class="pbp-series__mark" {d} /> }
            </pattern>
        }
    };
    html! {
        <svg class="pbp-patterns" width="0" height="0" aria-hidden="true" focusable="false">
            <defs>
                { pattern(1, "8", None) }
                { pattern(2, "10", Some("M-2 12 12 -2M-2 2 2 -2M8 12 12 8")) }
                { pattern(3, "10", Some("M5 0v10M0 5h10")) }
                { pattern(4, "8", Some("M0 4h8")) }
            </defs>
        </svg>
    }
}
