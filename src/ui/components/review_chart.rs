//! How somebody rated one outcome at each review, on their own scale from 0 to 10: points, joined where
//! they follow one another. The table before it and the sentence beside it say the same. It adds nothing up.

use yew::prelude::*;

use super::bars::percent;
use crate::domain::plan::review::MOST_SCORE;

pub struct ReviewChartProps {
    pub id: AttrValue,
    pub title: AttrValue,
    /// The id of the words that say what the picture shows.
    pub described_by: AttrValue,
    /// The oldest first: when, and what was said; nothing where it was skipped.
    pub points: Vec<(AttrValue, Option<u8>)>,
}

const HEIGHT: i64 = 120;
/// Room for the figure over the highest point, and for the dates below.
const TOP: i64 = 26;
const FOOT: i64 = 32;
/// The ends of the scale stand at the left: the points begin beside them. In hundredths of one per cent.
const LEFT: i64 = 800;
/// More dates than this do not fit beside one another.
const MOST_DATES: usize = 6;

pub fn review_chart(props: &ReviewChartProps) -> Html {
    let count = i64::try_from(props.points.len()).unwrap_or(1).max(1);
    let number = |index: usize| i64::try_from(index).unwrap_or(0);
    let x = |index: usize| percent(LEFT + (10_000 - LEFT) * (number(index) * 2 + 1) / (count * 2));
    let y = |score: u8| TOP + HEIGHT * i64::from(MOST_SCORE - score.min(MOST_SCORE)) / i64::from(MOST_SCORE);
    let height = TOP + HEIGHT + FOOT;
    let title = format!("{}-title", props.id);
    html! {
        <svg class="pbp-chart" id={props.id.clone()} role="img"
            aria-labelledby={format!("{title} {}", props.described_by)} focusable="false" height={height.to_string()}>
            <title id={title}>{ &props.title }</title>
            for score in [0, MOST_SCORE / 2, MOST_SCORE] { { level(score, y(score)) } }
            for (index, pair) in props.points.windows(2).enumerate() {
                if let [(_, Some(from)), (_, Some(until))] = pair {
                    <line class="pbp-series-1" x1={x(index)} x2={x(index + 1)} y1={y(*from).to_string()} y2={y(*until).to_string()} />
                }
            }
            for (index, (_, score)) in props.points.iter().enumerate() {
                if let Some(score) = score {
                    <circle class="pbp-series-1" fill="url(#pbp-pattern-1)" cx={x(index)} cy={y(*score).to_string()} r="6" />
                    <text class="pbp-chart__label pbp-chart__label--strong" x={x(index)} y={(y(*score) - 11).to_string()} text-anchor="middle">{ score }</text>
                }
            }
            for (index, (when, _)) in props.points.iter().enumerate() {
                { date(when, index, props.points.len(), x(index), height - 10) }
            }
        </svg>
    }
}

/// A level of the scale with its figure.
fn level(score: u8, y: i64) -> Html {
    let class = if score == 0 { "pbp-chart__zero" } else { "pbp-chart__level" };
    html! {
        <>
            <line {class} x1="0" x2="100%" y1={y.to_string()} y2={y.to_string()} />
            <text class="pbp-chart__label pbp-chart__label--week" x="0" y={(y - 4).to_string()}>{ score }</text>
        </>
    }
}

/// When a review was: not each one where they would touch.
fn date(when: &AttrValue, index: usize, count: usize, x: String, y: i64) -> Html {
    let each = count.div_ceil(MOST_DATES).max(1);
    if !index.is_multiple_of(each) {
        return Html::default();
    }
    let class = match index / each % 2 {
        0 => "pbp-chart__label pbp-chart__label--week",
        _ => "pbp-chart__label pbp-chart__label--week pbp-chart__label--between",
    };
    html! { <text {class} {x} y={y.to_string()} text-anchor="middle">{ when }</text> }
}

/// Four reviews, one of them without a score; and one review alone.
pub fn examples() -> Vec<ReviewChartProps> {
    let of = |id: &'static str, scores: &[Option<u8>]| ReviewChartProps {
        id: id.into(),
        title: "Title".into(),
        described_by: "words".into(),
        points: scores.iter().map(|score| ("11/2026".into(), *score)).collect(),
    };
    vec![of("four", &[Some(3), None, Some(5), Some(10)]), of("one", &[Some(0)])]
}
