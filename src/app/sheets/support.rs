//! Support on a sheet: what there is already, the lines of the plan, and who pays for which by law.

use super::parts::Writer;

pub fn strengths(writer: &mut Writer) {
    let _ = writer;
}

pub fn lines(writer: &mut Writer) {
    let _ = writer;
}

pub fn lines_in_short(writer: &mut Writer) {
    let _ = writer;
}

pub fn joint(writer: &mut Writer) {
    let _ = writer;
}
