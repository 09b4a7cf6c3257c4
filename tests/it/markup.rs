//! Every page, drawn natively in each of its states, read as HTML: headings, labels, ids and what they
//! point to. In the pseudo-language, which brackets every message, no sentence stands outside brackets.
//! What only a browser can tell (contrast, focus, sizes) is in tests/browser.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use scraper::{ElementRef, Html as Document, Node, Selector};
use yew::LocalServerRenderer;
use yew::prelude::*;

use planner::app::action::{Action, Effect};
use planner::app::check::what_if_asks;
use planner::app::field::{ActualField, Field, Kind, SpellField, WhatIfField, YearField};
use planner::app::first::First;
use planner::app::locked::{Failure, LockedAction, LockedBox};
use planner::app::spells::Preset;
use planner::app::unused::UnusedAction;
use planner::app::{Notice, Page, Rest, Start, State};
use planner::domain::nation::Nation;
use planner::domain::plan::check::{Ask, Whom};
use planner::domain::plan::phase::{Happens, Phase};
use planner::domain::plan::what_if::Happening;
use planner::domain::plan::{Author, Role, Way};
use planner::file::FileError;
use planner::partner::{self, Settings};
use planner::rates;
use planner::text::{Language, Text};
use planner::ui::components::calendar::{self, Calendar};
use planner::ui::components::{
    band_chart, bars, choice, field, paper, review_chart, small_chart, week_chart,
};
use planner::ui::pages;
use planner::ui::store::Program;
use planner::ui::view::View;
use planner::ui::{App, AppProps};

use crate::visit::{Visit, read, start};

// Drawing.

#[derive(Properties, PartialEq)]
struct DrawnProps {
    view: View,
}

#[component]
fn Drawn(props: &DrawnProps) -> Html {
    pages::draw(&props.view)
}

#[derive(Properties, PartialEq)]
struct ExamplesProps {
    drawn: Html,
}

#[component]
fn Examples(props: &ExamplesProps) -> Html {
    html! { <main><h1 id="page-heading">{ "A" }</h1>{ props.drawn.clone() }</main> }
}

fn html_of<COMP: BaseComponent>(props: COMP::Properties) -> String {
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    let renderer = LocalServerRenderer::<COMP>::with_props(props).hydratable(false);
    tokio::task::LocalSet::new().block_on(&runtime, renderer.render())
}

/// All that a page says, closed parts too.
pub fn shown(state: &State) -> String {
    text_of(drawn(state, Language::English).root_element())
}

pub fn drawn(state: &State, language: Language) -> Document {
    let view = View {
        state: Rc::new(state.clone()),
        text: Text { language },
        dispatch: Callback::noop(),
        enter: Callback::noop(),
    };
    parsed(&html_of::<Drawn>(DrawnProps { view }))
}

fn parsed(html: &str) -> Document {
    Document::parse_document(&format!(
        "<!DOCTYPE html><html lang=\"en\"><head><title>Planner</title></head><body>{html}</body></html>"
    ))
}

// The states that each page can be in. What people and the partner wrote is in Greek letters, so that any
// other letter outside the brackets is ours.

fn greek_settings() -> Settings {
    let json = read("www/settings/demoshire.json");
    let mut settings: serde_json::Value = serde_json::from_str(&json).unwrap();
    settings["name"] = "Δήμος Μαζί".into();
    settings["contacts"] = serde_json::json!([
        { "name": "Κοινωνική φροντίδα", "phone": "01632 960 123", "about": "Ερωτήσεις, 9 έως 5" },
        { "name": "Συνήγορος" },
    ]);
    let (settings, errors) = partner::read(&settings.to_string());
    assert_eq!(errors, []);
    settings
}

const ROLES: [Option<&str>; 4] = [None, Some("me"), Some("supporter"), Some("together")];

fn visit(settings: Settings, role: Option<&str>) -> Visit {
    let mut visit = Visit::with(settings);
    if let Some(role) = role {
        visit.enters(Field::Role, role);
    }
    visit
}

/// Everything answered, with lines of every kind.
fn filled(settings: Settings, role: Option<&str>) -> Visit {
    let mut visit = visit(settings, role);
    visit.enters_all(&[
        (Field::Agrees, "not-sure"),
        (Field::Nation, "england"),
        (Field::Carry, "2"),
        (Field::BudgetFrom, "letter"),
        (Field::Letter, "140"),
        (Field::HelpCounted, "yes"),
        (Field::HoursGiven, "20"),
        (Field::HoursWished, "8"),
        (Field::Aftercare, "no"),
        (Field::Income, "245"),
        (Field::Housing, "10"),
        (Field::Costs, "15"),
        (Field::Savings, "15000"),
        (Field::CheckFor, "adult"),
        (Field::Check(Whom::Adult, Ask::Eating), "help"),
        (Field::Check(Whom::Adult, Ask::Home), "distress"),
        (Field::Check(Whom::Adult, Ask::Cause), "yes"),
    ]);
    for by in Author::ALL {
        visit.enters(Field::GoodDay(*by), "Καφές στη θάλασσα").enters(Field::BadDay(*by), "Μέσα όλη μέρα");
        visit.enters(Field::Wish(*by), "Ένας κήπος");
    }
    visit.opens(Page::Matters);
    let out = visit.adds_outcome("Έξω τις Κυριακές");
    visit.enters(Field::OutcomeArea(out), "leisure");
    for by in Author::ALL {
        visit.enters(Field::OutcomeStep(out, *by), "Ως τη γωνία");
    }
    let quiet = visit.adds_outcome("Ήσυχα πρωινά");
    visit.opens(Page::Support);
    let worker = visit.adds_hours("Βοηθός", "5");
    visit.enters(Field::LineOutcome(worker), &out.0.to_string()).enters(Field::LineCouncilHours(worker), "3");
    let swimming = visit.adds_amount("Κολύμπι", "12");
    visit.enters(Field::LineOutcome(swimming), &out.0.to_string());
    let chairs = visit.adds_amount("Καρέκλες", "120");
    visit.enters(Field::LineRhythm(chairs), "once").enters(Field::LineWeek(chairs), "9");
    let sister = visit.opens_new_line("Η αδελφή μου");
    visit.enters(Field::LineSupport(sister), "unpaid").enters(Field::LineHours(sister), "2");
    visit.enters(Field::LineOutcome(sister), &quiet.0.to_string()).does(Action::FinishedEditing);
    let park = visit.opens_new_line("Το πάρκο");
    visit.enters(Field::LineSupport(park), "mainstream").does(Action::FinishedEditing);
    visit.opens_new_line("Χωρίς τιμή");
    visit.fills_the_rest("Δικά μου λόγια");
    visit.opens(Page::Tasks);
    visit
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Sort {
    Empty,
    Filled,
    Error,
    Result,
    Editing,
    Around,
}

struct Case {
    name: String,
    kind: Sort,
    state: State,
}

/// Gathers states by name.
struct Cases {
    role: Option<&'static str>,
    all: Vec<Case>,
}

impl Cases {
    fn add(&mut self, kind: Sort, what: &str, visit: &Visit) {
        let name = format!("{kind:?} {:?} {} {what}", visit.state.page(), self.role.unwrap_or("nobody"));
        self.all.push(Case { name, kind, state: visit.state.clone() });
    }

    /// One state for each set of entries, on one page.
    fn with(&mut self, kind: Sort, from: &Visit, page: Page, entries: &[&[(Field, &str)]]) {
        for entries in entries {
            let mut visit = from.clone();
            visit.enters_all(entries).opens(page);
            if kind == Sort::Error {
                visit.does(Action::PressedContinue);
                assert!(visit.state.is_checked, "{entries:?} is nothing wrong");
            }
            self.add(kind, &format!("{entries:?}"), &visit);
        }
    }
}

fn cases() -> Vec<Case> {
    let mut all = Vec::new();
    for role in ROLES {
        let mut cases = Cases { role, all: Vec::new() };
        empty_and_filled(&mut cases);
        results(&mut cases);
        checks(&mut cases);
        spells(&mut cases);
        errors(&mut cases);
        editing(&mut cases);
        what_ifs(&mut cases);
        spending(&mut cases);
        around(&mut cases);
        all.extend(cases.all);
    }
    all
}

fn empty_and_filled(cases: &mut Cases) {
    for page in Page::ALL {
        for settings in [Settings::default(), greek_settings()] {
            let mut empty = visit(settings.clone(), cases.role);
            empty.opens(page);
            cases.add(Sort::Empty, "", &empty);
            let mut full = filled(settings, cases.role);
            full.opens(page);
            cases.add(Sort::Filled, "", &full);
        }
        for nation in Nation::ALL {
            let mut empty = visit(Settings::default(), cases.role);
            empty.enters(Field::Nation, nation.key()).opens(page);
            cases.add(Sort::Filled, nation.key(), &empty);
        }
    }
}

fn results(cases: &mut Cases) {
    let full = filled(greek_settings(), cases.role);
    for &way in Way::ALL {
        for page in [Page::Ways, Page::Support, Page::Compare, Page::Year, Page::Keep] {
            cases.with(Sort::Result, &full, page, &[&[(Field::Way, way.key())]]);
        }
        let way = (Field::Way, way.key());
        let rise = [(Field::Year(YearField::Rise), "6"), (Field::Year(YearField::RiseFrom), "27")];
        cases.with(
            Sort::Result,
            &full,
            Page::Year,
            &[
                &[way, (Field::Year(YearField::Kept), "half"), rise[0], rise[1]],
                &[way, (Field::Year(YearField::Kept), "all")],
                &[way, (Field::Letter, "10")],
                &[way, (Field::Letter, "120.50")],
                &[way, (Field::BudgetFrom, "published")],
                &[way, (Field::BudgetFrom, "published"), (Field::Year(YearField::End), "high")],
                &[way, (Field::BudgetFrom, "none")],
                &[way, (Field::Limit, "520")],
            ],
        );
    }
    for page in [Page::Compare, Page::Support, Page::Keep] {
        let letter: [&[(Field, &str)]; 5] = [
            &[(Field::Letter, "10")],
            &[(Field::BudgetFrom, "none")],
            &[(Field::BudgetFrom, "published")],
            &[(Field::OwnHour, "21")],
            &[(Field::OwnHour, "πολλά")],
        ];
        cases.with(Sort::Result, &full, page, &letter);
    }
    cases.with(
        Sort::Result,
        &full,
        Page::Budget,
        &[
            &[(Field::HelpCounted, "no")],
            &[(Field::HelpCounted, "not-sure")],
            &[(Field::LetterPer, "month")],
            &[(Field::LetterPer, "year")],
            &[(Field::LetterPer, "four-weeks")],
            &[(Field::BudgetFrom, "published"), (Field::HelpCounted, "no")],
            &[(Field::BudgetFrom, "none")],
            &[(Field::Letter, "")],
            &[(Field::On, "6/4/2026")],
        ],
    );
    for page in [Page::Pay, Page::Keep] {
        let pays: [&[(Field, &str)]; 6] = [
            &[(Field::Aftercare, "yes")],
            &[(Field::Aftercare, "not-sure")],
            &[(Field::Savings, "99999")],
            &[(Field::Income, "")],
            &[(Field::Told, "30")],
            &[(Field::BudgetFrom, "none")],
        ];
        cases.with(Sort::Result, &full, page, &pays);
        let elsewhere = filled(Settings::default(), cases.role);
        for nation in Nation::ALL {
            let of = (Field::Nation, nation.key());
            cases.with(Sort::Result, &elsewhere, page, &[&[of], &[of, (Field::Protected, "200")]]);
        }
    }
    for carry in ["1", "2", "3", "4", "5"] {
        cases.with(Sort::Result, &full, Page::Ways, &[&[(Field::Carry, carry)]]);
    }
}

/// The check for everybody, in each nation, with each way that it can stand; and points of a table.
fn checks(cases: &mut Cases) {
    let bare = visit(Settings::default(), cases.role);
    for nation in Nation::ALL {
        for whom in Whom::ALL {
            let of = [(Field::Nation, nation.key()), (Field::CheckFor, whom.key())];
            let each = |parts: &'static str, points: &'static str| {
                let reply =
                    |ask: &Ask| (Field::Check(*whom, *ask), if ask.is_point() { points } else { parts });
                of.into_iter().chain(Ask::ALL.iter().map(reply)).collect::<Vec<_>>()
            };
            let [hard, can, open] = [each("danger", "yes"), each("can", "no"), each("not-sure", "not-sure")];
            let one = [of[0], of[1], (Field::Check(*whom, Ask::Child), "help")];
            cases.with(Sort::Result, &bare, Page::Check, &[&of, &hard, &can, &open, &one]);
        }
        let none = [(Field::Nation, nation.key()), (Field::BudgetFrom, "none")];
        cases.with(Sort::Result, &bare, Page::Budget, &[&none]);
    }
    let mut settings = greek_settings();
    settings.points.rows = vec![(10, crate::visit::pounds("83.00")), (16, crate::visit::pounds("112.50"))];
    let full = filled(settings, cases.role);
    let points = |points: &'static str| [(Field::BudgetFrom, "points"), (Field::Points, points)];
    cases.with(Sort::Result, &full, Page::Budget, &[&points("14"), &points("9"), &points("")]);
    cases.with(Sort::Error, &full, Page::Budget, &[&points(""), &points("πολλά"), &points("1001")]);
}

/// Good and bad spells: typed, half typed, painted over, with what happens to each line.
fn spells(cases: &mut Cases) {
    let full = filled(greek_settings(), cases.role);
    let line = full.state.plan.lines[0].id;
    let mut visit = full.clone();
    visit.opens(Page::Spells).does(Action::AddedSpell);
    cases.add(Sort::Result, "a new spell", &visit);
    visit.does(Action::ChosePreset(Preset::ThreeHardSpells));
    cases.add(Sort::Result, "an example", &visit);
    visit.does(Action::UndidSpells);
    cases.add(Sort::Result, "taken back", &visit);
    visit.does(Action::RedidSpells).does(Action::AddedSpell);
    let ids: Vec<u32> = visit.state.plan.year.spells.iter().map(|spell| spell.id).collect();
    let field = |place: usize, part| Field::Spell(ids[place], part);
    let last = ids.len() - 1;
    let entries: [&[(Field, &str)]; 8] = [
        &[(field(0, SpellField::From), "πολλά")],
        &[(field(0, SpellField::Until), "53")],
        &[(field(0, SpellField::Until), "1")],
        &[(field(0, SpellField::Until), "")],
        &[(field(0, SpellField::Phase), "")],
        &[(field(1, SpellField::From), "7")],
        &[(field(last, SpellField::From), "50")],
        &[(Field::LineHappens(line, Phase::Crisis), "less"), (Field::LineShare(line, Phase::Crisis), "150")],
    ];
    cases.with(Sort::Error, &visit, Page::Spells, &entries);
    cases.with(Sort::Result, &visit, Page::Keep, &entries[3..7]);
    for (phase, happens) in Phase::HARD.into_iter().zip(&Happens::ALL[1..]) {
        visit.enters(Field::LineHappens(line, phase), happens.key());
        visit.enters(Field::LineShare(line, phase), "100");
        for by in Author::ALL {
            visit.enters(Field::Year(YearField::Decides(phase, *by)), "Η αδελφή μου");
        }
    }
    for page in [Page::Spells, Page::Keep] {
        cases.with(Sort::Result, &visit, page, &[&[]]);
    }
    for (weeks, charge) in [("4", "yes"), ("πολλά", "no"), ("", "not-sure")] {
        let set = [
            (Field::Year(YearField::HospitalWeeks), weeks),
            (Field::Year(YearField::HospitalCharge), charge),
            (Field::Year(YearField::Starts), if weeks.is_empty() { "χθες" } else { "6/4/2026" }),
            (Field::Year(YearField::Kept), "half"),
        ];
        cases.with(Sort::Result, &full, Page::Spells, &[&set]);
    }
}

fn errors(cases: &mut Cases) {
    let full = filled(greek_settings(), cases.role);
    let bare = filled(Settings::default(), cases.role);
    let wrong = ["πολλά", "-5", "10000000000", "1.234"];
    for text in &wrong {
        cases.with(Sort::Error, &full, Page::Budget, &[&[(Field::Letter, text), (Field::HoursGiven, text)]]);
        cases.with(Sort::Error, &bare, Page::Budget, &[&[(Field::OwnHour, text), (Field::On, "χθες")]]);
        cases.with(Sort::Error, &bare, Page::Pay, &[&[(Field::Income, text), (Field::Protected, text)]]);
        cases.with(Sort::Error, &full, Page::Pay, &[&[(Field::Told, text), (Field::Savings, text)]]);
        cases.with(Sort::Error, &full, Page::Support, &[&[(Field::Limit, text), (Field::IsfFee, text)]]);
    }
    for text in wrong {
        cases.with(
            Sort::Error,
            &full,
            Page::Year,
            &[&[(Field::Year(YearField::Rise), text), (Field::Year(YearField::RiseFrom), "99")]],
        );
    }
    cases.with(Sort::Error, &full, Page::Year, &[&[(Field::Year(YearField::Rise), "6")]]);
    cases.with(Sort::Error, &full, Page::Budget, &[&[(Field::Letter, "")]]);
    // The wrong texts themselves, before and after Continue, on every page that needs them.
    for page in Page::ALL {
        let unread: [&[(Field, &str)]; 3] = [
            &[(Field::On, "χθες")],
            &[(Field::Letter, "πολλά"), (Field::Income, "πολλά"), (Field::HoursGiven, "πολλά")],
            &[(Field::Year(YearField::Rise), "πολλά"), (Field::IsfFee, "πολλά")],
        ];
        cases.with(Sort::Result, &full, page, &unread);
    }
}

fn editing(cases: &mut Cases) {
    let from = filled(greek_settings(), cases.role);
    let mut new = from.clone();
    new.opens(Page::Matters).does(Action::AddedOutcome);
    cases.add(Sort::Editing, "a new outcome", &new);
    let mut old = from.clone();
    let outcome = old.state.plan.outcomes[0].id;
    old.opens(Page::Matters).does(Action::OpenedOutcome(outcome));
    cases.add(Sort::Editing, "an outcome", &old);

    let mut new = from.clone();
    new.opens(Page::Support).does(Action::AddedLine);
    cases.add(Sort::Editing, "a new line", &new);
    new.does(Action::FinishedEditing);
    cases.add(Sort::Editing, "a new line, done", &new);
    let mut served = from.clone();
    served.opens(Page::Support).does(Action::AddedLineFor(outcome));
    cases.add(Sort::Editing, "a new line for an outcome", &served);

    for line in from.state.plan.lines.iter().map(|line| line.id) {
        let mut open = from.clone();
        open.opens(Page::Support).does(Action::OpenedLine(line));
        cases.add(Sort::Editing, "a line", &open);
        let paid = (Field::LineSupport(line), "paid");
        let sets: [&[(Field, &str)]; 5] = [
            &[paid],
            &[
                paid,
                (Field::LineCostBy(line), "hours"),
                (Field::LineRhythm(line), "once"),
                (Field::LineHours(line), "πολλά"),
            ],
            &[
                paid,
                (Field::LineCostBy(line), "amount"),
                (Field::LineRhythm(line), "once"),
                (Field::LineAmount(line), "-1"),
            ],
            &[
                paid,
                (Field::LineCostBy(line), "hours"),
                (Field::LineHours(line), "2"),
                (Field::LineCouncilHours(line), "3"),
            ],
            &[(Field::LineSupport(line), "mainstream"), (Field::LineHours(line), "πολλά")],
        ];
        for entries in sets {
            let mut open = open.clone();
            open.enters_all(entries);
            cases.add(Sort::Editing, &format!("{entries:?}"), &open);
            open.does(Action::FinishedEditing);
            cases.add(Sort::Editing, &format!("{entries:?}, done"), &open);
        }
    }
}

/// Every kind of what-if, empty, right, wrong and without effect, under each way and none.
fn what_ifs(cases: &mut Cases) {
    let texts = ["", "2", "52", "0", "πολλά", "19"];
    let ways = Way::ALL.iter().map(|way| way.key()).chain([""]);
    for way in ways {
        let mut from = filled(greek_settings(), cases.role);
        from.enters(Field::Way, way).opens(Page::WhatIf);
        for text in texts {
            let mut visit = from.clone();
            for happening in Happening::ALL {
                visit.does(Action::AddedWhatIf(*happening));
                let id = visit.state.plan.what_ifs.last().unwrap().id;
                for asked in what_if_asks(*happening) {
                    visit.enters(Field::WhatIf(id, *asked), text);
                }
            }
            cases.add(Sort::Result, &format!("{way} {text}"), &visit);
            visit.enters(
                Field::WhatIf(visit.state.plan.what_ifs[0].id, WhatIfField::Name(Author::Person)),
                "Κάτι",
            );
            visit.does(Action::PressedContinue);
            if visit.state.is_checked {
                cases.add(Sort::Error, &format!("{way} {text}, checked"), &visit);
            }
        }
    }
}

/// What was spent: less, more, as planned, in part, from a table, and with mistakes.
fn spending(cases: &mut Cases) {
    let actual = |part| Field::Actual(part);
    let spent = |place| Field::Actual(ActualField::Spent(place));
    let until = |weeks: &'static str| (actual(ActualField::Until), weeks);
    let by = |by: &'static str| (actual(ActualField::By), by);
    let (late, balance) = (actual(ActualField::Late), actual(ActualField::Balance));
    for way in Way::ALL {
        let way = (Field::Way, way.key());
        let mut full = filled(greek_settings(), cases.role);
        full.enters(way.0, way.1);
        let sets: [&[(Field, &str)]; 6] = [
            &[until("3")],
            &[by("week"), until("3"), (spent(0), "0"), (spent(1), "9000"), (late, "5")],
            &[by("week"), until("1"), (spent(0), "124"), (balance, "16")],
            &[by("four-weeks"), until("9"), (spent(0), "100"), (balance, "5000")],
            &[by("month"), until("52"), (balance, "0")],
            &[by("month"), until("52"), (spent(0), "πολλά")],
        ];
        cases.with(Sort::Result, &full, Page::Actual, &sets);
        let wrong: [&[(Field, &str)]; 2] = [&[until("53")], &[by("week"), until("2"), (spent(1), "πολλά")]];
        cases.with(Sort::Error, &full, Page::Actual, &wrong);
    }
    let mut full = filled(greek_settings(), cases.role);
    full.opens(Page::Actual);
    let many = "πότε,5\n".repeat(40);
    for starts in ["", "6/4/2026"] {
        full.enters(Field::Year(YearField::Starts), starts);
        for table in [
            "date,amount\n6/4/2026,5\nχ,5\n7/4/2026,χ\n8/4/2026,-4\n9/4/2020,5\n",
            "week,spent\n1,5\n",
            "6/4/2020,5",
            &format!("week,spent\n1,5\n{many}"),
            "",
        ] {
            let mut visit = full.clone();
            visit.does(Action::ChoseTable(Ok(table.as_bytes().to_vec())));
            cases.add(Sort::Around, &format!("a table {starts} {:?}", visit.state.notice), &visit);
        }
    }
    for error in [FileError::TooLarge, FileError::Damaged] {
        full.does(Action::ChoseTable(Err(error)));
        cases.add(Sort::Around, &format!("{:?}", full.state.notice), &full);
    }
}

/// Where the planner opens on its own page.
const ADDRESS: &str = "https://planner.example/index.html";

/// What stands around the pages.
fn around(cases: &mut Cases) {
    let full = filled(greek_settings(), cases.role);
    let mut notices = vec![
        Notice::Removed,
        Notice::SaveStarted,
        Notice::Saved,
        Notice::Opened { is_newer: false },
        Notice::Opened { is_newer: true },
        Notice::Copied,
        Notice::CopyFailed,
        Notice::Cleared,
        Notice::ClearedUnused,
        Notice::FileSent,
        Notice::LockFailed(Failure::NotDone),
    ];
    notices.extend(
        [
            FileError::TooLarge,
            FileError::NotAPlan,
            FileError::Damaged,
            FileError::TooDeep,
            FileError::TooMuch,
            FileError::WrongPart,
        ]
        .map(Notice::OpenFailed),
    );
    for notice in notices {
        let mut visit = full.clone();
        visit.opens(Page::Keep);
        visit.state.before_opening = Some(Default::default());
        visit.state.notice = Some(notice.clone());
        cases.add(Sort::Around, &format!("{notice:?}"), &visit);
    }
    for page in Page::ALL {
        let mut visit = full.clone();
        visit.opens(page).does(Action::Sealed).does(Action::AskedToClear).does(Action::PressedShift(1));
        visit.state.done = Page::ALL.to_vec();
        visit.state.around.is_embedded = true;
        cases.add(Sort::Around, "sealed, asking to clear, one press of Shift", &visit);
        for word in ["personal-budget", "indicative-budget", "contribution", "outcome", "ongoing-cost"] {
            let mut visit = full.clone();
            visit.opens(page).does(Action::PressedShift(2)).does(Action::ToggledTerm(word.into()));
            cases.add(Sort::Around, word, &visit);
        }
    }
    for (minutes, page) in [(26, Page::Matters), (30, Page::Keep)] {
        let mut visit = full.clone();
        Rc::make_mut(&mut visit.state.settings).idle_minutes = Some(30);
        let unused = minutes * 60_000 - 1;
        visit.opens(page).does(UnusedAction::Looked { unused, focused: None }.into());
        assert!(visit.state.unused.is_some());
        visit.does(Action::Locked(LockedAction::ToggledShown(LockedBox::Saving)));
        cases.add(Sort::Around, "a shared device, and a passphrase that is shown", &visit);
    }
    let mut embedded = full.clone();
    embedded.state.around.is_embedded = true;
    embedded.state.around.has_outer = true;
    embedded.state.around.address = ADDRESS.into();
    embedded.state.around.opened = vec!["tel:01632960123".into()];
    cases.add(Sort::Around, "in a site, inside the outer frame", embedded.opens(Page::CanSee));
    cases.add(Sort::Around, "in a site, on the page about safety", embedded.opens(Page::Safety));
    let (settings, errors) =
        partner::read(r#"{"name":7,"nation":"x","prices":[],"unspent_limit_weeks":0,"χ":1}"#);
    assert_eq!(errors.len(), 5);
    let state = State::new(Start { settings_errors: errors, ..start(settings) });
    let visit = Visit { state, effects: Vec::new() };
    cases.add(Sort::Around, "settings with errors", &visit);
}

// The rules of the markup.

fn all<'a>(document: &'a Document, selector: &str) -> Vec<ElementRef<'a>> {
    let selector = Selector::parse(selector).unwrap_or_else(|error| panic!("{selector}: {error}"));
    document.select(&selector).collect()
}

fn text_of(element: ElementRef) -> String {
    element.text().collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The start tag, to show what is meant.
fn tag(element: ElementRef) -> String {
    let html = element.html();
    html[..html.find('>').map_or(html.len(), |end| end + 1)].to_owned()
}

fn problems_of(document: &Document) -> Vec<String> {
    let mut problems: Vec<String> =
        document.errors.iter().map(|error| format!("the parser: {error}")).collect();
    problems.extend(headings(document));
    problems.extend(ids(document));
    problems.extend(controls(document));
    for element in all(document, "*") {
        if element.attr("style").is_some() {
            problems.push(format!("a style attribute: {}", tag(element)));
        }
        if element.attr("tabindex").is_some_and(|tabindex| !["0", "-1"].contains(&tabindex)) {
            problems.push(format!("a tabindex of its own: {}", tag(element)));
        }
    }
    problems
}

fn headings(document: &Document) -> Vec<String> {
    let mut problems = Vec::new();
    let first = all(document, "h1");
    if first.len() != 1 || first[0].attr("id") != Some("page-heading") {
        problems.push(format!("{} headings of the first level", first.len()));
    }
    let mut before = 1;
    for heading in all(document, "h1, h2, h3, h4, h5, h6") {
        let level: u8 = heading.value().name()[1..].parse().unwrap();
        if level > before + 1 {
            problems.push(format!("level {level} after {before}: {}", text_of(heading)));
        }
        if text_of(heading).is_empty() {
            problems.push(format!("an empty heading: {}", tag(heading)));
        }
        before = level;
    }
    problems
}

fn ids(document: &Document) -> Vec<String> {
    let mut problems = Vec::new();
    let mut ids = BTreeSet::new();
    for element in all(document, "[id]") {
        let id = element.attr("id").unwrap();
        if id.is_empty() || id.contains(char::is_whitespace) || !ids.insert(id) {
            problems.push(format!("the id {id:?} twice, empty or with a space"));
        }
    }
    for attribute in ["aria-describedby", "aria-labelledby", "aria-controls", "for"] {
        for element in all(document, &format!("[{attribute}]")) {
            let named: Vec<&str> = element.attr(attribute).unwrap().split_whitespace().collect();
            if named.is_empty() || named.iter().any(|id| !ids.contains(id)) {
                problems.push(format!("{attribute} points to nothing: {}", tag(element)));
            }
        }
    }
    for link in all(document, "a") {
        let href = link.attr("href").unwrap_or_default();
        let points = href.strip_prefix('#').is_none_or(|id| ids.contains(id));
        if href.is_empty() || !points {
            problems.push(format!("a link to nothing: {}", tag(link)));
        }
    }
    problems
}

/// Is this element as it must be?
type IsRight = fn(&ElementRef) -> bool;

fn controls(document: &Document) -> Vec<String> {
    let mut problems = Vec::new();
    let labels: BTreeMap<&str, String> = all(document, "label[for]")
        .into_iter()
        .map(|label| (label.attr("for").unwrap(), text_of(label)))
        .collect();
    for control in all(document, "input, select, textarea") {
        let label = control.attr("id").and_then(|id| labels.get(id).cloned());
        let label = label.or(control.attr("aria-label").map(str::to_owned)).unwrap_or_default();
        if label.trim().is_empty() {
            problems.push(format!("no label: {}", tag(control)));
        }
    }
    for control in all(document, "button, a, summary, legend, caption, th, option, label, dt") {
        if text_of(control).is_empty() && control.attr("aria-label").is_none() {
            problems.push(format!("without words: {}", tag(control)));
        }
    }
    let expected: [(&str, IsRight, &str); 10] = [
        ("button", |button| button.attr("type").is_some(), "a button without a type"),
        ("th", |cell| cell.attr("scope").is_some(), "a head cell without scope"),
        (
            "table",
            |table| table.select(&Selector::parse("caption").unwrap()).count() == 1,
            "a table without caption",
        ),
        (
            "fieldset",
            |set| set.select(&Selector::parse("legend").unwrap()).count() == 1,
            "a fieldset without legend",
        ),
        ("details", |details| first_child(details) == Some("summary"), "details without a summary"),
        (
            "svg",
            |svg| svg.attr("aria-hidden").is_some() || svg.attr("aria-labelledby").is_some(),
            "a picture that is read out",
        ),
        (
            "input[type=radio]",
            |radio| radio.attr("name").is_some_and(|name| !name.is_empty()),
            "a radio without a name",
        ),
        (
            "form, select",
            |part| part.attr("autocomplete") == Some("off"),
            "a form that the browser may remember",
        ),
        (
            "input",
            |input| KINDS.contains(&input.attr("type").unwrap_or_default()),
            "an input of another kind",
        ),
        ("input[type=text], input[type=password], textarea", keeps_to_itself, "a field that tells"),
    ];
    for (selector, is_right, wrong) in expected {
        let found = all(document, selector).into_iter().filter(|element| !is_right(element));
        problems.extend(found.map(|element| format!("{wrong}: {}", tag(element))));
    }
    problems
}

/// What a person can type into, choose or tick.
const KINDS: [&str; 5] = ["text", "password", "radio", "checkbox", "file"];

/// A browser remembers what is typed, checks its spelling elsewhere, or sends it away to guess the next words,
/// unless each is turned off. A passphrase that is hidden may go to the person's own keeper, which asks first.
fn keeps_to_itself(field: &ElementRef) -> bool {
    let is = |name: &str, value: &str| field.attr(name) == Some(value);
    let is_kept_by_person = is("type", "password")
        && ["new-password", "current-password"].iter().any(|keeper| is("autocomplete", keeper));
    is("spellcheck", "false")
        && is("writingsuggestions", "false")
        && (is("autocomplete", "off") || is_kept_by_person)
}

fn first_child<'a>(element: &ElementRef<'a>) -> Option<&'a str> {
    element.children().find_map(ElementRef::wrap).map(|child| child.value().name())
}

// The pseudo-language.

/// Words that stand outside the brackets, and are neither typed (in Greek) nor a source's own address.
fn outside_brackets(document: &Document, own_words: &[&str]) -> Vec<String> {
    let mut found = Vec::new();
    let mut depth = 0_i32;
    for node in document.tree.root().descendants() {
        let Node::Text(text) = node.value() else { continue };
        let parent = node.parent().and_then(ElementRef::wrap);
        let is_skipped = parent.is_some_and(|of| {
            of.value().name() == "title" && first_parent(of) == Some("head")
                || of.attr("id") == Some("copy-text")
        });
        if is_skipped || own_words.contains(&text.trim()) {
            continue;
        }
        let outside = outside(text, &mut depth);
        if has_our_letters(&outside) {
            found.push(format!("{:?} in {}", outside.trim(), parent.map(tag).unwrap_or_default()));
        }
    }
    if depth != 0 {
        found.push(format!("brackets that do not close: {depth}"));
    }
    for attribute in ["aria-label", "title", "placeholder", "alt"] {
        for element in all(document, &format!("[{attribute}]")) {
            let mut depth = 0;
            if has_our_letters(&outside(element.attr(attribute).unwrap(), &mut depth)) || depth != 0 {
                found.push(format!("{attribute} of {}", tag(element)));
            }
        }
    }
    found
}

fn first_parent(element: ElementRef<'_>) -> Option<&str> {
    element.parent().and_then(ElementRef::wrap).map(|parent| parent.value().name())
}

fn outside(text: &str, depth: &mut i32) -> String {
    let mut outside = String::new();
    for c in text.chars() {
        match c {
            '⟦' => *depth += 1,
            '⟧' => *depth -= 1,
            c if *depth == 0 => outside.push(c),
            _ => {}
        }
    }
    outside
}

fn has_our_letters(text: &str) -> bool {
    text.chars().any(|c| {
        c.is_alphabetic() && !('\u{370}'..='\u{3ff}').contains(&c) && !('\u{1f00}'..='\u{1fff}').contains(&c)
    })
}

// The tests.

/// Every problem once, with how often it comes and where first.
fn report(problems: Vec<(String, String)>) {
    let mut places: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for (place, problem) in problems {
        places.entry(problem).or_default().push(place);
    }
    let lines: Vec<String> = places
        .iter()
        .map(|(problem, places)| format!("{problem}\n    {} times, first in: {}", places.len(), places[0]))
        .collect();
    assert!(lines.is_empty(), "\n{}", lines.join("\n"));
}

#[test]
fn every_page_in_every_state_is_sound_markup() {
    let mut problems = Vec::new();
    for case in cases() {
        let document = drawn(&case.state, Language::English);
        let found = problems_of(&document);
        problems.extend(found.into_iter().map(|problem| (case.name.clone(), problem)));
        let marks = [("main#planner", 1), ("#announcer", 1), ("#help", 1), ("#leave", 1), ("#clear", 1)];
        for (selector, count) in marks {
            if all(&document, selector).len() != count {
                problems.push((case.name.clone(), format!("not {count} of {selector}")));
            }
        }
        if case.state.page() != Page::Keep && all(&document, "#continue").len() != 1 {
            problems.push((case.name.clone(), "no one main button".into()));
        }
    }
    report(problems);
}

#[test]
fn a_page_on_its_way_out_is_blank_and_one_that_could_not_leave_says_what_to_do() {
    let mut visit = filled(greek_settings(), Some("me"));
    visit.opens(Page::Keep).does(Action::AskedToLeave);
    for (action, words) in
        [(Action::KeptAnswers, "help-leave-loading"), (Action::CouldNotLeave, "help-leave-refused")]
    {
        visit.does(action);
        let document = drawn(&visit.state, Language::English);
        let layer = all(&document, "body > *");
        assert_eq!(layer.len(), 1);
        assert_eq!((layer[0].attr("id"), layer[0].attr("role")), (Some("leaving"), Some("alert")));
        assert_eq!(text_of(layer[0]), Text::default().by_id(words, &[]));
    }
}

#[test]
fn a_partner_may_take_the_button_off_and_then_nothing_speaks_of_it() {
    let mut visit = filled(greek_settings(), Some("me"));
    Rc::make_mut(&mut visit.state.settings).leave_button = false;
    for page in Page::ALL {
        visit.opens(page).does(Action::PressedShift(1)).does(Action::PressedShift(2));
        let document = drawn(&visit.state, Language::English);
        assert_eq!(all(&document, ".pbp-leave, #leave-presses").len(), 0, "{page:?}");
        assert_eq!(all(&document, "#clear").len(), 1, "{page:?}");
        let words = text_of(all(&document, "body")[0]);
        assert!(!words.contains(&Text::default().by_id("help-leave-shift", &[])), "{page:?}");
    }
}

#[test]
fn the_countdown_of_shift_is_heard_and_its_dots_are_decoration() {
    let mut visit = filled(greek_settings(), Some("me"));
    let heard = |visit: &Visit| {
        let document = drawn(&visit.state, Language::English);
        let region = all(&document, "#leave-presses[role=status]");
        assert_eq!(region.len(), 1, "the region is there before its words are");
        let (dots, on) = (".pbp-leave__dots[aria-hidden] .pbp-leave__dot", ".pbp-leave__dot--on");
        (text_of(region[0]), all(&document, dots).len(), all(&document, on).len())
    };
    assert_eq!(heard(&visit), (String::new(), 0, 0));
    visit.does(Action::PressedShift(1));
    assert_eq!(heard(&visit), ("Press Shift 2 more times to leave.".into(), 3, 1));
    visit.does(Action::PressedShift(2));
    assert_eq!(heard(&visit), ("Press Shift 1 more time to leave.".into(), 3, 2));
}

#[test]
fn nothing_is_chosen_before_a_person_chooses() {
    let mut problems = Vec::new();
    for case in cases() {
        let is_new = case.kind == Sort::Editing && case.name.contains("a new outcome");
        if case.kind != Sort::Empty && !is_new {
            continue;
        }
        for control in all(&drawn(&case.state, Language::English), "input[checked]") {
            // The brush of the calendar and what a sheet shows are tools, and no answers.
            let tools = ["start-role", "spells-brush", "sheets-choose"];
            let name = control.attr("name").unwrap_or_default();
            if !tools.contains(&name) && !name.starts_with("sheets-part-") {
                problems.push((case.name.clone(), format!("chosen beforehand: {}", tag(control))));
            }
        }
    }
    report(problems);
}

#[test]
fn in_an_error_each_sentence_of_the_summary_leads_to_a_field_that_shows_it() {
    let mut problems = Vec::new();
    for case in cases().into_iter().filter(|case| case.state.is_checked) {
        let document = drawn(&case.state, Language::English);
        let links = all(&document, "#error-summary a");
        if links.is_empty() {
            problems.push((case.name.clone(), "no error summary".into()));
        }
        for link in links {
            let id = link.attr("href").unwrap().trim_start_matches('#').to_owned();
            let field = all(&document, &format!("[id='{id}']"));
            let message = all(&document, &format!("[id='{id}-error']"));
            let is_described =
                field.first().and_then(|field| field.attr("aria-describedby")).is_some_and(|ids| {
                    ids.split_whitespace().any(|described| described == format!("{id}-error"))
                });
            let is_marked = field.first().is_some_and(|field| field.attr("aria-invalid") == Some("true"));
            let says_it = message.first().is_some_and(|message| text_of(*message).ends_with(&text_of(link)));
            if !(is_described && is_marked && says_it) {
                problems.push((case.name.clone(), format!("{id} does not show its error")));
            }
        }
    }
    report(problems);
}

#[test]
fn what_was_typed_stands_in_its_field_as_it_was_typed() {
    let mut visit = filled(greek_settings(), Some("supporter"));
    let line = visit.state.plan.lines[0].id;
    let texts = [
        (Page::Budget, Field::Letter, "12,3,4"),
        (Page::Matters, Field::Wish(Author::Person), "<b>&\"'\nΔύο"),
        (Page::Support, Field::LineHours(line), "πέντε"),
    ];
    for (page, field, text) in texts {
        visit.enters(field, text).opens(page).does(Action::OpenedLine(line));
        let document = drawn(&visit.state, Language::English);
        let control = all(&document, &format!("[id='{}']", field.id()))[0];
        let shown = match field.kind() {
            Kind::Words => control.text().collect::<String>(),
            _ => control.attr("value").unwrap_or_default().to_owned(),
        };
        assert_eq!(shown, text, "{field:?}");
    }
}

#[test]
fn the_persons_words_come_first_and_each_text_says_whose_it_is() {
    for role in Role::ALL {
        let mut visit = filled(greek_settings(), Some(role.key()));
        visit.opens(Page::Keep);
        let document = drawn(&visit.state, Language::English);
        let by = all(&document, "figure.pbp-words");
        assert!(!by.is_empty());
        for words in &by {
            let author = words.select(&Selector::parse("figcaption").unwrap()).next().unwrap();
            assert!(!text_of(author).is_empty(), "{role:?}");
        }
        assert!(!by[0].attr("class").unwrap().contains("pbp-words--other"), "{role:?}");
    }
}

#[test]
fn in_the_pseudo_language_no_sentence_stands_outside_the_brackets() {
    let periods = rates::all().iter().flat_map(|figure| &figure.periods);
    let mut own_words: Vec<&str> =
        periods.filter_map(|period| period.held.as_ref().ok()).map(|(_, source)| source.href).collect();
    // Where in a partner's file something is wrong.
    own_words.extend(["name", "nation", "prices", "unspent_limit_weeks"]);
    own_words.push(ADDRESS);
    let mut problems = Vec::new();
    for case in cases() {
        let found = outside_brackets(&drawn(&case.state, Language::Pseudo), &own_words);
        problems.extend(found.into_iter().map(|problem| (case.name.clone(), problem)));
    }
    report(problems);
}

fn drawn_first(first: &First, language: Language) -> Document {
    let view = View {
        state: first.state.clone(),
        text: Text { language },
        dispatch: Callback::noop(),
        enter: Callback::noop(),
    };
    parsed(&html_of::<Bare>(ExamplesProps { drawn: first.draw(&view) }))
}

#[component]
fn Bare(props: &ExamplesProps) -> Html {
    props.drawn.clone()
}

#[test]
fn the_first_program_draws_the_same_first_page_as_the_whole_planner() {
    for key in ["me", "together"] {
        let mut first = First::new(start(greek_settings()));
        let mut whole = Visit::with(greek_settings());
        for action in [Action::Entered(Field::Role, key.into()), Action::AskedToClear, Action::Sealed] {
            first.update(action.clone());
            whole.does(action);
            let both = [drawn_first(&first, Language::English), drawn(&whole.state, Language::English)];
            assert_eq!(both[0].html(), both[1].html(), "{key}");
        }
    }
}

#[test]
fn the_first_program_waits_in_sound_markup_and_says_what_for() {
    let text = Text::default();
    for (rest, id) in [(Rest::Coming, "shared-rest-coming"), (Rest::Missing, "shared-rest-missing")] {
        for also in
            [Action::AskedToClear, Action::Copied(true), Action::Copied(false), Action::PressedShift(1)]
        {
            let mut first = First::new(start(greek_settings()));
            for action in [Action::PressedContinue, Action::HeardOfRest(rest), also] {
                assert!(!first.update(action).iter().any(|effect| matches!(effect, Effect::HandOver(_))));
            }
            let document = drawn_first(&first, Language::English);
            assert_eq!(problems_of(&document), [""; 0]);
            let main = text_of(all(&document, "main")[0]);
            assert!(main.contains(&text.by_id(id, &[])), "{rest:?}: {main}");
            assert_eq!(all(&document, "#rest-again").len(), usize::from(rest == Rest::Missing));
            assert_eq!((all(&document, "main form").len(), all(&document, "#back").len()), (0, 1));
            let sentences = outside_brackets(&drawn_first(&first, Language::Pseudo), &[]);
            assert_eq!(sentences, [""; 0]);
        }
    }
}

#[test]
fn the_planner_itself_draws_what_was_held() {
    let mut visit = filled(greek_settings(), Some("me"));
    visit.opens(Page::Compare);
    let held = Some(visit.state.held(&visit.state.plan_file()));
    let start = Start { held, ..start(greek_settings()) };
    let html = html_of::<App>(AppProps { start, language: Language::English });
    let document = parsed(&html);
    assert_eq!(problems_of(&document), [""; 0]);
    assert_eq!(text_of(all(&document, "h1")[0]), "The same plan, 4 ways");
    assert!(html.contains("£111.00") && html.contains("Κολύμπι"));
}

#[test]
fn every_example_of_a_component_is_sound_markup() {
    let mut drawn: Vec<(&str, Html)> = Vec::new();
    drawn.extend(field::examples().iter().map(|props| ("field", field::field_box(props))));
    drawn.extend(choice::examples().iter().map(|props| ("choice", choice::choice(props))));
    for props in week_chart::examples() {
        let chart = week_chart::week_chart(&props);
        drawn.push(("week chart", html! { <><p id="year-sentence">{ "A" }</p>{ chart }</> }));
    }
    for props in small_chart::examples() {
        let chart = small_chart::small_chart(&props);
        drawn.push(("small chart", html! { <><p id="words">{ "A" }</p>{ chart }</> }));
    }
    for props in band_chart::examples() {
        let chart = band_chart::band_chart(&props);
        drawn.push(("band chart", html! { <><p id="chances-sentence">{ "A" }</p>{ chart }</> }));
    }
    for props in review_chart::examples() {
        let chart = review_chart::review_chart(&props);
        drawn.push(("review chart", html! { <><p id="words">{ "A" }</p>{ chart }</> }));
    }
    drawn.extend(paper::examples().iter().map(|props| ("paper", paper::paper(props))));
    for props in calendar::examples() {
        drawn.push(("calendar", html! { <Calendar ..props /> }));
    }
    drawn.push(("patterns", bars::patterns()));
    let mut problems = Vec::new();
    for (name, drawn) in drawn {
        let document = parsed(&html_of::<Examples>(ExamplesProps { drawn }));
        problems.extend(problems_of(&document).into_iter().map(|problem| (name.to_owned(), problem)));
    }
    report(problems);
}

#[test]
fn the_checks_see_what_they_look_for() {
    let check = |body: &str, expected: &str| {
        let document = parsed(&format!("<h1 id=\"page-heading\">A</h1>{body}"));
        let found = problems_of(&document);
        assert!(found.iter().any(|problem| problem.contains(expected)), "{body}: {found:?}");
    };
    assert_eq!(problems_of(&parsed("<h1 id=\"page-heading\">A</h1><h2>B</h2><p>C</p>")), [""; 0]);
    check("<h1>B</h1>", "2 headings of the first level");
    check("<h3>B</h3>", "level 3 after 1");
    check("<p id=\"a\"></p><p id=\"a\"></p>", "the id \"a\" twice");
    check("<p aria-labelledby=\"b\"></p>", "aria-labelledby points to nothing");
    check("<input id=\"a\">", "no label");
    check("<label for=\"a\"> </label><input id=\"a\">", "no label");
    check("<a href=\"#b\">B</a>", "a link to nothing");
    check("<a>B</a>", "a link to nothing");
    check("<button type=\"button\"><svg aria-hidden=\"true\"></svg></button>", "without words");
    check("<p style=\"color: red\">B</p>", "a style attribute");
    check("<p>B<div>C</div></p>", "the parser");
    check("<table><tr><th>B</th></tr></table>", "a head cell without scope");
    check("<form></form>", "a form that the browser may remember");
    check("<input type=\"email\">", "an input of another kind");
    let quiet = "autocomplete=\"off\" spellcheck=\"false\" writingsuggestions=\"false\"";
    for part in quiet.split(' ') {
        let rest = quiet.replace(part, "");
        check(&format!("<textarea aria-label=\"A\" {rest}></textarea>"), "a field that tells");
        check(&format!("<input type=\"text\" aria-label=\"A\" {rest}>"), "a field that tells");
    }
    let keeper = quiet.replace("off", "new-password");
    check(&format!("<input type=\"text\" aria-label=\"A\" {keeper}>"), "a field that tells");
    let hidden = format!("<h1 id=\"page-heading\">A</h1><input type=\"password\" aria-label=\"A\" {keeper}>");
    assert_eq!(problems_of(&parsed(&hidden)), [""; 0]);

    let outside = |body: &str| outside_brackets(&parsed(body), &["https://a.example/"]).len();
    assert_eq!(outside("<p>⟦One ⟦May⟧ two⟧ £5 × 3 % Δύο</p><bdi>https://a.example/</bdi>"), 0);
    assert_eq!(outside("<p>⟦One <b>two</b> three⟧</p>"), 0);
    assert_eq!(outside("<p>⟦One⟧ two</p>"), 1);
    assert_eq!(outside("<p>⟦One</p>"), 1);
    assert_eq!(outside("<p aria-label=\"Two\">⟦One⟧</p>"), 1);
}
