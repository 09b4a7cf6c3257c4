//! The bundle for hosts against the planner in it: what RATES.txt and rates.json say is what people see on
//! the page about what the tool can see.

use planner::domain::nation::Nation;
use planner::rates::{edition, whole_until};
use xtask::rates::{FOLDER, figures};

const NATIONS: [(Nation, &str); 4] = [
    (Nation::England, "England"),
    (Nation::Wales, "Wales"),
    (Nation::Scotland, "Scotland"),
    (Nation::NorthernIreland, "Northern Ireland"),
];

#[test]
fn the_bundle_names_the_same_edition_and_days_as_the_screen() {
    let figures = figures::read(&xtask::run::root().join(FOLDER)).unwrap();
    let said = xtask::edition::of(&figures).unwrap();
    let written = |(year, month, day)| format!("{year:04}-{month:02}-{day:02}");
    assert_eq!(written(said.checked), edition().unwrap().to_string());
    for (nation, name) in NATIONS {
        let (_, last) = said.nations.iter().find(|(named, _)| *named == name).unwrap();
        assert_eq!(written(*last), whole_until(nation).unwrap().to_string(), "{name}");
    }
}
