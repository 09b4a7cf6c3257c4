//! The person's own part of a sheet: what matters, the circle, the next meeting and steps, what others
//! may know.

use super::parts::Writer;

pub fn contact_needs(writer: &mut Writer) {
    let _ = writer;
}

pub fn matters(writer: &mut Writer) {
    let _ = writer;
}

pub fn talk(writer: &mut Writer) {
    let _ = writer;
}

pub fn people(writer: &mut Writer) {
    let _ = writer;
}

pub fn aims(writer: &mut Writer) {
    let _ = writer;
}

pub fn meeting(writer: &mut Writer) {
    let _ = writer;
}

pub fn steps(writer: &mut Writer) {
    let _ = writer;
}

pub fn room_for_notes(writer: &mut Writer) {
    let _ = writer;
}

pub fn sharing(writer: &mut Writer) {
    let _ = writer;
}
