//! Dates as an iCalendar file (RFC 5545): whole days, nothing private in a title unless the person wrote it.
//! No alarm, no address, no time zone: a day is a day everywhere.

use crate::domain::date::Date;

/// One day to be reminded of.
#[derive(Clone, PartialEq, Debug)]
pub struct Event {
    /// Tells events of one file apart.
    pub id: String,
    pub on: Date,
    pub title: String,
}

/// The longest line in bytes, without its ending.
const MOST_BYTES: usize = 75;

/// The file's text. `made` is the day on which it is written.
pub fn write(events: &[Event], made: Date) -> String {
    let mut file = String::new();
    let mut line = |text: &str| fold(&mut file, text);
    line("BEGIN:VCALENDAR");
    line("VERSION:2.0");
    line("PRODID:-//Personal Budget Planner//EN");
    line("CALSCALE:GREGORIAN");
    for event in events {
        line("BEGIN:VEVENT");
        line(&format!("UID:{}-{}@personal-budget-planner", event.id, digits(event.on)));
        line(&format!("DTSTAMP:{}T000000Z", digits(made)));
        line(&format!("DTSTART;VALUE=DATE:{}", digits(event.on)));
        line(&format!("SUMMARY:{}", escaped(&event.title)));
        line("TRANSP:TRANSPARENT");
        line("END:VEVENT");
    }
    line("END:VCALENDAR");
    file
}

fn digits(date: Date) -> String {
    format!("{:04}{:02}{:02}", date.year(), date.month(), date.day())
}

/// Backslash, semicolon, comma and line breaks stand for themselves only behind a backslash.
fn escaped(text: &str) -> String {
    let mut escaped = String::new();
    for character in text.chars() {
        match character {
            '\\' | ';' | ',' => escaped.extend(['\\', character]),
            '\n' => escaped.push_str("\\n"),
            other if other.is_control() => {}
            other => escaped.push(other),
        }
    }
    escaped
}

/// A long line goes on in the next, which begins with a space. A character is never cut.
fn fold(file: &mut String, line: &str) {
    let mut length = 0;
    for character in line.chars() {
        if length + character.len_utf8() > MOST_BYTES {
            file.push_str("\r\n ");
            length = 1;
        }
        file.push(character);
        length += character.len_utf8();
    }
    file.push_str("\r\n");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_titles_are_folded_and_signs_are_escaped() {
        let on = Date::constant(2027, 1, 4);
        let title = format!("Look again; at, {}\nsecond", "é".repeat(60));
        let file = write(&[Event { id: "7".into(), on, title }], Date::constant(2026, 11, 28));
        assert!(file.lines().all(|line| line.len() <= MOST_BYTES), "{file}");
        assert!(file.contains("SUMMARY:Look again\\; at\\, é"), "{file}");
        assert!(file.replace("\r\n ", "").contains("é\\nsecond"), "{file}");
        assert!(file.contains("DTSTART;VALUE=DATE:20270104\r\n"), "{file}");
        assert!(file.ends_with("END:VCALENDAR\r\n"));
    }
}
