//! Hard times on a sheet: spells, wishes about the budget, risks, and what somebody needs at once.

use super::parts::Writer;

pub fn spells(writer: &mut Writer) {
    let _ = writer;
}

pub fn wishes(writer: &mut Writer) {
    let _ = writer;
}

pub fn risks(writer: &mut Writer) {
    let _ = writer;
}

pub fn binding(writer: &mut Writer) {
    let _ = writer;
}

pub fn numbers(writer: &mut Writer) {
    let _ = writer;
}

pub fn emergency(writer: &mut Writer) {
    let _ = writer;
}
