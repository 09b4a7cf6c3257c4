//! A year as 13 small bars of four weeks, made to stand beside others with the same scale.
//! Its sentence and table say the same.

use yew::prelude::*;

use super::bars::{hundredths, percent};
use crate::domain::money::Money;

pub struct SmallChartProps {
    pub id: AttrValue,
    pub title: AttrValue,
    /// The id of the words that say what the picture shows.
    pub described_by: AttrValue,
    /// The ends of the 13 periods.
    pub bars: Vec<Money>,
    pub scale: Scale,
}

/// What the height stands for: the same for all charts that are compared. Zero is always in it.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Scale {
    least: Money,
    most: Money,
}

impl Scale {
    pub fn of(balances: impl IntoIterator<Item = Money>) -> Self {
        let nothing = Self { least: Money::ZERO, most: Money::from_pence(1) };
        balances.into_iter().fold(nothing, |scale, balance| Self {
            least: scale.least.min(balance),
            most: scale.most.max(balance),
        })
    }
}

const HEIGHT: i64 = 96;
const EDGE: i64 = 4;

pub fn small_chart(props: &SmallChartProps) -> Html {
    let Scale { least, most } = props.scale;
    let y =
        |amount: Money| EDGE + HEIGHT * hundredths((most - amount).pence(), (most - least).pence()) / 10_000;
    let zero = y(Money::ZERO);
    let count = i64::try_from(props.bars.len()).unwrap_or(13).max(1);
    let at =
        |index: usize, share: i64| percent((i64::try_from(index).unwrap_or(0) * 100 + share) * 100 / count);
    let bar = |(index, balance): (usize, &Money)| {
        let number = if balance.is_negative() { 4 } else { 1 };
        let end = y(*balance);
        html! {
            <rect class={format!("pbp-chart__bar pbp-series-{number}")} fill={format!("url(#pbp-pattern-{number})")}
                x={at(index, 12)} y={end.min(zero).to_string()} width={at(0, 76)} height={(zero - end).abs().to_string()} />
        }
    };
    let title = format!("{}-title", props.id);
    html! {
        <svg class="pbp-chart pbp-chart--small" id={props.id.clone()} role="img"
            aria-labelledby={format!("{title} {}", props.described_by)} focusable="false" height={(HEIGHT + 2 * EDGE).to_string()}>
            <title id={title}>{ &props.title }</title>
            for each in props.bars.iter().enumerate() { { bar(each) } }
            <line class="pbp-chart__zero" x1="0" x2="100%" y1={zero.to_string()} y2={zero.to_string()} />
        </svg>
    }
}

/// A year that grows, and one that falls short on the same scale.
pub fn examples() -> Vec<SmallChartProps> {
    let years =
        [11_600, -5_000].map(|each| (1..=13).map(|period| Money::from_pence(period * each)).collect());
    let scale = Scale::of(years.iter().flat_map(|bars: &Vec<Money>| bars.iter().copied()));
    let of = |id: &'static str, bars: &Vec<Money>| SmallChartProps {
        id: id.into(),
        title: "Title".into(),
        described_by: "words".into(),
        bars: bars.clone(),
        scale,
    };
    vec![of("grows", &years[0]), of("falls-short", &years[1])]
}
