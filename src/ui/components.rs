//! The parts that pages are made of. Each reads its props and nothing else.

pub mod band_chart;
pub mod bars;
pub mod calendar;
pub mod choice;
pub mod field;
pub mod icon;
pub mod paper;
pub mod parts;
pub mod review_chart;
pub mod small_chart;
pub mod term;
pub mod week_chart;
pub mod workings_view;
