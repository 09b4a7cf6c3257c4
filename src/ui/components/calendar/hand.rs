//! Where the keyboard or the mouse is in the calendar, and what each key and click does there.
//! It paints nothing itself: it says which weeks are to be painted.

use yew::prelude::*;

use super::{IN_A_ROW, week_id};
use crate::domain::date::{Stretch, Week};

fn between(one: Week, other: Week) -> Stretch {
    Stretch { from: one.min(other), until: one.max(other) }
}

/// The week that a key leads to.
fn moved(week: Week, key: &str) -> Option<Week> {
    let last = IN_A_ROW * 13;
    let to = match key {
        "ArrowRight" => week.number() + 1,
        "ArrowLeft" => week.number() - 1,
        "ArrowDown" => week.number() + IN_A_ROW,
        "ArrowUp" => week.number() - IN_A_ROW,
        "Home" => 1,
        "End" => last,
        _ => return None,
    };
    Some(Week::new(to).unwrap_or(week))
}

/// Where the keyboard or the mouse is, and where marking several weeks began.
#[derive(Clone)]
pub(super) struct Hand {
    pub cursor: UseStateHandle<Week>,
    pub anchor: UseStateHandle<Option<Week>>,
}

impl Hand {
    pub fn marked(&self) -> Stretch {
        between(self.anchor.unwrap_or(*self.cursor), *self.cursor)
    }

    pub fn keys(&self, on_paint: Callback<Stretch>, on_move: Callback<String>) -> Callback<KeyboardEvent> {
        let hand = self.clone();
        Callback::from(move |event: KeyboardEvent| {
            if event.ctrl_key() || event.alt_key() || event.meta_key() {
                return;
            }
            let key = event.key();
            if let Some(to) = moved(*hand.cursor, &key) {
                hand.anchor.set(event.shift_key().then(|| hand.anchor.unwrap_or(*hand.cursor)));
                hand.cursor.set(to);
                on_move.emit(week_id(to));
            } else if key == " " || key == "Enter" {
                on_paint.emit(hand.marked());
                hand.anchor.set(None);
            } else {
                if key == "Escape" {
                    hand.anchor.set(None);
                }
                return;
            }
            event.prevent_default();
        })
    }

    /// A click or tap paints one week; with Shift held, all from where the keyboard was.
    pub fn clicked(&self, week: Week, on_paint: Callback<Stretch>) -> Callback<MouseEvent> {
        let hand = self.clone();
        Callback::from(move |event: MouseEvent| {
            let from = if event.shift_key() { *hand.cursor } else { week };
            on_paint.emit(between(from, week));
            hand.cursor.set(week);
            hand.anchor.set(None);
        })
    }

    pub fn pressed(&self, week: Week) -> Callback<MouseEvent> {
        let hand = self.clone();
        Callback::from(move |event: MouseEvent| {
            if event.button() == 0 && !event.shift_key() {
                hand.cursor.set(week);
                hand.anchor.set(Some(week));
            }
        })
    }

    pub fn dragged(&self, week: Week) -> Callback<MouseEvent> {
        let hand = self.clone();
        Callback::from(move |event: MouseEvent| {
            if event.buttons() & 1 == 1 && hand.anchor.is_some() && *hand.cursor != week {
                hand.cursor.set(week);
            }
        })
    }

    /// Where the button goes up over the week that it went down on, a click follows, which paints it.
    pub fn released(&self, week: Week, on_paint: Callback<Stretch>) -> Callback<MouseEvent> {
        let hand = self.clone();
        Callback::from(move |_: MouseEvent| {
            if let Some(began) = hand.anchor.filter(|began| *began != week) {
                on_paint.emit(between(began, week));
                hand.anchor.set(None);
            }
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_lead_to_the_weeks_around_and_stay_in_the_year() {
        let check = |from: i64, key: &str, to: i64| {
            assert_eq!(moved(Week::new(from).unwrap(), key), Week::new(to), "{from} {key}");
        };
        check(20, "ArrowRight", 21);
        check(20, "ArrowLeft", 19);
        check(20, "ArrowDown", 24);
        check(20, "ArrowUp", 16);
        check(20, "Home", 1);
        check(20, "End", 52);
        check(1, "ArrowUp", 1);
        check(52, "ArrowRight", 52);
        check(50, "ArrowDown", 50);
        assert_eq!(moved(Week::FIRST, "a"), None);
    }
}
