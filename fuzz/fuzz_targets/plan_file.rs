//! Any bytes given to the reader of plan files give a plan or an error, never a panic; and a plan that was
//! read is written, read and written again byte for byte.

#![no_main]

use libfuzzer_sys::fuzz_target;
use planner::domain::date::Date;
use planner::file;

fuzz_target!(|bytes: &[u8]| {
    let Ok(opened) = file::read(bytes) else { return };
    let today = Date::constant(2026, 11, 28);
    let once = file::write(&opened.plan, &opened.unknown, today);
    // What is written may be longer than what was read, and then be refused for that.
    if let Ok(again) = file::read(once.as_bytes()) {
        assert_eq!(file::write(&again.plan, &again.unknown, today), once);
    }
});
