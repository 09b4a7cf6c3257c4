//! Where each field may go. The host page sees none of them, ever.

use super::field::{Field, Kind, YearField};

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Disclosure {
    /// Kept while the page is open.
    pub in_memory: bool,
    /// Kept on the device after the page is closed.
    pub on_device: bool,
    /// Written into the file that the person saves.
    pub in_file: bool,
    /// Printed with the plan.
    pub in_print: bool,
    /// Told to the page around the planner.
    pub to_host: bool,
}

/// The whole answer for one field.
pub fn disclosure(field: Field) -> Disclosure {
    let in_print = match field {
        // What only steers the page is not part of the plan on paper.
        Field::Role | Field::Agrees | Field::Carry | Field::Year(YearField::End) => false,
        // The check makes a text of its own to take along.
        Field::CheckFor | Field::Check(..) => false,
        _ => matches!(
            field.kind(),
            Kind::Words
                | Kind::Choice
                | Kind::Money
                | Kind::Hours
                | Kind::Percent
                | Kind::Week
                | Kind::Weeks
                | Kind::Points
                | Kind::Share
                | Kind::Date
        ),
    };
    Disclosure { in_memory: true, on_device: false, in_file: true, in_print, to_host: false }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::check::all_fields;
    use crate::domain::plan::{Line, LineId, Plan};

    #[test]
    fn no_field_goes_to_the_host_or_stays_on_the_device() {
        let plan = Plan { lines: vec![Line::new(LineId(1))], ..Plan::default() };
        for field in all_fields(&plan) {
            let found = disclosure(field);
            assert!(found.in_memory && found.in_file && !found.on_device && !found.to_host, "{field:?}");
        }
    }
}
