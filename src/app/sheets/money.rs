//! Money on a sheet: the figure with its date, what the person may pay, the same plan under each way.

use super::parts::Writer;

pub fn budget(writer: &mut Writer) {
    let _ = writer;
}

pub fn ways(writer: &mut Writer) {
    let _ = writer;
}

pub fn in_short(writer: &mut Writer) {
    let _ = writer;
}
