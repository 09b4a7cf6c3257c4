//! Checks a partner's settings file for `cargo xtask check-settings`, on whatever machine it runs: every
//! problem by its path in words, and a failure where a value had to be left out.
//! It reads with the planner's own reader and knows no rule. It is no part of the page.

use std::process::ExitCode;
use std::time::{Duration, SystemTime};

use planner::app::settings::said;
use planner::domain::date::{Date, days_after};
use planner::partner::{self, Problem};
use planner::say;
use planner::text::Text;

fn main() -> ExitCode {
    let text = Text::default();
    let file = std::env::args_os().nth(1).and_then(|path| std::fs::read(path).ok());
    let (settings, mut problems) = match &file {
        Some(bytes) => partner::read(&String::from_utf8_lossy(bytes)),
        None => (partner::Settings::default(), vec![Problem::error("settings", "file")]),
    };
    let mut settings = settings;
    problems.extend(settings.mark_out_of_date(today()));
    for problem in &problems {
        println!("{}: {}", problem.path, said(text, problem));
    }
    if problems.is_empty() {
        println!("{}", say!(text, "settings-fine"));
    }
    if problems.iter().any(Problem::is_error) { ExitCode::FAILURE } else { ExitCode::SUCCESS }
}

fn today() -> Date {
    let since = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).unwrap_or(Duration::ZERO);
    let days = i64::try_from(since.as_secs() / 86_400).unwrap_or(0);
    days_after(Date::constant(1970, 1, 1), days)
}
