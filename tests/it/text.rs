//! Ids of messages, both ways round: every id that the code asks for has a message, and every message
//! is asked for somewhere. `say!` is checked by the compiler; here is what is put together while running.
//! How the words read is in words.rs.

use std::collections::BTreeSet;

use planner::app::Page;
use planner::app::action::Action;
use planner::app::check::{all_fields, problems, what_if_asks};
use planner::app::field::{
    ActualField, ChanceField, Field, Kind, MemberField, ReviewField, SpellField, StepField, WhatIfField,
    WorkerField, YearField, dashed,
};
use planner::app::many::Failure;
use planner::app::sheets::Sheet;
use planner::app::spells::Preset;
use planner::domain::charging::{Free, LEAFLET_FIGURES, Setting};
use planner::domain::csv::{Left, TableError};
use planner::domain::eligibility;
use planner::domain::employing;
use planner::domain::employing::{AgeBand, Engaged, HolidayPay, Member, Pattern, PayPeriod, ServicePer};
use planner::domain::holding::brought_forward;
use planner::domain::nation::Nation;
use planner::domain::person::{AgeGroup, By, Household, Mark, Part};
use planner::domain::plan::actual::SpentBy;
use planner::domain::plan::chance::{Lasts, Often, Stay};
use planner::domain::plan::check::{Ask, Reply, Whom};
use planner::domain::plan::circle;
use planner::domain::plan::phase::{Happens, Phase, Spell};
use planner::domain::plan::readiness;
use planner::domain::plan::review;
use planner::domain::plan::risk::Risk;
use planner::domain::plan::sharing::{Time, Topic};
use planner::domain::plan::step::{Step, StepState};
use planner::domain::plan::what_if::{Happening, WhatIf};
use planner::domain::plan::year::Holder;
use planner::domain::plan::{
    Answer, Area, Author, End, Kept, Line, LineId, Outcome, OutcomeId, Payer, Per, Plan, Rhythm, Role, Stage,
    Support, Way,
};
use planner::domain::simulation::Condition;
use planner::domain::workings::Status;
use planner::partner;
use planner::text::{Text, ids, is_first};

use crate::source::{File, Piece, files, joined_in_calls, literals, literals_of_calls, only, without_tests};
use crate::visit::{Visit, demoshire, read};

/// Ids of one template, as it stands in a `format!` or an `id_of` with its values taken out.
struct Built {
    template: &'static str,
    ids: Vec<String>,
    /// Each may have a wording of its own for who sits here.
    is_worded: bool,
    /// A message that is shown only where there is one.
    is_optional: bool,
}

/// Every template that makes message ids.
fn built() -> Vec<Built> {
    let mut all = Vec::new();
    let mut add = |template: &'static str, is_worded: bool, is_optional: bool, ids: Vec<String>| {
        all.push(Built { template, ids, is_worded, is_optional });
    };
    let of = |before: &str, keys: &[&str], after: &str| -> Vec<String> {
        keys.iter().map(|key| format!("{before}{key}{after}")).collect()
    };
    let fields = fields();
    let with = |which: fn(&Field) -> bool, after: &str| -> Vec<String> {
        fields.iter().filter(|field| which(field)).map(|field| format!("{}-{after}", field.key())).collect()
    };
    add("{}-label", true, false, with(has_label, "label"));
    add("{}-hint", true, true, with(has_hint, "hint"));
    add("{}-what", true, false, with(|field| field.kind() != Kind::Choice && !is_listed(field), "what"));
    let options = fields.iter().flat_map(|field| of(&format!("{}-", field.key()), &options(*field), ""));
    add("{}-{}", true, false, options.collect());
    add("{}-title", true, false, Page::ALL.iter().map(|page| format!("{}-title", page.key())).collect());

    of_the_year(&mut add);
    add("budget-{}-label", true, false, of("budget-", &["with", "without", "as-it-stands"], "-label"));
    add("budget-gap-{}", false, false, of("budget-gap-", &["own", "council"], ""));
    check_ids(&mut add);
    let areas: Vec<&str> = Area::ALL.iter().map(|area| area.key()).collect();
    add("matters-area-{}", false, false, of("matters-area-", &areas, ""));
    add("matters-note-{}", false, false, of("matters-note-", &["supporter", "worker"], ""));
    add("start-nation-{}", false, false, of("start-nation-", &Nation::ALL.map(Nation::key), ""));
    let supports: Vec<&str> = Support::ALL.iter().map(|support| support.key()).collect();
    add("support-kind-{}", false, false, of("support-kind-", &supports, ""));
    let rhythms: Vec<&str> = Rhythm::ALL.iter().map(|rhythm| rhythm.key()).collect();
    add("support-rhythm-{}", false, false, of("support-rhythm-", &rhythms, ""));
    let kept: Vec<&str> = Kept::ALL.iter().map(|kept| kept.key()).collect();
    add("year-kept-says-{}", false, false, of("year-kept-says-", &kept, ""));
    let phases: Vec<&str> = Phase::ALL.iter().map(|phase| phase.key()).collect();
    add("year-phase-{}", false, false, of("year-phase-", &phases, ""));
    let others: Vec<&str> = phases.iter().copied().filter(|key| *key != "hospital").collect();
    add("year-phase-stops-{}", false, false, of("year-phase-stops-", &others, ""));
    add("year-money-{}", false, false, of("year-money-", &["week", "four-weeks", "month"], ""));
    add("year-by-{}", false, false, of("year-by-", &["week", "four-weeks", "month", "year"], ""));

    let pers: Vec<&str> = Per::ALL.iter().map(|per| per.key()).collect();
    add("shared-per-{}", false, false, of("shared-per-", &pers, ""));
    add("shared-month-{}", false, false, (1..=12).map(|month| format!("shared-month-{month}")).collect());
    add("shared-whose-{}", false, false, of("shared-whose-", &["supporter", "worker"], ""));
    add(
        "shared-whose-person-by-{}",
        false,
        false,
        of("shared-whose-person-by-", &["supporter", "worker"], ""),
    );
    let tasks: Vec<&str> =
        Page::ALL.iter().filter(|page| **page != Page::Tasks).map(|page| page.key()).collect();
    add("tasks-{}", false, false, of("tasks-", &tasks, ""));
    add("tasks-{}-hint", false, false, of("tasks-", &tasks, "-hint"));

    let ways: Vec<&str> = Way::ALL.iter().map(|way| way.key()).collect();
    let nations = Nation::ALL.map(Nation::key);
    let of_ways = |parts: &[&str]| -> Vec<String> {
        ways.iter().flat_map(|way| of(&format!("ways-{way}-"), parts, "")).collect()
    };
    add("ways-{}-name", false, false, of_ways(&["name"]));
    let own_names: Vec<String> = nations.iter().map(|nation| format!("name-{nation}")).collect();
    add("ways-{}-name-{}", false, true, of_ways(&own_names.iter().map(String::as_str).collect::<Vec<_>>()));
    add("ways-{}-{}", false, false, of_ways(&["what", "holds", "buy", "unwell"]));
    add(
        "ways-{}-task-{}",
        false,
        false,
        of_ways(&["task-1", "task-2", "task-3", "task-4", "task-5", "task-6"]),
    );
    add("ways-part-{}", false, false, of("ways-part-", &["what", "holds", "does", "buy", "unwell"], ""));
    add("ways-same-{}", false, false, (1..=6).map(|number| format!("ways-same-{number}")).collect());
    add("ways-nation-note-{}", false, false, of("ways-nation-note-", &nations, ""));
    add("ways-{}-source", false, false, of("ways-", &nations, "-source"));
    let why = |carry: u8| {
        brought_forward(Some(carry)).iter().map(move |way| format!("ways-carry-why-{carry}-{}", way.key()))
    };
    add("ways-carry-why-{}-{}", false, false, (1..=5).flat_map(why).collect());

    of_spells(&mut add);
    of_look_back(&mut add);
    of_hard_times(&mut add);
    of_life(&mut add);
    let pers: Vec<&str> = ServicePer::ALL.iter().map(|per| per.key()).collect();
    add("employ-service-per-{}", false, false, of("employ-service-per-", &pers, ""));
    let failures = Failure::ALL.map(Failure::key);
    add("chances-failed-{}", false, false, of("chances-failed-", &failures, ""));
    let engaged: Vec<&str> = Engaged::ALL.iter().map(|engaged| engaged.key()).collect();
    add("employ-engaged-{}", false, false, of("employ-engaged-", &engaged, ""));
    of_money(&mut add);
    of_rights(&mut add);

    let [marked, listed] = glossary();
    let meanings: BTreeSet<&String> = marked.union(&listed).collect();
    let meanings = meanings.into_iter().map(|word| format!("glossary-{word}-meaning")).collect();
    add("glossary-{}-meaning", false, false, meanings);
    add(
        "glossary-{}-term",
        false,
        false,
        listed.iter().map(|word| format!("glossary-{word}-term")).collect(),
    );

    let (steps, laws) = workings();
    let figures = || LEAFLET_FIGURES.iter().chain(employing::FIGURES);
    let named = figures().map(|name| format!("workings-{}", dashed(name)));
    let steps_of = steps.iter().map(|id| format!("workings-{}", dashed(id)));
    add("workings-{}", false, false, steps_of.chain(named).collect());
    add(
        "workings-{}-sentence",
        false,
        true,
        steps
            .iter()
            .map(String::as_str)
            .chain(figures().copied())
            .map(|id| format!("workings-{}-sentence", dashed(id)))
            .collect(),
    );
    add("law-{}", false, false, laws.iter().map(|law| format!("law-{law}")).collect());
    add(
        "{}-{}",
        false,
        true,
        of_each_nation(&laws.iter().map(|law| format!("law-{law}")).collect::<Vec<_>>()),
    );
    let statuses =
        [Status::Official, Status::Corroborated, Status::Secondary, Status::Derived].map(Status::key);
    add("workings-status-{}", false, false, of("workings-status-", &statuses, ""));

    add("help-line-{}-{}", false, false, help_lines());
    let errors = ["too-large", "not-a-plan", "damaged", "too-deep", "too-much", "wrong-part"];
    add("error-file-{}", false, false, of("error-file-", &errors, ""));
    add("settings-expected-{}", false, false, expected_settings());
    let said = problems_said();
    for template in [
        "error-unreadable-{}",
        "error-too-large-{}",
        "error-decimals-{}",
        "error-missing-{}",
        "error-unfitting-{}",
    ] {
        let start = template.trim_end_matches("{}");
        add(template, false, false, said.iter().filter(|id| id.starts_with(start)).cloned().collect());
    }
    all
}

/// What the check, the rights and the letter put together.
fn check_ids(add: &mut impl FnMut(&'static str, bool, bool, Vec<String>)) {
    let of = |before: &str, keys: &[&str], after: &str| -> Vec<String> {
        keys.iter().map(|key| format!("{before}{key}{after}")).collect()
    };
    let nations = Nation::ALL.map(Nation::key);
    let places = &nations[..4];
    let tests = Nation::ALL
        .into_iter()
        .flat_map(|nation| Whom::ALL.iter().filter_map(move |whom| eligibility::test(nation, *whom)));
    let (mut asked, mut points): (Vec<Ask>, Vec<&str>) = (Vec::new(), Vec::new());
    let mut laws = Vec::new();
    for test in tests {
        laws.push(test.key);
        asked.extend(test.parts);
        asked.extend(test.points.iter().map(|(ask, _)| ask));
        points.extend(test.points.iter().map(|(ask, _)| ask.key()));
    }
    assert!(Ask::ALL.iter().all(|ask| asked.contains(ask)), "a question that no test asks");
    let asks: Vec<&str> = Ask::ALL.iter().map(|ask| ask.key()).collect();
    let whom: Vec<&str> = Whom::ALL.iter().map(|whom| whom.key()).collect();
    let hints = asks.iter().flat_map(|ask| of(&format!("check-about-{ask}-hint-"), &whom, ""));
    add("check-about-{}", false, false, of("check-about-", &asks, ""));
    add("check-about-{}-hint", false, false, of("check-about-", &asks, "-hint"));
    add("check-about-{}-hint-{}", false, true, hints.collect());
    add("check-part-lead-{}", false, false, of("check-part-lead-", &whom, ""));
    let cannot = [Reply::Help, Reply::Distress, Reply::Danger, Reply::Slow].map(Reply::key);
    add("check-part-{}", false, false, of("check-part-", &cannot, ""));
    add("check-why-{}", false, false, of("check-why-", &points, ""));
    add("check-tell-{}", false, false, of("check-tell-", &points, ""));
    add("check-tell-first-{}", false, false, of("check-tell-first-", &whom, ""));
    add("check-{}-law", false, false, of("check-", &laws, "-law"));
    for (template, before) in [
        ("letter-where-{}", "letter-where-"),
        ("letter-step-money-{}", "letter-step-money-"),
        ("letter-dear-{}", "letter-dear-"),
        ("letter-about-{}", "letter-about-"),
    ] {
        add(template, false, false, of(before, &nations, ""));
    }
    add("letter-{}-law", false, false, of("letter-", &nations, "-law"));
    add("letter-next-nhs-{}", false, false, of("letter-next-nhs-", places, ""));
    let askers = ["own", "other", "carer"];
    for (template, before) in [
        ("letter-ask-{}", "letter-ask-"),
        ("letter-bad-{}", "letter-bad-"),
        ("letter-call-{}", "letter-call-"),
    ] {
        add(template, false, false, of(before, &askers, ""));
    }
    let own = askers.iter().flat_map(|who| of(&format!("letter-ask-{who}-"), &nations, "-law"));
    add("letter-ask-{}-{}-law", false, true, own.collect());
}

/// Adds a template with its ids: is it worded for who sits here, and is it shown only where there is one?
type Add<'a> = &'a mut dyn FnMut(&'static str, bool, bool, Vec<String>);

/// What is put together on the page of spells.
fn of_spells(add: Add) {
    let of = |before: &str, keys: Vec<&str>| -> Vec<String> {
        keys.into_iter().map(|key| format!("{before}{key}")).collect()
    };
    let all = || Phase::ALL.iter().map(|phase| phase.key()).collect::<Vec<_>>();
    let hard = || Phase::HARD.iter().map(|phase| phase.key()).collect::<Vec<_>>();
    let happens = || Happens::ALL.iter().map(|happens| happens.key());
    add("spells-phase-{}", false, false, of("spells-phase-", all()));
    add("spells-letter-{}", false, false, of("spells-letter-", all()));
    add("spells-sum-{}", false, false, of("spells-sum-", hard()));
    add("spells-in-{}", false, false, of("spells-in-", hard()));
    add("spells-happens-{}", false, false, of("spells-happens-", happens().collect()));
    let said = happens().chain(["half", "all"]).collect();
    add("spells-said-{}", false, false, of("spells-said-", said));
    add("spells-unsaid-{}", false, false, of("spells-unsaid-", vec!["usual", "paused", "half", "all"]));
    add("spells-preset-{}", false, false, of("spells-preset-", Preset::ALL.map(Preset::key).to_vec()));
    let months: Vec<String> = (1..=12).map(|month| format!("spells-month-{month}")).collect();
    add("spells-month-{}", false, false, months);
    let answers = Answer::ALL.iter().map(|answer| answer.key()).collect();
    add("spells-charge-{}", false, false, of("spells-charge-", answers));
}

/// What is put together where a plan is agreed, looked back at and taken away.
fn of_look_back(add: Add) {
    let of = |before: &str, keys: Vec<&str>, after: &str| -> Vec<String> {
        keys.into_iter().map(|key| format!("{before}{key}{after}")).collect()
    };
    let questions = || readiness::Question::ALL.iter().map(|question| question.key()).collect();
    add("ready-question-{}", true, false, of("ready-question-", questions(), ""));
    let why = readiness::Why::ALL.iter().map(|why| why.key()).collect();
    add("ready-why-{}", true, false, of("ready-why-", why, ""));
    add("ready-law-{}", false, false, of("ready-law-", Nation::ALL.map(Nation::key).to_vec(), ""));
    let told = Nation::ALL.into_iter().filter(|nation| !readiness::contents(*nation).is_empty());
    add("ready-law-{}-source", false, false, of("ready-law-", told.map(Nation::key).collect(), "-source"));
    let contents = readiness::Content::ALL.iter().map(|content| content.key()).collect();
    add("ready-content-{}", false, false, of("ready-content-", contents, ""));
    let refused = || vec!["needs", "family", "things", "order"];
    add("ready-refuse-{}", false, false, of("ready-refuse-", refused(), ""));
    add("ready-refuse-{}-source", false, false, of("ready-refuse-", refused(), "-source"));
    let real = || readiness::Real::ALL.iter().map(|asked| asked.key()).collect();
    add("ready-about-{}", true, false, of("ready-about-", real(), ""));
    add("ready-ask-{}", true, false, of("ready-ask-", real(), ""));
    let lenses = vec!["control", "options", "outcomes", "community"];
    add("ready-lens-{}", true, false, of("ready-lens-", lenses, ""));
    let signs: Vec<&str> = review::Inclusion::ALL.iter().map(|what| what.key()).collect();
    let signs = of("review-inclusion-", signs, "");
    add("review-inclusion-{}", true, false, signs.clone());
    let prompts = ["review-think", "review-included-lead"].map(str::to_owned);
    let own = signs
        .iter()
        .chain(&prompts)
        .flat_map(|id| review::Setting::ALL.iter().map(move |setting| format!("{id}-{}", setting.key())));
    add("{}-{}", true, true, own.chain(prompts.clone()).collect());
    let changes = review::Change::ALL.iter().map(|change| change.key()).collect();
    add("review-included-{}", false, false, of("review-included-", changes, ""));
    let supports = Support::ALL.iter().map(|support| support.key()).collect();
    add("review-lines-{}", false, false, of("review-lines-", supports, ""));
    let sheets = Sheet::ALL.map(Sheet::key).to_vec();
    add("sheets-{}-title", true, false, of("sheets-", sheets, "-title"));
}

/// What is put together about wishes and about who may know what.
fn of_hard_times(add: Add) {
    let of = |before: &str, keys: &[&str]| -> Vec<String> {
        keys.iter().map(|key| format!("{before}{key}")).collect()
    };
    let binding = of("wishes-binding-", &Nation::ALL.map(Nation::key));
    add("wishes-binding-{}", false, false, binding.clone());
    add("wishes-binding-{}-source", false, false, binding.iter().map(|id| format!("{id}-source")).collect());
    let topics: Vec<&str> = Topic::ALL.iter().map(|topic| topic.key()).collect();
    add("sharing-topic-{}", true, false, of("sharing-topic-", &topics));
    let times: Vec<&str> = Time::ALL.iter().map(|time| time.key()).collect();
    add("sharing-time-{}", false, false, of("sharing-time-", &times));
    add("sharing-answer-{}", false, false, of("sharing-answer-", &["yes", "no", "none"]));
}

/// What is put together on the pages of the person's own life, of support, and on the list of parts.
fn of_life(add: Add) {
    let of = |before: &str, keys: &[&str], after: &str| -> Vec<String> {
        keys.iter().map(|key| format!("{before}{key}{after}")).collect()
    };
    let groups = ["life", "money", "support", "year", "agree"];
    add("tasks-group-{}", true, false, of("tasks-group-", &groups, ""));
    let areas: Vec<&str> = Area::ALL.iter().map(|area| area.key()).collect();
    add("matters-area-{}-hint", true, true, of("matters-area-", &areas, "-hint"));
    let payers: Vec<&str> = Payer::ALL.iter().map(|payer| payer.key()).collect();
    add("support-payer-{}", false, false, of("support-payer-", &payers, ""));
    add("support-payer-{}-ask", false, false, of("support-payer-", &payers, "-ask"));
    let stages: Vec<&str> = Stage::ALL.iter().map(|stage| stage.key()).collect();
    add("support-stage-{}", false, false, of("support-stage-", &stages, ""));
    add("support-stage-{}-prompt", false, false, of("support-stage-", &stages, "-prompt"));
    let ties: Vec<&str> = circle::Tie::ALL.iter().map(|tie| tie.key()).collect();
    add("people-tie-{}", false, false, of("people-tie-", &ties, ""));
    let states: Vec<&str> = StepState::ALL.iter().map(|state| state.key()).collect();
    add("steps-state-{}", false, false, of("steps-state-", &states, ""));
}

/// What is put together on the page of what somebody may pay.
fn of_money(add: Add) {
    let of = |before: &str, keys: Vec<&str>| -> Vec<String> {
        keys.into_iter().map(|key| format!("{before}{key}")).collect()
    };
    let parts = of("money-part-", Part::ALL.iter().map(|part| part.key()).collect());
    add("money-part-{}", false, false, parts.clone());
    let marks = of("money-mark-", Mark::ALL.iter().map(|mark| mark.key()).collect());
    add("money-mark-{}", false, false, marks.clone());
    let hints: Vec<String> = parts.iter().chain(&marks).map(|id| format!("{id}-hint")).collect();
    add("{}-hint", true, true, hints.clone());
    let free = of("money-free-", Free::ALL.iter().map(|free| free.key()).collect());
    add("money-free-{}", false, false, free.clone());
    let laws: Vec<String> = free.iter().map(|id| format!("{id}-law")).collect();
    add("{}-law", true, true, laws.clone());
    let of_fields = fields().into_iter().map(|field| format!("{}-hint", field.key()));
    let leads = ["pay-costs-lead", "pay-lead", "people-carer", "people-carer-supporter", "ready-law-title"];
    let leads = leads.map(str::to_owned);
    let own = of_each_nation(&[hints, laws, of_fields.collect(), leads.to_vec()].concat());
    add("{}-{}", false, true, own);
    let switches = Setting::ALL.iter().filter(|setting| setting.is_switch());
    add(
        "money-setting-{}",
        false,
        false,
        switches.map(|one| format!("money-setting-{}", dashed(one.key()))).collect(),
    );

    let source = |path: &str| without_tests(&read(path));
    let groups = source("src/ui/pages/pay.rs");
    let groups = groups.split("const INCOMES").nth(1).and_then(|rest| rest.split_once("];"));
    let mut groups: Vec<String> =
        literals(groups.map_or("", |(list, _)| list)).into_iter().map(|(_, key)| key).collect();
    groups.extend(["housing", "costs"].map(str::to_owned));
    add("pay-group-{}", false, false, groups.iter().map(|key| format!("pay-group-{key}")).collect());
    let changes = source("src/domain/charging/changes.rs");
    let mut ids: BTreeSet<String> =
        literals_of_calls(&changes, "tried").into_iter().filter_map(|call| call.first().cloned()).collect();
    ids.insert("aftercare".into());
    assert!(ids.len() > 4, "{ids:?}");
    add("pay-change-{}", false, false, ids.iter().map(|id| format!("pay-change-{id}")).collect());
    let left_out = of("pay-capital-", vec!["home", "things", "life", "injury", "trusts"]);
    add("pay-capital-{}", false, false, left_out);
    let full = of("pay-full-cost-", vec!["savings", "refused"]);
    add("pay-full-cost-{}", true, false, full.clone());
    add("{}-{}", false, true, of_each_nation(&full));
    let (paid, kept): (Vec<Way>, Vec<Way>) =
        Way::ALL.iter().partition(|way| matches!(way, Way::Direct | Way::Isf));
    let by_rule =
        |way: &Way| ["net", "gross", "open", "all"].map(|key| format!("pay-account-{}-{key}", way.key()));
    let all = kept.iter().map(|way| format!("pay-account-{}-all", way.key()));
    add("pay-account-{}-{}", false, false, paid.iter().flat_map(by_rule).chain(all).collect());
    add(
        "pay-account-{}",
        false,
        false,
        kept.iter().map(|way| format!("pay-account-{}", way.key())).collect(),
    );
}

/// What may happen, what a table of spending left out, and why one brought nothing.
fn of_the_year(add: Add) {
    let keys = || Happening::ALL.iter().map(|happening| happening.key());
    let happening = keys().map(|key| format!("what-if-happening-{key}"));
    add("what-if-happening-{}", false, false, happening.collect());
    let left = Left::ALL.iter().map(|why| format!("actual-left-{}", why.key()));
    add("actual-left-{}", false, false, left.collect());
    let failed = TableError::ALL.iter().map(|error| format!("actual-failed-{}", error.key()));
    add("actual-failed-{}", false, false, failed.collect());
    let asked = Happening::ALL.iter().flat_map(|happening| {
        let hint = |field: &WhatIfField| format!("{}-{}-hint", field.key(), happening.key());
        what_if_asks(*happening).iter().map(hint)
    });
    add("{}-hint", true, true, asked.collect());
}

/// The steps of each nation's rights: as many as there are messages, in one row.
fn of_rights(add: Add) {
    let nations = Nation::ALL.map(Nation::key);
    let numbered = |key: &&str| {
        let id = |number: i32| format!("rights-{key}-{number}");
        let has = |number: &i32| Text::default().has(&id(*number));
        let last = (1..).take_while(has).last().unwrap_or(1);
        (1..=last).map(id).collect::<Vec<_>>()
    };
    add("rights-{}-{}", false, false, nations.iter().flat_map(numbered).collect());
    add("rights-{}-source", false, false, nations.iter().map(|key| format!("rights-{key}-source")).collect());
}

/// The wordings that a nation may have of its own.
fn of_each_nation(ids: &[String]) -> Vec<String> {
    ids.iter().flat_map(|id| Nation::ALL.map(|nation| format!("{id}-{}", nation.key()))).collect()
}

/// Drawn with words of its own: a box to tick, or how often an amount comes in a list of such.
fn has_label(field: &Field) -> bool {
    match field {
        Field::Mark(_) | Field::Part(_) | Field::Actual(ActualField::Spent(_)) => false,
        Field::WhatIf(_, field) => matches!(field, WhatIfField::Name(_)),
        _ => true,
    }
}

/// Named by what it is one of: a part of somebody's money, a figure.
fn is_listed(field: &Field) -> bool {
    matches!(field, Field::PartAmount(_) | Field::Leaflet(_))
}

/// Templates of other things than messages: ids in the page, classes, names of files.
const OTHERS: &[&str] = &[
    "{}-{}-{}-{}",
    "budget-{}",
    "compare-tasks-{}",
    "compare-{}-cost",
    "compare-{}-if-agreed",
    "compare-{}-left",
    "check-{}-{}",
    "compare-{}-name",
    "govuk-input--width-{}",
    "line-{}-change",
    "line-{}-figure",
    "line-{}-heading",
    "line-{}-{}",
    "my-plan-{}.json",
    "my-plan-{}-locked.json",
    "{}-show",
    "outcome-{}-change",
    "outcome-{}-heading",
    "outcome-{}-remove",
    "outcome-{}-support",
    "people-{}-remove",
    "steps-{}-remove",
    "pbp-pattern-{}",
    "ready-{}",
    "step-{}",
    "risk-{}",
    "sharing-{}",
    "review-{}",
    "my-dates-{}.ics",
    "{}-{}.docx",
    "review-{}-outcome-{}",
    "review-{}-remove",
    "review-picture-{}",
    "review-picture-{}-says",
    "sheets-choose-{}",
    "sheets-part-{}",
    "my-money-{}.csv",
    "pbp-series-{}",
    "spells-line-{}",
    "spells-remove-{}",
    "spells-brush-{}",
    "spells-week-{}",
    "sharing-table-{}",
    "task-{}",
    "task-{}-hint",
    "task-{}-status",
    "term-{}",
    "way-{}",
    "way-{}-name",
    "year-each-{}",
    "chances-save-{}",
    "chances-{}-chart",
    "chances-{}-limit",
    "chances-{}-reserve",
    "chances-{}-sentence",
    "what-if-add-{}",
    "what-if-picture-{}",
    "what-if-picture-{}-ends",
    "what-if-{}",
    "what-if-{}-beside",
    "what-if-{}-ends",
    "what-if-{}-heading",
    "what-if-{}-remove",
    "what-if-{}-result",
    "what-if-{}-says",
    "what-if-{}-ways",
    "{}-caption",
    "{}-copy",
    "{}-error",
    "{}-{}-heading",
    "{}-{}-more",
    "{}-says",
    "{}-{}-{}",
];

/// One of each field that there can be.
fn fields() -> Vec<Field> {
    let outcome = Outcome::new(OutcomeId(1));
    let mut plan = Plan { outcomes: vec![outcome], lines: vec![Line::new(LineId(2))], ..Plan::default() };
    plan.what_ifs.push(WhatIf::new(3));
    plan.pay.tick(Part::Esa, true);
    plan.lines[0].support = Some(Support::Paid);
    plan.year.spells.push(Spell::new(3));
    plan.risks.push(Risk::new(4));
    plan.circle.push(circle::Member::new(5));
    plan.steps.push(Step::new(6));
    plan.reviews.push(review::Review::new(
        7,
        planner::domain::date::Date::constant(2026, 11, 22),
        Default::default(),
    ));
    all_fields(&plan)
}

/// Lists and the one box to tick are drawn without a hint.
fn has_hint(field: &Field) -> bool {
    !matches!(
        field,
        Field::LetterPer
            | Field::ToldPer
            | Field::IncomePer
            | Field::HousingPer
            | Field::CostsPer
            | Field::CostPer
            | Field::PartPer(_)
            | Field::PartAmount(_)
            | Field::LineOutcome(_)
            | Field::LineRhythm(_)
            | Field::LineAgreed(_)
            | Field::LineHappens(..)
            | Field::Spell(_, SpellField::Phase)
    )
}

/// What can be chosen in a field whose choices are drawn under its own key.
fn options(field: Field) -> Vec<&'static str> {
    let answers = || Answer::ALL.iter().map(|answer| answer.key()).collect();
    match field {
        Field::Role => Role::ALL.iter().map(|role| role.key()).collect(),
        Field::Agrees | Field::HelpCounted | Field::Aftercare | Field::PartnerAge | Field::Carer => answers(),
        Field::By => By::ALL.iter().map(|by| by.key()).collect(),
        Field::AgeGroup => AgeGroup::ALL.iter().map(|group| group.key()).collect(),
        Field::Household => Household::ALL.iter().map(|household| household.key()).collect(),
        Field::Nation => Nation::ALL.map(Nation::key).to_vec(),
        Field::Carry => vec!["1", "2", "3", "4", "5"],
        // The ways themselves go by the names of the nation.
        Field::Way => vec!["none"],
        Field::CheckFor => Whom::ALL.iter().map(|whom| whom.key()).collect(),
        Field::Check(_, ask) if ask.is_point() => answers(),
        Field::Check(..) => vec!["can", "help", "distress", "danger", "slow", "not-sure"],
        Field::LineSupport(_) => Support::ALL.iter().map(|support| support.key()).collect(),
        Field::LineCostBy(_) => vec!["hours", "amount"],
        Field::Real(_) => answers(),
        Field::Setting => review::Setting::ALL.iter().map(|setting| setting.key()).collect(),
        Field::Review(_, ReviewField::Included(_)) => {
            review::Change::ALL.iter().map(|change| change.key()).collect()
        }
        Field::LinePayer(_) => Payer::ALL.iter().map(|payer| payer.key()).collect(),
        Field::LineStage(_) => Stage::ALL.iter().map(|stage| stage.key()).collect(),
        Field::Member(_, MemberField::Tie) => circle::Tie::ALL.iter().map(|tie| tie.key()).collect(),
        Field::Member(_, MemberField::Circle) => circle::Circle::ALL.iter().map(|one| one.key()).collect(),
        Field::Step(_, StepField::State) => StepState::ALL.iter().map(|state| state.key()).collect(),
        Field::LineHappens(..) => Happens::ALL.iter().map(|happens| happens.key()).collect(),
        Field::Spell(_, SpellField::Phase) => Phase::ALL.iter().map(|phase| phase.key()).collect(),
        Field::Year(YearField::End) => End::ALL.iter().map(|end| end.key()).collect(),
        Field::Year(YearField::PaidEvery) => vec!["week", "four-weeks", "month"],
        Field::Year(YearField::Basis) => vec!["gross", "net"],
        Field::Year(YearField::ReservePays) => vec!["never", "unwell", "always"],
        Field::Year(YearField::HospitalCharge) => answers(),
        Field::Year(YearField::Holder(_)) => Holder::ALL.iter().map(|holder| holder.key()).collect(),
        Field::Actual(ActualField::By) => SpentBy::ALL.iter().map(|by| by.key()).collect(),
        // Each part of a what-if is labelled by what happens.
        Field::WhatIf(_, field) => Happening::ALL
            .iter()
            .filter(|happening| what_if_asks(**happening).contains(&field))
            .map(|happening| happening.key())
            .collect(),
        Field::Year(YearField::Kept) => Kept::ALL.iter().map(|kept| kept.key()).collect(),
        Field::Worker(field) => of_worker(field),
        Field::Chance(ChanceField::Now) => Condition::ALL.iter().map(|key| key.key()).collect(),
        Field::Chance(ChanceField::Often) => Often::ALL.iter().map(|key| key.key()).collect(),
        Field::Chance(ChanceField::Lasts) => Lasts::ALL.iter().map(|key| key.key()).collect(),
        Field::Chance(ChanceField::Stay) => Stay::ALL.iter().map(|key| key.key()).collect(),
        _ => Vec::new(),
    }
}

/// The choices on the page about employing someone.
fn of_worker(field: WorkerField) -> Vec<&'static str> {
    match field {
        WorkerField::Engaged => Engaged::ALL.iter().map(|key| key.key()).collect(),
        WorkerField::AgeBand => AgeBand::ALL.iter().map(|key| key.key()).collect(),
        WorkerField::PayPeriod => PayPeriod::ALL.iter().map(|key| key.key()).collect(),
        WorkerField::Pattern => Pattern::ALL.iter().map(|key| key.key()).collect(),
        WorkerField::Holiday => HolidayPay::ALL.iter().map(|key| key.key()).collect(),
        WorkerField::Member => Member::ALL.iter().map(|key| key.key()).collect(),
        WorkerField::Allowance => Answer::ALL.iter().map(|key| key.key()).collect(),
        WorkerField::ServicePer => ServicePer::ALL.iter().map(|key| key.key()).collect(),
        _ => Vec::new(),
    }
}

/// Hard words marked in sentences as `‹word|shown›`, and those listed at a page's end.
fn glossary() -> [BTreeSet<String>; 2] {
    let mut marked = BTreeSet::new();
    for file in files("src/text/en", "ftl") {
        let marks = file.source.split('‹').skip(1).filter_map(|mark| mark.split_once('|'));
        marked.extend(marks.map(|(word, _)| word.to_owned()));
    }
    let mut listed = BTreeSet::new();
    for file in sources("src/ui/pages") {
        for words in literals_of_calls(&file.source, "word_list") {
            listed.extend(words);
        }
        for (start, ending) in [("fn hard_words", "\n}\n"), ("const HARD_WORDS", "];\n")] {
            if let Some(at) = file.source.find(start) {
                let end = file.source[at..].find(ending).map_or(file.source.len(), |end| at + end);
                listed.extend(literals(&file.source[at..end]).into_iter().map(|(_, word)| word));
            }
        }
    }
    assert!(!marked.is_empty() && !listed.is_empty());
    [marked, listed]
}

/// The ids of the steps and sums of workings, and of the provisions they stand under.
fn workings() -> (BTreeSet<String>, BTreeSet<String>) {
    let (mut steps, mut laws) = (BTreeSet::new(), BTreeSet::new());
    let messages: BTreeSet<&str> = ids().collect();
    for file in sources("src/domain").into_iter().chain(sources("src/app")) {
        for name in ["Workings::step", "Workings::sum"] {
            // The first literal of a call is its own id, where it has one.
            let code = only(&file.source, &[Piece::Code]);
            let literals = literals(&file.source);
            for (at, call) in code.match_indices(&format!("{name}(")) {
                let inside = at + call.len();
                let before_literal = |at: usize| code[inside..at].trim() == "\"";
                let first = literals.iter().find(|(place, _)| *place > inside);
                steps.extend(first.filter(|(place, _)| before_literal(*place)).map(|(_, id)| id.clone()));
            }
        }
        for law in literals_of_calls(&file.source, "under") {
            laws.extend(law);
        }
        laws.extend(laws_in_tables(&file.source));
        // Ids that reach a step through a variable.
        let named = literals(&file.source).into_iter().map(|(_, text)| text);
        steps.extend(named.filter(|text| messages.contains(format!("workings-{text}").as_str())));
    }
    assert!(steps.len() > 20 && laws.len() > 2, "{steps:?} {laws:?}");
    (steps, laws)
}

/// A provision that reaches its step through a field, and the rows of incomes: each has its own law.
fn laws_in_tables(source: &str) -> Vec<String> {
    let through_field = source.split("provision: \"").skip(1).filter_map(|rest| rest.split_once('"'));
    let mut laws: Vec<String> = through_field.map(|(law, _)| law.to_owned()).collect();
    let code = only(source, &[Piece::Code]);
    if let Some((_, rest)) = code.split_once("const INCOMES: &[Row]") {
        let (table, _) = rest.split_once("];").unwrap_or((rest, ""));
        laws.extend(
            Part::ALL
                .iter()
                .filter(|part| table.contains(&format!("Part::{part:?},")))
                .map(|part| part.key().to_owned()),
        );
    }
    laws
}

/// The parts of each line of urgent help, as `src/ui/pages/help.rs` lists them.
fn help_lines() -> Vec<String> {
    let source = without_tests(&read("src/ui/pages/help.rs"));
    let mut found = Vec::new();
    for call in source.split("line(\"").skip(1) {
        let Some((key, rest)) = call.split_once("\", Reach::") else { continue };
        let reach: String = rest.chars().take_while(|c| c.is_alphabetic()).collect();
        let by = match reach.as_str() {
            "Call" => "tel",
            "Message" => "sms",
            "Shown" => "copy",
            other => panic!("{other} is not known here"),
        };
        found.extend(["name", "who", "hours", "number", by].map(|part| format!("help-line-{key}-{part}")));
    }
    assert!(found.len() > 50, "{found:?}");
    let parts: BTreeSet<String> = literals_of_calls(&source, "part").into_iter().flatten().collect();
    let known = ["copy", "hours", "name", "number", "sms", "tel", "who"].map(str::to_owned);
    assert_eq!(parts, known.into());
    found
}

/// What the reader of settings may say that it expected.
fn expected_settings() -> Vec<String> {
    let mut found = BTreeSet::new();
    let mut say = |path: &str, names: &[&str]| {
        let source = without_tests(&read(path));
        for name in names {
            found
                .extend(literals_of_calls(&source, name).into_iter().filter_map(|call| call.last().cloned()));
        }
    };
    say("src/partner.rs", &["report_at", "report_along", "whole", "Err"]);
    say("src/partner/reader.rs", &["report", "report_at"]);
    say("src/partner/asked.rs", &["Some", "then_some", "error"]);
    say("src/app/settings.rs", &["error"]);
    say("src/web.rs", &["error"]);
    // A part's name, a token's answer, and words for developers.
    found.retain(|expected| !["value", "on"].contains(&expected.as_str()) && !expected.contains(['{', ' ']));
    // What one value of a kind must be stands in the table of keys, which the schema shows.
    let schema = planner::partner::schema::written();
    let named = schema.split("\"x-expected\": \"").skip(1);
    found.extend(named.map(|rest| rest.split('"').next().unwrap().to_owned()));
    found.into_iter().map(|expected| format!("settings-expected-{expected}")).collect()
}

/// Every sentence about a wrong field that can come up: texts of every sort in every figure field, and
/// every half without its other.
fn problems_said() -> BTreeSet<String> {
    let texts = [
        "a lot",
        "12,3,4",
        "-5",
        "−5",
        "1.234",
        "1.5",
        "0",
        "53",
        "99",
        "169",
        "521",
        "10000000000",
        "99999999999999999999",
        "31/2/2026",
        "1/1/1800",
        "1/1/2030",
        "2:20",
        "6/4",
        "£",
        ".",
        "9:99",
        "5",
    ];
    let mut said = BTreeSet::new();
    let mut whole = Visit::with(partner::Settings::default());
    whole.opens(Page::WhatIf).does(Action::AddedWhatIf(Happening::WorkerLeaves));
    let what_if = whole.state.plan.what_ifs[0].id;
    let turned = [(WhatIfField::From, "9"), (WhatIfField::Until, "8")];
    let turned = turned.map(|(part, week)| (Field::WhatIf(what_if, part), week)).to_vec();
    // One in which nothing was typed would be dropped.
    whole.enters(turned[0].0, turned[0].1);
    whole.opens(Page::Support);
    let line = whole.opens_new_line("Swimming");
    whole.enters(Field::LineSupport(line), "paid").enters(Field::Aftercare, "no");
    whole.enters(Field::Nation, "england");
    whole.enters(Field::BudgetFrom, "letter");
    whole.does(Action::AddedSpell).does(Action::AddedSpell);
    let spells: Vec<u32> = whole.state.plan.year.spells.iter().map(|spell| spell.id).collect();
    let [from, until, phase] =
        [SpellField::From, SpellField::Until, SpellField::Phase].map(|part| Field::Spell(spells[0], part));
    let [from_2, until_2, phase_2] =
        [SpellField::From, SpellField::Until, SpellField::Phase].map(|part| Field::Spell(spells[1], part));
    let halves = [
        turned,
        vec![(Field::LineName(line, Author::Person), "")],
        vec![(Field::LineCostBy(line), "hours")],
        vec![(Field::LineCostBy(line), "amount"), (Field::LineRhythm(line), "once")],
        vec![
            (Field::LineCostBy(line), "hours"),
            (Field::LineHours(line), "1"),
            (Field::LineCouncilHours(line), "2"),
        ],
        vec![(Field::Year(YearField::Rise), "2")],
        vec![(Field::Year(YearField::RiseFrom), "2")],
        vec![(from, "5")],
        vec![(until, "5")],
        vec![(from, "5"), (until, "4"), (phase, "crisis")],
        vec![(from, "5"), (until, "6")],
        vec![
            (from, "5"),
            (until, "6"),
            (phase, "crisis"),
            (from_2, "6"),
            (until_2, "7"),
            (phase_2, "hospital"),
        ],
        vec![(Field::LineHappens(line, Phase::Crisis), "more")],
        vec![
            (Field::LineHappens(line, Phase::Crisis), "more"),
            (Field::LineShare(line, Phase::Crisis), "50"),
        ],
        vec![(Field::Year(YearField::NewBudget), "2")],
        vec![(Field::Year(YearField::NewBudgetFrom), "2"), (Field::Year(YearField::Closes), "1")],
        vec![(Field::Year(YearField::ReserveWeekly), "99"), (Field::Letter, "5")],
        vec![(Field::Year(YearField::ReserveOpening), "9"), (Field::Year(YearField::ReserveMost), "5")],
        vec![
            (Field::LineCostBy(line), "hours"),
            (Field::LineRhythm(line), "weekly"),
            (Field::LineFrom(line), "9"),
            (Field::LineUntil(line), "2"),
        ],
        vec![],
    ];
    let figures =
        fields_of(&whole).into_iter().filter(|field| !matches!(field.kind(), Kind::Words | Kind::Choice));
    let misread = figures.flat_map(|field| texts.map(|text| vec![(field, text)]));
    // A line shows the boxes of the way in which it is paid.
    let lines = |by: &'static str, rhythm: &'static str| {
        vec![(Field::LineCostBy(line), by), (Field::LineRhythm(line), rhythm)]
    };
    let points = vec![(Field::BudgetFrom, "points")];
    let more = vec![(Field::LineHappens(line, Phase::Crisis), "more")];
    let settings = [lines("hours", "once"), lines("amount", "once"), Vec::new(), points, more];
    for entries in misread.chain(halves) {
        for setting in &settings {
            for page in Page::ALL {
                let mut visit = whole.clone();
                if page != Page::Support {
                    visit.opens(page);
                }
                visit.enters_all(setting).enters_all(&entries);
                said.extend(problems(&visit.state).iter().map(|problem| problem.message()));
            }
        }
    }
    assert!(said.contains("error-negative"), "{said:?}");
    said
}

fn fields_of(visit: &Visit) -> Vec<Field> {
    all_fields(&visit.state.plan)
}

/// Sources without their tests.
fn sources(folder: &str) -> Vec<File> {
    let bare = |file: File| File { source: without_tests(&file.source), ..file };
    files(folder, "rs").into_iter().map(bare).collect()
}

#[test]
fn every_id_that_is_put_together_has_its_message() {
    let mut missing: Vec<String> = Vec::new();
    for built in built() {
        assert!(!built.ids.is_empty(), "{} makes nothing", built.template);
        if !built.is_optional {
            let gone = built.ids.into_iter().filter(|id| !Text::default().has(id));
            missing.extend(gone.map(|id| format!("{id} (from {})", built.template)));
        }
    }
    none(&missing);
}

#[test]
fn every_template_of_an_id_is_known_here() {
    let known: BTreeSet<&str> =
        built().iter().map(|built| built.template).chain(OTHERS.iter().copied()).collect();
    let mut unknown = BTreeSet::new();
    let mut seen = BTreeSet::new();
    for file in sources("src") {
        let written = literals(&file.source).into_iter().map(|(_, text)| text);
        for text in written.chain(joined_in_calls(&file.source, "id_of")) {
            let template = without_values(&text);
            let is_id = text.contains('{')
                && template.contains('-')
                && template
                    .chars()
                    .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || "{}-.".contains(c));
            if is_id && !known.contains(template.as_str()) {
                unknown.insert(format!("{}: {text}", file.path));
            }
            seen.insert(template);
        }
    }
    none(&unknown.into_iter().collect::<Vec<_>>());
    let gone: Vec<String> =
        known.iter().filter(|known| !seen.contains(**known)).map(|id| format!("{id} is no more")).collect();
    none(&gone);
}

/// "ways-{key}-task-{number}" as "ways-{}-task-{}".
fn without_values(text: &str) -> String {
    let mut out = String::new();
    let mut is_inside = false;
    for c in text.chars() {
        is_inside = (is_inside || c == '{') && c != '}';
        if !is_inside || c == '{' {
            out.push(c);
        }
    }
    out
}

#[test]
fn every_reason_for_not_knowing_has_its_message() {
    let mut missing = Vec::new();
    for file in sources("src/domain").into_iter().chain(sources("src/app")).chain(sources("src/ui")) {
        for (_, id) in literals(&file.source) {
            if id.starts_with("missing-") && !Text::default().has(&id) {
                missing.push(format!("{}: {id}", file.path));
            }
        }
    }
    none(&missing);
}

#[test]
fn every_message_can_be_shown() {
    let mut used: BTreeSet<String> = BTreeSet::new();
    let mut worded: BTreeSet<String> = BTreeSet::new();
    for built in built() {
        if built.is_worded {
            worded.extend(built.ids);
        } else {
            used.extend(built.ids);
        }
    }
    used.extend(problems_said());
    for file in sources("src") {
        used.extend(literals(&file.source).into_iter().map(|(_, text)| text));
        for name in ["worded", "worded_with", "worded_if_any", "of_nation"] {
            worded.extend(literals_of_calls(&file.source, name).into_iter().flatten());
        }
    }
    for id in &worded {
        used.extend(Role::ALL.iter().map(|role| format!("{id}-{}", role.key())));
    }
    used.extend(worded);
    let unused: Vec<String> = ids().filter(|id| !used.contains(*id)).map(str::to_owned).collect();
    none(&unused);
}

#[test]
fn the_words_before_the_planner_starts_stand_in_its_pages_and_nowhere_else() {
    let page = read("www/index.html") + &read("www/outer/index.html");
    let asked: BTreeSet<&str> =
        page.split("{{").skip(1).filter_map(|rest| rest.split_once("}}")).map(|(id, _)| id.trim()).collect();
    let asked: BTreeSet<&str> = asked.into_iter().filter(|id| id.starts_with("boot-")).collect();
    let words = read("src/text/en/boot.ftl");
    let held: BTreeSet<&str> = words
        .lines()
        .filter_map(|line| line.split_once(" ="))
        .map(|(id, _)| id)
        .filter(|id| id.starts_with("boot-"))
        .collect();
    assert_eq!(held, asked);
    assert!(!ids().any(|id| id.starts_with("boot-")), "they are no part of the program");
}

#[test]
fn what_stands_before_the_later_file_arrives_is_in_the_program() {
    let mut missing = Vec::new();
    let folders = [
        "src/ui/pages.rs",
        "src/ui/pages/help.rs",
        "src/ui/pages/start.rs",
        "src/ui/pages/waiting.rs",
        "src/ui/first.rs",
    ];
    for path in folders {
        let said = literals(&without_tests(&read(path))).into_iter().map(|(_, text)| text);
        let later = said.filter(|text| Text::default().has(text) && !is_first(text));
        missing.extend(later.map(|id| format!("{path}: {id}")));
    }
    let files = ["start-", "shared-", "help-", "notice-", "settings-", "error-file-", "error-prefix"];
    let later = ids().filter(|id| files.iter().any(|start| id.starts_with(start)) && !is_first(id));
    missing.extend(later.map(str::to_owned));
    for line in read("src/text/en/start.ftl").lines() {
        let words = line.split('‹').skip(1).filter_map(|mark| mark.split_once('|'));
        let meanings = words.map(|(word, _)| format!("glossary-{word}-meaning"));
        missing.extend(meanings.filter(|id| !is_first(id)));
    }
    none(&missing);
    for id in ["tasks-title", "ways-bank-what", "error-negative", "year-title"] {
        assert!(!is_first(id), "{id}");
    }
}

#[test]
fn the_later_file_of_the_bundle_holds_the_messages_that_the_program_does_not() {
    let later = xtask::later::later(&xtask::run::root().join("src")).unwrap();
    assert_eq!(later, include_str!(concat!(env!("OUT_DIR"), "/later.txt")));
    let sections: Vec<&str> = later.split('\u{1e}').collect();
    let [later_ids, patterns, _] = sections[..] else { panic!("{} sections", sections.len()) };
    let expected: Vec<&str> = ids().filter(|id| !is_first(id)).collect();
    assert_eq!(later_ids.lines().collect::<Vec<_>>(), expected);
    assert_eq!(patterns.split('\n').count(), expected.len());
    assert!(later_ids.len() > 5_000 && patterns.contains("4 ways"));
}

#[test]
fn a_wording_for_one_who_sits_here_has_a_wording_for_everybody() {
    let mut alone = Vec::new();
    for id in ids() {
        for role in Role::ALL {
            let Some(base) = id.strip_suffix(&format!("-{}", role.key())) else { continue };
            let parts =
                ["start-role", "matters-note", "shared-whose", "shared-whose-person-by", "wishes-holder"];
            let is_part = parts.contains(&base);
            if !is_part && !Text::default().has(base) {
                alone.push(id.to_owned());
            }
        }
    }
    none(&alone);
}

#[test]
fn marks_of_hard_words_are_whole_and_name_a_word_that_is_explained() {
    let mut problems = Vec::new();
    for file in files("src/text/en", "ftl") {
        for line in file.source.lines().filter(|line| line.contains(['‹', '›'])) {
            let marks = line.matches('‹').count();
            let whole = line.split('‹').skip(1).filter(|mark| {
                mark.split_once('›').is_some_and(|(inside, _)| inside.matches('|').count() == 1)
            });
            if line.matches('›').count() != marks || whole.count() != marks {
                problems.push(format!("{}: {line}", file.path));
            }
        }
    }
    none(&problems);
}

#[test]
fn the_settings_that_come_with_the_planner_have_nothing_wrong_in_them() {
    demoshire();
    let mut named = BTreeSet::new();
    for page in files("www/demo", "html") {
        for mark in ["data-settings=\"", "?settings="] {
            let names = page.source.split(mark).skip(1);
            named.extend(names.map(|rest| {
                rest.chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '-').collect::<String>()
            }));
        }
    }
    assert!(!named.is_empty());
    for name in &named {
        let (settings, errors) = partner::read(&read(&format!("www/settings/{name}.json")));
        assert_eq!(errors, [], "{name}");
        assert!(settings.name.is_some(), "{name}");
    }
    for file in files("www/settings", "json") {
        assert_eq!(partner::read(&file.source).1, [], "{}", file.path);
    }
}

#[test]
fn the_templates_are_read_as_they_stand() {
    assert_eq!(without_values("ways-{key}-task-{number}"), "ways-{}-task-{}");
    assert_eq!(without_values("{}-{:02}"), "{}-{}");
}

fn none(problems: &[String]) {
    assert!(problems.is_empty(), "\n{}", problems.join("\n"));
}
