//! Pictures beside words, never in their place: outlines of Tabler Icons (MIT; see LICENSE-ICONS).

use yew::prelude::*;

use super::parts::joined;
use crate::app::Page;
use crate::domain::plan::{Area, Support, Way};

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Icon {
    Direct,
    Council,
    Isf,
    Mixed,
    Friends,
    Home,
    Health,
    Wellbeing,
    Work,
    Learning,
    Leisure,
    Money,
    Family,
    Culture,
    Faith,
    Language,
    Identity,
    Unpaid,
    Mainstream,
    Paid,
    Start,
    Tasks,
    Matters,
    Ways,
    Budget,
    Pay,
    Check,
    Support,
    Compare,
    Year,
    Keep,
    Help,
    Leave,
    Print,
    Download,
    Upload,
    Remove,
    Copy,
    Change,
    Up,
    Down,
    Add,
    Info,
    Private,
    Undo,
    Clear,
    Ready,
    Hospital,
    Price,
}

impl Icon {
    pub fn of_way(way: Way) -> Self {
        match way {
            Way::Direct => Self::Direct,
            Way::Council => Self::Council,
            Way::Isf => Self::Isf,
            Way::Mixed => Self::Mixed,
        }
    }

    pub fn of_support(support: Support) -> Self {
        match support {
            Support::Unpaid => Self::Unpaid,
            Support::Mainstream => Self::Mainstream,
            Support::Paid => Self::Paid,
        }
    }

    pub fn of_page(page: Page) -> Self {
        match page {
            Page::Start => Self::Start,
            Page::Tasks => Self::Tasks,
            Page::Matters => Self::Matters,
            Page::Ways => Self::Ways,
            Page::Budget => Self::Budget,
            Page::Pay => Self::Pay,
            Page::Check => Self::Check,
            Page::Support => Self::Support,
            Page::Employ => Self::Paid,
            Page::Compare => Self::Compare,
            Page::Spells => Self::Hospital,
            Page::Year | Page::Chances => Self::Year,
            Page::Actual => Self::Money,
            Page::WhatIf => Self::Price,
            Page::Keep | Page::Sheets => Self::Keep,
            Page::Talk => Self::Identity,
            Page::People => Self::Friends,
            Page::Meeting => Self::Language,
            Page::Strengths => Self::Unpaid,
            Page::Wishes => Self::Wellbeing,
            Page::Risks => Self::Leisure,
            Page::Ready => Self::Ready,
            Page::Sharing | Page::CanSee => Self::Private,
            Page::Safety => Self::Leave,
            Page::Review => Self::Learning,
        }
    }

    /// The picture of an area of life, by its key.
    pub fn of_area(key: &str) -> Option<Self> {
        Some(match Area::from_key(key)? {
            Area::Friends => Self::Friends,
            Area::Home => Self::Home,
            Area::Health => Self::Health,
            Area::Wellbeing => Self::Wellbeing,
            Area::Work => Self::Work,
            Area::Learning => Self::Learning,
            Area::Leisure => Self::Leisure,
            Area::Money => Self::Money,
            Area::Family => Self::Family,
            Area::Culture => Self::Culture,
            Area::Faith => Self::Faith,
            Area::Language => Self::Language,
            Area::Identity => Self::Identity,
            Area::Professionals => Self::Isf,
            Area::MovingOn => Self::Start,
        })
    }

    pub fn draw(self) -> Html {
        self.draw_as("")
    }

    /// In a circle: large beside a page's heading, small in lists.
    pub fn draw_as(self, class: &'static str) -> Html {
        html! {
            <svg class={joined(&["pbp-icon", class])} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
                for d in self.paths() { <path d={*d} /> }
            </svg>
        }
    }

    fn paths(self) -> &'static [&'static str] {
        match self {
            Self::Direct => &[
                "M17 8V5a1 1 0 0 0-1-1H6a2 2 0 0 0 0 4h12a1 1 0 0 1 1 1v3m0 4v3a1 1 0 0 1-1 1H6a2 2 0 0 1-2-2V6m16 6v4h-4a2 2 0 0 1 0-4h4",
            ],
            Self::Council => &[
                "m8 9 5 5v7H8v-4m0 4H3v-7l5-5m1 1V4a1 1 0 0 1 1-1h10a1 1 0 0 1 1 1v17h-8m0-14v.01M17 7v.01M17 11v.01M17 15v.01",
            ],
            Self::Isf => &[
                "M19.5 12.57 12 20l-7.5-7.43A5 5 0 1 1 12 6.01a5 5 0 1 1 7.5 6.57M12 6 8.7 9.3a1 1 0 0 0 0 1.4l.55.55c.69.69 1.81.69 2.5 0l1-1a3.2 3.2 0 0 1 4.5 0l2.25 2.25m-7 3 2 2M15 13l2 2",
            ],
            Self::Mixed => &[
                "M21 17h-5.4a5 5 0 0 1-4.1-2.13l-.5-.74A5 5 0 0 0 6.9 12H3m18-5h-5.4a5 5 0 0 0-4.1 2.13l-.5.73A5 5 0 0 1 6.9 12H3m15-2 3-3-3-3m0 16 3-3-3-3",
            ],
            Self::Friends => &[
                "M5 5a2 2 0 1 0 4 0 2 2 0 1 0-4 0m0 17v-5l-1-1v-4a1 1 0 0 1 1-1h4a1 1 0 0 1 1 1v4l-1 1v5m6-17a2 2 0 1 0 4 0 2 2 0 1 0-4 0m0 17v-4h-2l2-6a1 1 0 0 1 1-1h2a1 1 0 0 1 1 1l2 6h-2v4",
            ],
            Self::Home => &[
                "M5 12H3l9-9 9 9h-2M5 12v7a2 2 0 0 0 2 2h10a2 2 0 0 0 2-2v-7M9 21v-6a2 2 0 0 1 2-2h2a2 2 0 0 1 2 2v6",
            ],
            Self::Health => &[
                "M19.5 13.57 12 21l-2.9-2.87M3 10.03A5 5 0 0 1 12 7a5 5 0 1 1 7.5 6.57M3 13h2l2 3 2-6 1 3h3",
            ],
            Self::Wellbeing => {
                &["M3 12a9 9 0 1 0 18 0 9 9 0 1 0-18 0m6-2h.01M15 10h.01M9.5 15a3.5 3.5 0 0 0 5 0"]
            }
            Self::Work => &[
                "M3 9a2 2 0 0 1 2-2h14a2 2 0 0 1 2 2v9a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2V9m5-2V5a2 2 0 0 1 2-2h4a2 2 0 0 1 2 2v2m-4 5v.01M3 13a20 20 0 0 0 18 0",
            ],
            Self::Learning => &["M22 9 12 5 2 9l10 4 10-4v6M6 10.6V16a6 3 0 0 0 12 0v-5.4"],
            Self::Leisure => &[
                "M15 9a1 1 0 1 0 2 0 1 1 0 1 0-2 0m-9 2 4-2 3.5 3-1.5 2m-9 2.75A2.4 2.4 0 0 0 4 17a2.4 2.4 0 0 0 2-1 2.4 2.4 0 0 1 2-1 2.4 2.4 0 0 1 2 1 2.4 2.4 0 0 0 2 1 2.4 2.4 0 0 0 2-1 2.4 2.4 0 0 1 2-1 2.4 2.4 0 0 1 2 1 2.4 2.4 0 0 0 2 1 2.4 2.4 0 0 0 1-.25",
            ],
            Self::Money => {
                &["M3 12a9 9 0 1 0 18 0 9 9 0 1 0-18 0m12-3a2 2 0 1 0-4 0v5a2 2 0 0 1-2 2h6m-6-4h4"]
            }
            Self::Family | Self::Unpaid => &[
                "M14.02 18 12 20l-7.5-7.43A5 5 0 1 1 12 6.01a5 5 0 0 1 8.15 5.78M15.99 20l4.2-4.22a2.8 2.8 0 0 0 0-3.95 2.75 2.75 0 0 0-3.91 0l-.28.27-.28-.28a2.75 2.75 0 0 0-3.91 0 2.8 2.8 0 0 0 0 3.94L15.97 20H16",
            ],
            Self::Culture => &[
                "M12 21a9 9 0 0 1 0-18c4.97 0 9 3.58 9 8 0 1.06-.47 2.08-1.32 2.83A4.8 4.8 0 0 1 16.5 15H14a2 2 0 0 0-1 3.75A1.3 1.3 0 0 1 12 21M7.5 10.5a1 1 0 1 0 2 0 1 1 0 1 0-2 0m4-3a1 1 0 1 0 2 0 1 1 0 1 0-2 0m4 3a1 1 0 1 0 2 0 1 1 0 1 0-2 0",
            ],
            Self::Faith => {
                &["M9 21h6V11a1 1 0 0 0-1-1h-4a1 1 0 0 0-1 1v10m3-19 1.47 1.64a2 2 0 1 1-3.02.1L12 2"]
            }
            Self::Language => &[
                "M9 6.37C9 10.8 6.76 13 4 13m0-6.63h7M5 9c0 2.14 2.25 3.9 6 4m1 7 4-9 4 9m-.9-2h-6.2M6.7 3l.79.58",
            ],
            Self::Identity => &[
                "M18.9 7a8 8 0 0 1 1.1 5v1a6 6 0 0 0 .8 3M8 11a4 4 0 0 1 8 0v1a10 10 0 0 0 2 6m-6-7v2a14 14 0 0 0 2.5 8M8 15a18 18 0 0 0 1.8 6m-4.9-2a22 22 0 0 1-.9-7v-1a8 8 0 0 1 12-6.95",
            ],
            Self::Mainstream => &[
                "M10 13a2 2 0 1 0 4 0 2 2 0 0 0-4 0m-2 8v-1a2 2 0 0 1 2-2h4a2 2 0 0 1 2 2v1M15 5a2 2 0 1 0 4 0 2 2 0 0 0-4 0m2 5h2a2 2 0 0 1 2 2v1M5 5a2 2 0 1 0 4 0 2 2 0 0 0-4 0m-2 8v-1a2 2 0 0 1 2-2h2",
            ],
            Self::Paid => &[
                "M8 7a4 4 0 1 0 8 0 4 4 0 0 0-8 0M6 21v-2a4 4 0 0 1 4-4h.5m7.5 7 3.35-3.28a2.14 2.14 0 0 0 0-3.07 2.24 2.24 0 0 0-3.12-.01l-.23.22-.22-.22a2.24 2.24 0 0 0-3.13 0 2.14 2.14 0 0 0 0 3.06L18 22",
            ],
            Self::Start => &["M13 12v.01M3 21h18M5 21V5a2 2 0 0 1 2-2h6m4 10.5V21m4-14h-7m3-3-3 3 3 3"],
            Self::Tasks => &["M3.5 5.5 5 7l2.5-2.5m-4 7L5 13l2.5-2.5m-4 7L5 19l2.5-2.5M11 6h9m-9 6h9m-9 6h9"],
            Self::Matters => &[
                "m3 20 1.3-3.9C1.98 12.66 2.87 8.23 6.4 5.73a9.86 9.86 0 0 1 11.85.48 7.36 7.36 0 0 1 1.02 10.5C16.61 19.94 11.66 20.92 7.7 19L3 20",
            ],
            Self::Ways => {
                &["M7 20h10M6 6l6-1 6 1m-6-3v17m-3-8L6 6l-3 6a3 3 0 0 0 6 0m12 0-3-6-3 6a3 3 0 0 0 6 0"]
            }
            Self::Budget => &[
                "M9 14c0 1.66 2.69 3 6 3s6-1.34 6-3-2.69-3-6-3-6 1.34-6 3m0 0v4c0 1.66 2.69 3 6 3s6-1.34 6-3v-4M3 6c0 1.07 1.14 2.06 3 2.6s4.14.53 6 0c1.86-.54 3-1.53 3-2.6s-1.14-2.06-3-2.6-4.14-.53-6 0C4.14 3.94 3 4.93 3 6m0 0v10c0 .89.77 1.45 2 2m-2-7c0 .89.77 1.45 2 2",
            ],
            Self::Pay => &[
                "M5 21V5a2 2 0 0 1 2-2h10a2 2 0 0 1 2 2v16l-3-2-2 2-2-2-2 2-2-2-3 2M15 9a2 2 0 1 0-4 0v4a2 2 0 0 1-2 2h6m-6-3h4",
            ],
            Self::Check => &[
                "M9 5H7a2 2 0 0 0-2 2v12a2 2 0 0 0 2 2h10a2 2 0 0 0 2-2V7a2 2 0 0 0-2-2h-2M9 5a2 2 0 0 1 2-2h2a2 2 0 0 1 0 4h-2a2 2 0 0 1-2-2m0 9 2 2 4-4",
            ],
            Self::Support => &[
                "M4 7h3a1 1 0 0 0 1-1V5a2 2 0 0 1 4 0v1a1 1 0 0 0 1 1h3a1 1 0 0 1 1 1v3a1 1 0 0 0 1 1h1a2 2 0 0 1 0 4h-1a1 1 0 0 0-1 1v3a1 1 0 0 1-1 1h-3a1 1 0 0 1-1-1v-1a2 2 0 0 0-4 0v1a1 1 0 0 1-1 1H4a1 1 0 0 1-1-1v-3a1 1 0 0 1 1-1h1a2 2 0 0 0 0-4H4a1 1 0 0 1-1-1V8a1 1 0 0 1 1-1",
            ],
            Self::Compare => &["M4 6h5.5M4 10h5.5M4 14h5.5M4 18h5.5m5-12H20m-5.5 4H20m-5.5 4H20m-5.5 4H20"],
            Self::Year => &[
                "M4 7a2 2 0 0 1 2-2h12a2 2 0 0 1 2 2v12a2 2 0 0 1-2 2H6a2 2 0 0 1-2-2V7m12-4v4M8 3v4m-4 4h16M8 14v4m4-4v4m4-4v4",
            ],
            Self::Keep => &[
                "M14 3v4a1 1 0 0 0 1 1h4m-2 13H7a2 2 0 0 1-2-2V5a2 2 0 0 1 2-2h7l5 5v11a2 2 0 0 1-2 2M9 9h1m-1 4h6m-6 4h6",
            ],
            Self::Help => &[
                "M8 12a4 4 0 1 0 8 0 4 4 0 1 0-8 0m-5 0a9 9 0 1 0 18 0 9 9 0 1 0-18 0m12 3 3.35 3.35M9 15l-3.35 3.35m0-12.7L9 9m9.35-3.35L15 9",
            ],
            Self::Leave => &["M13 12v.01M3 21h18M5 21V5a2 2 0 0 1 2-2h7.5M17 13.5V21M14 7h7m-3-3 3 3-3 3"],
            Self::Print => &[
                "M17 17h2a2 2 0 0 0 2-2v-4a2 2 0 0 0-2-2H5a2 2 0 0 0-2 2v4a2 2 0 0 0 2 2h2m10-8V5a2 2 0 0 0-2-2H9a2 2 0 0 0-2 2v4m0 6a2 2 0 0 1 2-2h6a2 2 0 0 1 2 2v4a2 2 0 0 1-2 2H9a2 2 0 0 1-2-2v-4",
            ],
            Self::Download => &["M4 17v2a2 2 0 0 0 2 2h12a2 2 0 0 0 2-2v-2M7 11l5 5 5-5m-5-7v12"],
            Self::Upload => &["M4 17v2a2 2 0 0 0 2 2h12a2 2 0 0 0 2-2v-2M7 9l5-5 5 5m-5-5v12"],
            Self::Remove => &[
                "M4 7h16m-10 4v6m4-6v6M5 7l1 12a2 2 0 0 0 2 2h8a2 2 0 0 0 2-2l1-12M9 7V4a1 1 0 0 1 1-1h4a1 1 0 0 1 1 1v3",
            ],
            Self::Copy => &[
                "M7 9.67A2.67 2.67 0 0 1 9.67 7h8.66A2.67 2.67 0 0 1 21 9.67v8.66A2.67 2.67 0 0 1 18.33 21H9.67A2.67 2.67 0 0 1 7 18.33V9.67m-2.99 7.07A2 2 0 0 1 3 15V5c0-1.1.9-2 2-2h10c.75 0 1.16.38 1.5 1",
            ],
            Self::Change => &["M4 20h4L18.5 9.5a2.83 2.83 0 1 0-4-4L4 16v4m9.5-13.5 4 4"],
            Self::Up => &["M12 5v14m6-8-6-6m-6 6 6-6"],
            Self::Down => &["M12 5v14m6-6-6 6m-6-6 6 6"],
            Self::Add => &["M12 5v14m-7-7h14"],
            Self::Info => &["M3 12a9 9 0 1 0 18 0 9 9 0 0 0-18 0m9-3h.01M11 12h1v4h1"],
            Self::Private => &[
                "M12 3a12 12 0 0 0 8.5 3A12 12 0 0 1 12 21 12 12 0 0 1 3.5 6 12 12 0 0 0 12 3m-1 8a1 1 0 1 0 2 0 1 1 0 1 0-2 0m1 1v2.5",
            ],
            Self::Undo => &["m9 14-4-4 4-4m-4 4h11a4 4 0 1 1 0 8h-1"],
            Self::Clear => &[
                "M19 20H8.5l-4.21-4.3a1 1 0 0 1 0-1.41l10-10a1 1 0 0 1 1.41 0l5 5a1 1 0 0 1 0 1.41L11.5 20m6.5-6.7L11.7 7",
            ],
            Self::Ready => &["m5 12 5 5L20 7"],
            Self::Hospital => &[
                "M3 21h18M5 21V5a2 2 0 0 1 2-2h10a2 2 0 0 1 2 2v16M9 21v-4a2 2 0 0 1 2-2h2a2 2 0 0 1 2 2v4M10 9h4m-2-2v4",
            ],
            Self::Price => &[
                "M6.5 7.5a1 1 0 1 0 2 0 1 1 0 1 0-2 0M3 6v5.17a2 2 0 0 0 .59 1.42l7.7 7.7a2.4 2.4 0 0 0 3.41 0l5.6-5.59a2.4 2.4 0 0 0 0-3.4l-7.71-7.71A2 2 0 0 0 11.17 3H6a3 3 0 0 0-3 3",
            ],
        }
    }
}
