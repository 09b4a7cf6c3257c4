//! Many years as 13 bands of four weeks: from the 10th to the 90th of 100 years, the middle half darker,
//! the middle year a line. The sentence above it and the table below it say the same.

use yew::prelude::*;

use super::bars::{hundredths, percent};
use super::parts::{joined, when};
use crate::domain::money::Money;

pub struct BandChartProps {
    pub id: AttrValue,
    pub title: AttrValue,
    /// The id of the sentence that says what the picture shows.
    pub described_by: AttrValue,
    pub bands: Vec<Band>,
    /// The most and the least that the picture has room for: the same for all that are compared.
    pub scale: (Money, Money),
}

/// Four weeks: what so many of 100 years have at their end.
#[derive(Clone, Copy, PartialEq)]
pub struct Band {
    /// The last week of the four.
    pub week: i64,
    pub tenth: Money,
    pub quarter: Money,
    pub middle: Money,
    pub three_quarters: Money,
    pub ninetieth: Money,
}

const HEIGHT: i64 = 150;
const TOP: i64 = 12;
const FOOT: i64 = 40;

pub fn band_chart(props: &BandChartProps) -> Html {
    let (most, least) = (props.scale.0.max(Money::from_pence(1)), props.scale.1.min(Money::ZERO));
    let y =
        |amount: Money| TOP + HEIGHT * hundredths((most - amount).pence(), (most - least).pence()) / 10_000;
    let height = TOP + HEIGHT + FOOT;
    let count = i64::try_from(props.bands.len()).unwrap_or(13).max(1);
    let at =
        |index: usize, share: i64| percent((i64::try_from(index).unwrap_or(0) * 100 + share) * 100 / count);
    let block = |index: usize, pattern: u8, high: Money, low: Money| {
        let (top, bottom) = (y(high), y(low));
        html! {
            <rect class={format!("pbp-chart__bar pbp-series-{pattern}")} fill={format!("url(#pbp-pattern-{pattern})")}
                x={at(index, 14)} y={top.to_string()} width={at(0, 72)} height={(bottom - top).max(1).to_string()} />
        }
    };
    let band = |(index, band): (usize, &Band)| {
        let middle = y(band.middle).to_string();
        html! {
            <>
                { block(index, 4, band.ninetieth, band.tenth) }
                { block(index, 1, band.three_quarters, band.quarter) }
                <line class="pbp-chart__middle" x1={at(index, 8)} x2={at(index, 92)} y1={middle.clone()} y2={middle} />
            </>
        }
    };
    let week = |(index, band): (usize, &Band)| {
        let class = joined(&[
            "pbp-chart__label pbp-chart__label--week",
            when(index % 2 == 1, "pbp-chart__label--between"),
        ]);
        html! {
            <text {class} x={at(index, 50)} y={(height - 10).to_string()} text-anchor="middle">{ band.week }</text>
        }
    };
    let zero = y(Money::ZERO).to_string();
    let title_id = format!("{}-title", props.id);
    html! {
        <svg class="pbp-chart" id={&props.id} role="img" aria-labelledby={format!("{title_id} {}", props.described_by)}
            focusable="false" height={height.to_string()}>
            <title id={title_id.clone()}>{ &props.title }</title>
            for each in props.bands.iter().enumerate() { { band(each) } }
            <line class="pbp-chart__zero" x1="0" x2="100%" y1={zero.clone()} y2={zero} />
            for each in props.bands.iter().enumerate() { { week(each) } }
        </svg>
    }
}

/// Years that mostly keep money, and years that mostly run short.
pub fn examples() -> Vec<BandChartProps> {
    let of = |each: i64| BandChartProps {
        id: "chances-chart".into(),
        title: "Title".into(),
        described_by: "chances-sentence".into(),
        bands: (1..=13)
            .map(|period| Band {
                week: period * 4,
                tenth: Money::from_pence(period * each - 20_000),
                quarter: Money::from_pence(period * each - 10_000),
                middle: Money::from_pence(period * each),
                three_quarters: Money::from_pence(period * each + 10_000),
                ninetieth: Money::from_pence(period * each + 20_000),
            })
            .collect(),
        scale: (Money::from_pence(200_000), Money::from_pence(-100_000)),
    };
    vec![of(11_600), of(-5_000)]
}
