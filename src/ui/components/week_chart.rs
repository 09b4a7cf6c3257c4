//! A year as 13 bars of four weeks. The sentence above it and the table below it say the same.

use yew::prelude::*;

use super::bars::{hundredths, percent};
use super::parts::{joined, when};
use crate::domain::money::Money;

pub struct WeekChartProps {
    pub id: AttrValue,
    pub title: AttrValue,
    /// The id of the sentence that says what the picture shows.
    pub described_by: AttrValue,
    pub bars: Vec<Bar>,
    pub limit: Option<(Money, AttrValue)>,
    pub last_label: AttrValue,
    /// The most and the least that the picture has room for, where several are compared.
    pub scale: Option<(Money, Money)>,
}

#[derive(Clone, PartialEq)]
pub struct Bar {
    /// The last week of the four.
    pub week: i64,
    pub balance: Money,
    pub is_over_limit: bool,
}

const HEIGHT: i64 = 230;
/// Where several stand together.
const SMALL_HEIGHT: i64 = 110;
const TOP: i64 = 28;
/// Room for the weeks' numbers, and for a bar that falls below them.
const FOOT: i64 = 34;
const FOOT_BELOW_ZERO: i64 = 58;

pub fn week_chart(props: &WeekChartProps) -> Html {
    let limit = props.limit.as_ref().map_or(Money::ZERO, |(limit, _)| *limit);
    let balances = || props.bars.iter().map(|bar| bar.balance);
    let (top, bottom) = props.scale.unwrap_or_default();
    let most = balances().chain([limit, top, Money::from_pence(1)]).max().unwrap_or_default();
    let least = balances().chain([bottom, Money::ZERO]).min().unwrap_or_default();
    let whole = if props.scale.is_some() { SMALL_HEIGHT } else { HEIGHT };
    let y =
        |amount: Money| TOP + whole * hundredths((most - amount).pence(), (most - least).pence()) / 10_000;
    let zero = y(Money::ZERO);
    let foot = if least.is_negative() { FOOT_BELOW_ZERO } else { FOOT };
    let height = TOP + whole + foot;
    let count = i64::try_from(props.bars.len()).unwrap_or(13).max(1);
    let at =
        |index: usize, share: i64| percent((i64::try_from(index).unwrap_or(0) * 100 + share) * 100 / count);
    let bar = |(index, bar): (usize, &Bar)| {
        let number = match bar {
            bar if bar.balance.is_negative() => 4,
            bar if bar.is_over_limit => 2,
            _ => 1,
        };
        let end = y(bar.balance);
        html! {
            <rect class={format!("pbp-chart__bar pbp-series-{number}")} fill={format!("url(#pbp-pattern-{number})")}
                x={at(index, 14)} y={end.min(zero).to_string()} width={at(0, 72)} height={(zero - end).abs().to_string()} />
        }
    };
    let week = |(index, bar): (usize, &Bar)| {
        let class = joined(&[
            "pbp-chart__label pbp-chart__label--week",
            when(index % 2 == 1, "pbp-chart__label--between"),
        ]);
        html! {
            <text {class} x={at(index, 50)} y={(height - 10).to_string()} text-anchor="middle">{ bar.week }</text>
        }
    };
    let last = props.bars.last().map_or(zero, |bar| y(bar.balance));
    let title_id = format!("{}-title", props.id);
    html! {
        <svg class="pbp-chart" id={&props.id} role="img" aria-labelledby={format!("{title_id} {}", props.described_by)}
            focusable="false" height={height.to_string()}>
            <title id={title_id.clone()}>{ &props.title }</title>
            for each in props.bars.iter().enumerate() { { bar(each) } }
            <line class="pbp-chart__zero" x1="0" x2="100%" y1={zero.to_string()} y2={zero.to_string()} />
            if let Some((limit, label)) = &props.limit {
                <line class="pbp-chart__limit" x1="0" x2="100%" y1={y(*limit).to_string()} y2={y(*limit).to_string()} />
                <text class="pbp-chart__label" x="0" y={(y(*limit) - 8).to_string()}>{ label }</text>
            }
            for each in props.bars.iter().enumerate() { { week(each) } }
            <text class="pbp-chart__label pbp-chart__label--strong" x="100%" y={(last - 8).max(16).to_string()}
                text-anchor="end">{ &props.last_label }</text>
        </svg>
    }
}

/// A year that grows over a limit, one that falls short, and one beside others.
pub fn examples() -> Vec<WeekChartProps> {
    let of = |each: i64, scale| WeekChartProps {
        id: "year-chart".into(),
        title: "Title".into(),
        described_by: "year-sentence".into(),
        bars: (1..=13)
            .map(|period| Bar {
                week: period * 4,
                balance: Money::from_pence(period * each),
                is_over_limit: period * each > 100_000,
            })
            .collect(),
        limit: Some((Money::from_pence(100_000), "Limit".into())),
        last_label: "End".into(),
        scale,
    };
    let small = Some((Money::from_pence(200_000), Money::from_pence(-70_000)));
    vec![of(11_600, None), of(-5_000, None), of(11_600, small)]
}
