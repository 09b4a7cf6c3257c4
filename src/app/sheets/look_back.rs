//! Looking back on a sheet: reviews, what is ready to agree, and what worked, to be passed on.

use super::parts::Writer;

pub fn latest(writer: &mut Writer) {
    let _ = writer;
}

pub fn ready(writer: &mut Writer) {
    let _ = writer;
}

pub fn reviews(writer: &mut Writer) {
    let _ = writer;
}

pub fn worked(writer: &mut Writer) {
    let _ = writer;
}
