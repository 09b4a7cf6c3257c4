//! Partners' settings: every kind of mistake by its path, every switch in its nation, addresses over files,
//! sources that are shown, and the published schema, which takes what the reader takes.

use std::collections::BTreeSet;
use std::process::Command;

use jsonschema::Validator;
use planner::app::field::Field;
use planner::app::settings::{check_pages, said};
use planner::app::{Page, State};
use planner::domain::charging::{Kind, Setting};
use planner::domain::date::Date;
use planner::domain::money::Money;
use planner::domain::nation::Nation;
use planner::domain::workings::Source;
use planner::partner::{self, ContactKind, Corners, PAGES_OFF, Problem, ProblemKind, Settings, schema};
use planner::text::Text;
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::markup::shown;
use crate::source::files;
use crate::visit::{TODAY, Visit, read, start};

fn validator() -> Validator {
    let schema: Value = serde_json::from_str(&schema::written()).unwrap();
    jsonschema::meta::validate(&schema).unwrap_or_else(|error| panic!("{error}"));
    jsonschema::draft202012::new(&schema).unwrap_or_else(|error| panic!("{error}"))
}

/// Whether the schema can see the mistake too, or only the reader, which knows what values mean together.
#[derive(Clone, Copy, PartialEq, Debug)]
enum Seen {
    BySchema,
    ByReader,
}
use Seen::{ByReader, BySchema};

/// A broken file, the path of its one problem, what is expected there, and who sees it.
const BROKEN: &[(&str, &str, &str, Seen)] = &[
    // The file as a whole.
    ("", "settings:1:0", "json", ByReader),
    ("{", "settings:1:1", "json", ByReader),
    ("{\n  \"name\": \"A\",\n}", "settings:3:1", "json", ByReader),
    ("name: Demoshire", "settings:1:2", "json", ByReader),
    ("[]", "settings", "object", BySchema),
    ("null", "settings", "object", BySchema),
    ("\"England\"", "settings", "object", BySchema),
    ("[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]", "settings", "flatter", BySchema),
    (r#"{"name":"A","name":"B"}"#, "name", "once", ByReader),
    (r#"{"contacts":[{"name":"A","n\u0061me":"B"}]}"#, "contacts[0].name", "once", ByReader),
    // Keys.
    (r#"{"nam":"x"}"#, "nam", "known-key", BySchema),
    (r#"{"prices":{"hourly":"1"}}"#, "prices.hourly", "known-key", BySchema),
    (r#"{"payments":{"often":"week"}}"#, "payments.often", "known-key", BySchema),
    (r#"{"nation":"england","charging":{"mig":"1"}}"#, "charging.mig", "known-key", BySchema),
    (r#"{"sources":false}"#, "sources", "known-key", BySchema),
    (r#"{"help":false}"#, "help", "known-key", BySchema),
    // About the partner.
    (r#"{"name":7}"#, "name", "short-text", BySchema),
    (r#"{"name":"  "}"#, "name", "short-text", BySchema),
    (r#"{"name":"two\nlines"}"#, "name", "short-text", BySchema),
    ("{\"name\":\"\u{202e}erihsomeD\"}", "name", "short-text", BySchema),
    (r#"{"nation":"france"}"#, "nation", "nation", BySchema),
    (r#"{"nation":"England"}"#, "nation", "nation", BySchema),
    (r#"{"nation":"not-sure"}"#, "nation", "nation", BySchema),
    // Amounts.
    (r#"{"prices":[]}"#, "prices", "object", BySchema),
    (r#"{"prices":{"own_hour":19}}"#, "prices.own_hour", "amount", BySchema),
    (r#"{"prices":{"own_hour":"-1"}}"#, "prices.own_hour", "amount", BySchema),
    (r#"{"prices":{"own_hour":"£19"}}"#, "prices.own_hour", "amount", BySchema),
    (r#"{"prices":{"own_hour":"1,000"}}"#, "prices.own_hour", "amount", BySchema),
    (r#"{"prices":{"own_hour":"19.005"}}"#, "prices.own_hour", "amount", BySchema),
    (r#"{"prices":{"own_hour":"019"}}"#, "prices.own_hour", "amount", BySchema),
    (r#"{"prices":{"own_hour":"10000000.01"}}"#, "prices.own_hour", "amount", BySchema),
    (r#"{"prices":{"isf_fee_percent":"108"}}"#, "prices.isf_fee_percent", "percent", BySchema),
    (r#"{"prices":{"isf_fee_percent":"8%"}}"#, "prices.isf_fee_percent", "percent", BySchema),
    // Figures with their source.
    (r#"{"prices":{"own_hour":{"value":"19"}}}"#, "prices.own_hour.source", "object", BySchema),
    (r#"{"prices":{"own_hour":{"source":{"title":"A"}}}}"#, "prices.own_hour.value", "amount", BySchema),
    (
        r#"{"prices":{"own_hour":{"value":19,"source":{"title":"A"}}}}"#,
        "prices.own_hour.value",
        "amount",
        BySchema,
    ),
    (
        r#"{"prices":{"own_hour":{"value":"19","source":{}}}}"#,
        "prices.own_hour.source.title",
        "short-text",
        BySchema,
    ),
    (
        r#"{"prices":{"own_hour":{"value":"19","source":{"title":"A"},"from":"2026-04-06"}}}"#,
        "prices.own_hour.from",
        "known-key",
        BySchema,
    ),
    (
        r#"{"prices":{"own_hour":{"value":"19","source":{"title":"A","from":"6/4/2026"}}}}"#,
        "prices.own_hour.source.from",
        "date",
        BySchema,
    ),
    (
        r#"{"prices":{"own_hour":{"value":"19","source":{"title":"A","from":"2026-02-30"}}}}"#,
        "prices.own_hour.source.from",
        "date",
        ByReader,
    ),
    (
        r#"{"prices":{"own_hour":{"value":"19","source":{"title":"A","from":"2026-04-06","until":"2026-04-05"}}}}"#,
        "prices.own_hour.source.until",
        "later-date",
        ByReader,
    ),
    (
        r#"{"prices":{"own_hour":{"value":"19","source":{"title":"A","href":"http://a.uk/"}}}}"#,
        "prices.own_hour.source.href",
        "https",
        BySchema,
    ),
    (
        r#"{"prices":{"own_hour":{"value":"19","source":{"title":"A","href":"https://a b/"}}}}"#,
        "prices.own_hour.source.href",
        "https",
        BySchema,
    ),
    // How accounts are run.
    (r#"{"unspent_limit_weeks":"8"}"#, "unspent_limit_weeks", "weeks", BySchema),
    (r#"{"unspent_limit_weeks":0}"#, "unspent_limit_weeks", "weeks", BySchema),
    (r#"{"unspent_limit_weeks":8.5}"#, "unspent_limit_weeks", "weeks", BySchema),
    (r#"{"payments":"month"}"#, "payments", "object", BySchema),
    (r#"{"payments":{"every":"fortnight"}}"#, "payments.every", "paid-every", BySchema),
    (r#"{"payments":{"basis":true}}"#, "payments.basis", "basis", BySchema),
    (r#"{"hospital":{"payment_weeks":53}}"#, "hospital.payment_weeks", "weeks-of-year", BySchema),
    (r#"{"hospital":{"charge_stops":"yes"}}"#, "hospital.charge_stops", "yes-or-no", BySchema),
    (r#"{"unspent":{"counts_reserve":1}}"#, "unspent.counts_reserve", "yes-or-no", BySchema),
    (
        r#"{"unspent":{"taken_back_every_weeks":0}}"#,
        "unspent.taken_back_every_weeks",
        "weeks-of-year",
        BySchema,
    ),
    // A first figure.
    (
        r#"{"indicative":{"low_weekly":"150","high_weekly":"120"}}"#,
        "indicative.low_weekly",
        "low-and-high",
        ByReader,
    ),
    (r#"{"indicative":{"high_weekly":"120"}}"#, "indicative.low_weekly", "low-and-high", ByReader),
    (r#"{"indicative":{"points":7}}"#, "indicative.points", "list", BySchema),
    (r#"{"indicative":{"points":[7]}}"#, "indicative.points[0]", "object", BySchema),
    (
        r#"{"indicative":{"points":[{"points":"1","weekly":"9.00"}]}}"#,
        "indicative.points[0].points",
        "points",
        BySchema,
    ),
    (
        r#"{"indicative":{"points":[{"points":1001,"weekly":"9.00"}]}}"#,
        "indicative.points[0].points",
        "points",
        BySchema,
    ),
    (r#"{"indicative":{"points":[{"points":1}]}}"#, "indicative.points[0].weekly", "amount", BySchema),
    (
        r#"{"indicative":{"points":[{"points":2,"weekly":"9"},{"points":2,"weekly":"9"}]}}"#,
        "indicative.points[1].points",
        "ascending",
        ByReader,
    ),
    (
        r#"{"indicative":{"points":[{"points":2,"weekly":"9","monthly":"9"}]}}"#,
        "indicative.points[0].monthly",
        "known-key",
        BySchema,
    ),
    // What people pay.
    (r#"{"charging":{"maximum_weekly":"50"}}"#, "nation", "nation-for-charging", ByReader),
    (
        r#"{"nation":"scotland","charging":{"share_percent":"90"}}"#,
        "charging.share_percent",
        "switch-of-nation",
        ByReader,
    ),
    (
        r#"{"nation":"wales","charging":{"minimum_weekly":"1.25"}}"#,
        "charging.minimum_weekly",
        "switch-of-nation",
        ByReader,
    ),
    (
        r#"{"nation":"northern-ireland","charging":{"maximum_weekly":"50"}}"#,
        "charging.maximum_weekly",
        "switch-of-nation",
        ByReader,
    ),
    (
        r#"{"nation":"england","charging":{"taper_percent":"75"}}"#,
        "charging.taper_percent",
        "switch-of-nation",
        ByReader,
    ),
    (
        r#"{"nation":"england","charging":{"share_percent":"101"}}"#,
        "charging.share_percent",
        "percent",
        BySchema,
    ),
    (
        r#"{"nation":"england","charging":{"savings_step":"0"}}"#,
        "charging.savings_step",
        "amount-above-nought",
        BySchema,
    ),
    (
        r#"{"nation":"england","charging":{"night_gap_ignored":"true"}}"#,
        "charging.night_gap_ignored",
        "yes-or-no",
        BySchema,
    ),
    (
        r#"{"nation":"england","charging":{"respite_nights_as_home_care":367}}"#,
        "charging.respite_nights_as_home_care",
        "nights",
        BySchema,
    ),
    (
        r#"{"nation":"wales","charging":{"minimum_income_percent":"99"}}"#,
        "charging.minimum_income_percent",
        "raised-percent",
        BySchema,
    ),
    // People to ask.
    (r#"{"contacts":{}}"#, "contacts", "list", BySchema),
    (r#"{"contacts":[{"phone":"1"}]}"#, "contacts[0].name", "short-text", BySchema),
    (r#"{"contacts":[{"name":"A","phone":"ring me"}]}"#, "contacts[0].phone", "phone", BySchema),
    (r#"{"contacts":[{"name":"A","kind":"crisis"}]}"#, "contacts[0].kind", "contact-kind", BySchema),
    (
        r#"{"contacts":[{"name":"A"},{"name":"B","web":"javascript:alert(1)"}]}"#,
        "contacts[1].web",
        "https",
        BySchema,
    ),
    (r#"{"help_lines":[{"name":"A"}]}"#, "help_lines[0].phone", "phone", BySchema),
    (
        r#"{"help_lines":[{"name":"A","phone":"1","hours":"any"}]}"#,
        "help_lines[0].hours",
        "known-key",
        BySchema,
    ),
    // Words, pages, looks, shared devices.
    (r#"{"words":{"team":""}}"#, "words.team", "few-words", BySchema),
    (r#"{"words":{"council":"us"}}"#, "words.council", "known-key", BySchema),
    (r#"{"pages_off":["keep"]}"#, "pages_off[0]", "page-off", BySchema),
    (r#"{"pages_off":["chances","can-see"]}"#, "pages_off[1]", "page-off", BySchema),
    (r#"{"colours":{"accent":"url(x)"}}"#, "colours.accent", "colour", BySchema),
    (r##"{"colours":{"accent":"#fff"}}"##, "colours.accent", "colour", BySchema),
    (r#"{"corners":"12px"}"#, "corners", "corners", BySchema),
    (r#"{"leave_button":"off"}"#, "leave_button", "yes-or-no", BySchema),
    (r#"{"idle_minutes":4}"#, "idle_minutes", "minutes", BySchema),
];

#[test]
fn each_broken_file_is_told_by_its_path_with_what_was_expected() {
    let validator = validator();
    let text = Text::default();
    assert!(BROKEN.len() > 40);
    for (file, path, expected, seen) in BROKEN {
        let (_, problems) = partner::read(file);
        assert_eq!(problems, [Problem::error(*path, expected)], "{file}");
        let said = said(text, &problems[0]);
        assert!(!said.starts_with("settings-"), "no words for {expected}");
        if let Ok(value) = serde_json::from_str::<Value>(file) {
            let by_schema = !validator.is_valid(&value);
            assert_eq!(by_schema, *seen == BySchema, "{file}");
        }
    }
}

#[test]
fn a_file_above_a_megabyte_and_a_thousand_mistakes_are_told_in_few_words() {
    let long = format!("{{\"name\":\"{}\"}}", "a".repeat(1024 * 1024));
    assert_eq!(partner::read(&long), (Settings::default(), vec![Problem::error("settings", "smaller")]));
    let keys: Vec<String> = (0..1_000).map(|key| format!("\"k{key}\":1")).collect();
    assert_eq!(partner::read(&format!("{{{}}}", keys.join(","))).1.len(), 100);
    let rows: Vec<Value> = (0..1_000).map(|_| json!({ "points": "x", "weekly": "1" })).collect();
    let (settings, problems) = partner::read(&json!({ "indicative": { "points": rows } }).to_string());
    assert_eq!((settings.points.rows.len(), problems.len()), (0, 100));
}

#[test]
fn what_is_right_is_taken_beside_what_is_wrong() {
    let (settings, problems) = partner::read(r#"{"name":"Demoshire","prices":{"own_hour":"19.5","oops":1}}"#);
    assert_eq!(settings.name.as_deref(), Some("Demoshire"));
    assert_eq!(settings.prices.own_hour.map(|hour| hour.value.pence()), Ok(1_950));
    assert_eq!(problems.len(), 1);
}

#[test]
fn a_table_of_points_is_taken_whole_or_not_at_all() {
    let rows = |json: &str| partner::read(json).0.points.rows.len();
    assert_eq!(
        rows(r#"{"indicative":{"points":[{"points":0,"weekly":"9"},{"points":5,"weekly":"12.50"}]}}"#),
        2
    );
    assert_eq!(rows(r#"{"indicative":{"points":[{"points":0,"weekly":"9"},{"points":5,"weekly":12}]}}"#), 0);
    let both = r#"{"indicative":{"low_weekly":"1","high_weekly":"2","help_counted":true,"points":[{"points":0,"weekly":"9"}]}}"#;
    let (both, problems) = partner::read(both);
    assert_eq!(problems, []);
    assert!(both.band.is_some() && both.points.help_counted == Some(true));
}

/// A right value of each kind of setting, and the number that it is.
fn right(setting: Setting) -> (Value, i64) {
    match setting.kind() {
        Kind::Amount => ("7.50".into(), 750),
        Kind::Percent if setting == Setting::MinimumIncome => ("150".into(), 15_000),
        Kind::Percent => ("12.5".into(), 1_250),
        Kind::YesOrNo => (true.into(), 1),
        Kind::Nights => (28.into(), 28),
    }
}

#[test]
fn each_switch_is_taken_in_its_nations_and_told_in_the_others() {
    let nations = [Nation::England, Nation::Scotland, Nation::Wales, Nation::NorthernIreland];
    for setting in Setting::ALL {
        let (value, number) = right(*setting);
        for nation in nations {
            let file = json!({ "nation": nation.key(), "charging": { setting.key(): value } });
            let (settings, problems) = partner::read(&file.to_string());
            let set: Vec<Setting> = settings.local.all_set().collect();
            if setting.nations().contains(&nation) {
                assert_eq!((set, problems), (vec![*setting], Vec::new()), "{file}");
                assert_eq!(settings.local.number(*setting), Some(number), "{file}");
            } else {
                let path = format!("charging.{}", setting.key());
                assert_eq!((set, problems), (Vec::new(), vec![Problem::error(path, "switch-of-nation")]));
            }
        }
    }
}

/// What the rules of a nation ask the council's choices for, read off their source.
#[test]
fn a_nation_has_the_switches_that_its_rules_read() {
    let named = |path: &str| {
        let source = read(path);
        let named: BTreeSet<String> = source
            .split("Setting::")
            .skip(1)
            .map(|rest| rest.chars().take_while(char::is_ascii_alphanumeric).collect())
            .collect();
        named
    };
    let shared = named("src/domain/charging/sums.rs");
    for (nation, path) in [
        (Nation::England, "src/domain/charging/england.rs"),
        (Nation::Scotland, "src/domain/charging/scotland.rs"),
        (Nation::Wales, "src/domain/charging/wales.rs"),
    ] {
        let own = named(path);
        for setting in Setting::ALL {
            let name = format!("{setting:?}");
            let is_read = own.contains(&name) || shared.contains(&name);
            // Told on the page, in no sum; and an income that only England's table treats by itself.
            let is_known = match setting {
                Setting::RespiteNights => nation == Nation::England,
                Setting::PaidNet => true,
                Setting::SavingsCreditIgnored => nation == Nation::England,
                _ => is_read,
            };
            assert_eq!(setting.nations().contains(&nation), is_known, "{name} in {nation:?}");
        }
    }
}

/// A file in which every key is set, with a source wherever one may be.
fn whole() -> Value {
    let source = json!({ "title": "Demoshire Council, charges", "href": "https://demoshire.example/charges", "from": "2026-04-06", "until": "2027-04-05", "checked": "2026-11-22" });
    let sourced = |value: Value| json!({ "value": value, "source": source });
    let charging: serde_json::Map<String, Value> = Setting::ALL
        .iter()
        .filter(|setting| setting.nations().contains(&Nation::England))
        .map(|setting| (setting.key().to_owned(), sourced(right(*setting).0)))
        .collect();
    json!({
        "$schema": "../settings-1.schema.json",
        "name": "Demoshire",
        "nation": "england",
        "indicative": {
            "low_weekly": sourced("120".into()),
            "high_weekly": sourced("150".into()),
            "help_counted": false,
            "points": sourced(json!([{ "points": 0, "weekly": "20" }])),
        },
        "prices": {
            "own_hour": sourced("19".into()),
            "council_hour": sourced("22".into()),
            "running_weekly": sourced("4".into()),
            "isf_fee_percent": sourced("8".into()),
        },
        "payments": { "every": sourced("month".into()), "basis": sourced("net".into()) },
        "hospital": { "payment_weeks": sourced(6.into()), "charge_stops": sourced(true.into()) },
        "unspent_limit_weeks": sourced(8.into()),
        "unspent": { "counts_reserve": sourced(true.into()), "taken_back_every_weeks": sourced(26.into()) },
        "charging": charging,
        "contacts": [
            { "kind": "advocacy", "name": "Demoshire advocacy", "phone": "+44 1632 960456", "about": "Free", "web": "https://advocacy.example" },
            { "kind": "council", "name": "Demoshire Council" },
            { "name": "Demoshire Mind" },
        ],
        "help_lines": [{ "name": "Demoshire night line", "phone": "01632 960 999", "about": "At night" }],
        "words": { "team": "Demoshire’s care team", "personal_budget": "my money", "isf": "held budget" },
        "pages_off": ["chances", "talk"],
        "colours": { "accent": "#14505c", "warm": "#7e340f" },
        "corners": "small",
        "leave_button": false,
        "idle_minutes": 30,
    })
}

#[test]
fn a_file_with_every_key_is_taken_whole_and_fits_the_schema() {
    let file = whole();
    let validator = validator();
    let wrong: Vec<String> =
        validator.iter_errors(&file).map(|error| format!("{}: {error}", error.instance_path())).collect();
    assert_eq!(wrong, [""; 0]);
    let (settings, problems) = partner::read(&file.to_string());
    assert_eq!(problems, []);
    assert_eq!(settings.citations.len(), 14 + settings.local.all_set().count());
    assert_eq!(settings.contacts_of(ContactKind::Help).count(), 1);
    assert_eq!(settings.help_lines[0].phone, "01632 960 999");
    assert_eq!(settings.words.team.as_deref(), Some("Demoshire’s care team"));
    assert!(settings.leaves_out("talk") && !settings.leaves_out("keep"));
    assert_eq!(settings.theme.corners, Some(Corners::Small));
    assert!(!settings.leave_button && settings.idle_minutes == Some(30));
}

/// Without any one key the settings are other settings: no key is read for nothing.
#[test]
fn each_key_of_the_table_sets_something() {
    let file = whole();
    let before = partner::read(&file.to_string()).0;
    let mut tried = 0;
    let mut places: Vec<String> =
        file.as_object().unwrap().keys().filter(|key| *key != "$schema").cloned().collect();
    for (key, part) in file.as_object().unwrap() {
        if let Value::Object(parts) = part
            && !parts.contains_key("value")
        {
            places.extend(parts.keys().map(|inner| format!("{key}/{inner}")));
        }
    }
    for place in &places {
        let mut other = file.clone();
        let (of, key) = place
            .rsplit_once('/')
            .map_or((String::new(), place.as_str()), |(of, key)| (format!("/{of}"), key));
        other.pointer_mut(&of).unwrap().as_object_mut().unwrap().remove(key);
        let mut after = partner::read(&other.to_string()).0;
        // Where figures are from is told beside them.
        after.citations = before.citations.clone();
        assert_ne!(after, before, "{place}");
        tried += 1;
    }
    assert!(tried > 45, "{tried}");
}

#[test]
fn the_whole_file_and_the_schema_name_the_same_keys() {
    let schema: Value = serde_json::from_str(&schema::written()).unwrap();
    let names = |value: &Value| value.as_object().unwrap().keys().cloned().collect::<BTreeSet<_>>();
    let file = whole();
    assert_eq!(names(&schema["properties"]), names(&file));
    for (key, part) in schema["properties"].as_object().unwrap() {
        let inner = match part["x-kind"].as_str().unwrap() {
            "object" => &file[key],
            "list" if part["items"]["x-kind"] == "object" => &file[key][0],
            _ => continue,
        };
        let named = part.get("properties").unwrap_or(&part["items"]["properties"]);
        let of_nation: BTreeSet<String> = names(named)
            .into_iter()
            .filter(|name| {
                let nations = named[name]["x-nations"].as_array();
                nations.is_none_or(|nations| nations.contains(&"england".into()))
            })
            .collect();
        assert_eq!(of_nation, names(inner), "{key}");
    }
}

#[test]
fn colours_that_cannot_be_read_are_repaired_and_the_repair_is_told() {
    let (settings, problems) = partner::read(r##"{"colours":{"accent":"#FFFFFF","warm":"#ffffff"}}"##);
    let accent = settings.theme.accent.unwrap();
    assert_eq!(settings.theme.warm.as_ref(), Some(&accent));
    let told = |path: &str| Problem {
        path: path.into(),
        expected: "colour",
        kind: ProblemKind::Repaired { from: "#ffffff".into(), to: accent.clone() },
    };
    assert_eq!(problems, [told("colours.accent"), told("colours.warm")]);
    let said = said(Text::default(), &problems[0]);
    assert!(said.contains("#ffffff") && said.contains(&accent), "{said}");
    // What took its place can be read, so it is left as it is.
    let again = json!({ "colours": { "accent": accent } }).to_string();
    let (settings, problems) = partner::read(&again);
    assert_eq!((settings.theme.accent, problems), (Some(accent), Vec::new()));
}

#[test]
fn a_figure_past_its_last_day_is_used_marked_and_told() {
    let file = |until: &str| {
        json!({ "nation": "england", "charging": { "maximum_weekly": {
            "value": "50", "source": { "title": "Demoshire", "from": "2025-04-06", "until": until }
        } } })
        .to_string()
    };
    let (mut settings, problems) = partner::read(&file("2026-11-22"));
    assert_eq!((problems, settings.mark_out_of_date(TODAY)), (Vec::new(), Vec::new()));
    let (mut settings, problems) = partner::read(&file("2026-11-21"));
    assert_eq!(problems, []);
    let told = settings.mark_out_of_date(TODAY);
    let kind = ProblemKind::OutOfDate { until: Date::constant(2026, 11, 21) };
    let path = "charging.maximum_weekly".to_owned();
    assert_eq!(told, [Problem { path, expected: "current", kind }]);
    assert!(!told[0].is_error() && settings.citations[0].is_past);
    let set = settings.local.sourced(Setting::Maximum).unwrap();
    assert_eq!((set.value, set.source), (Money::from_pence(5_000), Source::Cited(0)));
}

#[test]
fn the_address_outranks_the_file() {
    let file = Some(r#"{"nation":"england","leave_button":true,"charging":{"maximum_weekly":"50"}}"#);
    let check = |file, tokens: Value, expected: &[(&str, &'static str)]| {
        let (settings, problems) = partner::read_asked(file, &tokens.to_string());
        let expected: Vec<Problem> =
            expected.iter().map(|(path, expected)| Problem::error(*path, expected)).collect();
        assert_eq!(problems, expected, "{tokens}");
        settings
    };
    let asked =
        json!({ "nation": "england", "leave": "off", "open": "pay", "height": "fixed", "lang": "en" });
    let settings = check(file, asked, &[]);
    assert!(!settings.leave_button && settings.local.all_set().count() == 1);
    assert_eq!(settings.open.as_deref(), Some("pay"));

    // One council's figures never stand in another nation's sum.
    let settings = check(file, json!({ "nation": "wales" }), &[("address.nation", "nation-of-file")]);
    assert_eq!((settings.nation, settings.local.all_set().count()), (Some(Nation::Wales), 0));

    // A file that names no nation is read by that of the address.
    let file = Some(r#"{"charging":{"taper_percent":"75","share_percent":"90"}}"#);
    let expected = [("charging.share_percent", "switch-of-nation")];
    let settings = check(file, json!({ "nation": "scotland" }), &expected);
    assert_eq!(settings.local.all_set().collect::<Vec<_>>(), [Setting::Taper]);

    assert_eq!(check(None, json!({}), &[]), Settings::default());
    check(None, json!({ "nation": "" }), &[("address.nation", "nation")]);
    check(None, json!({ "nation": "not-sure" }), &[("address.nation", "nation")]);
    check(None, json!({ "leave": "" }), &[("address.leave", "on-or-off")]);
    check(None, json!({ "lang": "cy" }), &[("address.lang", "language")]);
    check(None, json!({ "height": "" }), &[("address.height", "fixed")]);
    check(None, json!({ "settings": "x" }), &[("address.settings", "known-key")]);
    check(None, json!([]), &[("address", "object")]);
}

#[test]
fn the_page_that_the_address_asks_for_comes_after_the_first_one() {
    let start_with = |settings: Settings| Visit { state: State::new(start(settings)), effects: Vec::new() };
    let (mut settings, _) = partner::read_asked(None, r#"{"open":"pay"}"#);
    assert_eq!(check_pages(&mut settings), None);
    let visit = start_with(settings);
    assert_eq!((visit.state.page(), visit.state.next()), (Page::Start, Page::Pay));
    for (file, open) in [("{}", "nowhere"), ("{}", ""), (r#"{"pages_off":["chances"]}"#, "chances")] {
        let (mut settings, _) = partner::read_asked(Some(file), &json!({ "open": open }).to_string());
        assert_eq!(check_pages(&mut settings), Some(Problem::error("address.open", "page")), "{open}");
        assert_eq!(start_with(settings).state.next(), Page::Tasks);
    }
}

#[test]
fn a_page_that_is_left_out_is_on_no_way_and_opens_as_the_list() {
    let (settings, problems) = partner::read(&json!({ "pages_off": PAGES_OFF }).to_string());
    assert_eq!(problems, []);
    let mut visit = Visit::with(settings);
    for key in PAGES_OFF {
        visit.opens(Page::from_key(key).unwrap());
        assert_eq!(visit.state.page(), Page::Tasks, "{key}");
    }
    visit.opens(Page::Support);
    assert_eq!(visit.state.next(), Page::Spells, "to compare is left out");
}

#[test]
fn what_a_partner_adds_is_shown_and_takes_no_national_line_away() {
    let (mut settings, _) = partner::read(&whole().to_string());
    let past = Date::constant(2027, 4, 6);
    assert_eq!(settings.mark_out_of_date(past).len(), settings.citations.len());
    let bare = Settings { nation: settings.nation, ..Settings::default() };
    let mut visits = [Visit::with(settings), Visit::with(bare)];
    let [ours, national] = visits.each_mut().map(|visit| {
        visit.opens(Page::Budget).enters(Field::BudgetFrom, "published");
        shown(&visit.state)
    });
    for number in ["999", "116 123", "85258", "111, then option 2", "0800 1111"] {
        assert!(national.contains(number) && ours.contains(number), "{number}");
    }
    for added in ["01632 960 999", "At night", "https://advocacy.example", "Here people call it my money."] {
        assert!(ours.contains(added) && !national.contains(added), "{added}");
    }
    let cited = "Set by Demoshire. Demoshire Council, charges. From 6 April 2026. Until 5 April 2027.";
    assert!(ours.contains(cited) && ours.contains("past its last day"), "{ours}");
    assert!(ours.contains("you can ask Demoshire’s care team to look again"), "{ours}");
}

#[test]
fn the_year_says_where_each_rule_of_the_place_is_from() {
    let (settings, _) = partner::read(&whole().to_string());
    let mut visit = Visit::with(settings);
    visit.enters_all(&[(Field::BudgetFrom, "letter"), (Field::Letter, "140"), (Field::Way, "direct")]);
    visit.opens(Page::Support);
    visit.adds_amount("Swimming", "12");
    let said = shown(&visit.opens(Page::Year).state);
    let rules = [
        "payments-every",
        "payments-basis",
        "hospital-weeks",
        "hospital-charge",
        "unspent-limit",
        "unspent-reserve",
        "unspent-back",
    ];
    for rule in rules {
        let name = Text::default().by_id(&format!("year-rule-{rule}"), &[]);
        let from = format!("{name}: Set by Demoshire. Demoshire Council, charges. From 6 April 2026.");
        assert!(said.contains(&from), "{rule} in {said}");
    }
}

#[test]
fn a_link_to_a_page_that_is_left_out_is_not_drawn() {
    let (settings, _) = partner::read(r#"{"pages_off":["talk"]}"#);
    for (settings, has_link) in [(settings, false), (Settings::default(), true)] {
        let mut visit = Visit::with(settings);
        for page in [Page::Matters, Page::Tasks] {
            let said = shown(&visit.opens(page).state);
            let name = Text::default().by_id("tasks-talk", &[]);
            let link = Text::default().by_id("matters-talk-link", &[]);
            assert_eq!(said.contains(&name) || said.contains(&link), has_link, "{page:?}");
        }
    }
}

#[test]
fn the_shipped_files_have_no_problem_and_fit_the_schema() {
    let validator = validator();
    let mut seen = 0;
    for file in files("www/settings", "json") {
        let (mut settings, problems) = partner::read(&file.source);
        assert_eq!((problems, settings.mark_out_of_date(TODAY)), (Vec::new(), Vec::new()), "{}", file.path);
        assert!(validator.is_valid(&serde_json::from_str(&file.source).unwrap()), "{}", file.path);
        seen += 1;
    }
    assert!(seen >= 2);
}

#[test]
fn the_command_for_partners_prints_each_problem_and_fails_on_errors() {
    let run = |file: &str| {
        let path = std::env::temp_dir().join(format!("pbp-settings-{}.json", std::process::id()));
        std::fs::write(&path, file).unwrap();
        let done = Command::new(env!("CARGO_BIN_EXE_check-settings")).arg(&path).output().unwrap();
        std::fs::remove_file(&path).unwrap();
        (done.status.success(), String::from_utf8(done.stdout).unwrap())
    };
    let (is_right, said) = run(&read("www/settings/demoshire.json"));
    assert!(is_right, "{said}");
    let (is_right, said) = run(r#"{"nation":"scotland","charging":{"share_percent":"90"}}"#);
    assert!(!is_right && said.starts_with("charging.share_percent: "), "{said}");
    let (is_right, said) = run(r##"{"colours":{"accent":"#ffffff"}}"##);
    assert!(is_right && said.starts_with("colours.accent: #ffffff"), "{said}");
    let (is_right, said) =
        run(r#"{"prices":{"own_hour":{"value":"19","source":{"title":"A","until":"2020-04-05"}}}}"#);
    assert!(is_right && said.starts_with("prices.own_hour: ") && said.contains("2020"), "{said}");
}

/// JSON that looks like settings: real keys with values of every sort.
fn like_settings() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        (-5_i64..1_100).prop_map(Value::from),
        "[0-9]{0,9}(\\.[0-9]{0,3})?".prop_map(Value::from),
        "#[0-9a-f]{6}".prop_map(Value::from),
        "20[0-9]{2}-[01][0-9]-[0-3][0-9]".prop_map(Value::from),
        "https://[a-z./ ]{0,9}".prop_map(Value::from),
        "\\PC{0,8}".prop_map(Value::from),
    ];
    let keys: Vec<String> = {
        let mut keys = BTreeSet::new();
        fn gather(value: &Value, keys: &mut BTreeSet<String>) {
            match value {
                Value::Object(parts) => parts.iter().for_each(|(key, part)| {
                    keys.insert(key.clone());
                    gather(part, keys);
                }),
                Value::Array(items) => items.iter().for_each(|item| gather(item, keys)),
                _ => {}
            }
        }
        gather(&whole(), &mut keys);
        keys.into_iter().collect()
    };
    leaf.prop_recursive(4, 40, 6, move |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            prop::collection::btree_map(prop::sample::select(keys.clone()), inner, 0..6)
                .prop_map(|parts| Value::Object(parts.into_iter().collect())),
        ]
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 512, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_gives_settings_and_problems(file in "\\PC{0,200}", tokens in "\\PC{0,60}") {
        let (settings, problems) = partner::read_asked(Some(&file), &tokens);
        prop_assert!(!problems.is_empty() || settings == Settings::default());
    }

    #[test]
    fn any_bytes_give_settings_and_problems(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        let _ = partner::read(&String::from_utf8_lossy(&bytes));
    }

    /// Whatever the schema refuses the reader tells, whatever stands where.
    #[test]
    fn what_the_schema_refuses_is_told(file in like_settings()) {
        let (_, problems) = partner::read(&file.to_string());
        if !VALIDATOR.with(|validator| validator.is_valid(&file)) {
            prop_assert!(problems.iter().any(Problem::is_error), "{}", file);
        }
    }

    /// A right file with one part changed: what the schema takes is told at most for what values mean together.
    #[test]
    fn what_the_schema_takes_is_right_but_for_what_values_mean_together(
        place in 0_usize..200, value in like_settings(),
    ) {
        let mut file = whole();
        let mut places = Vec::new();
        pointers(&file, "", &mut places);
        *file.pointer_mut(&places[place % places.len()]).unwrap() = value;
        let (_, problems) = partner::read(&file.to_string());
        if VALIDATOR.with(|validator| validator.is_valid(&file)) {
            let together = ["low-and-high", "later-date", "date", "nation-for-charging", "switch-of-nation"];
            for problem in problems.iter().filter(|problem| problem.is_error()) {
                prop_assert!(together.contains(&problem.expected), "{problem}: {file}");
            }
        } else {
            prop_assert!(problems.iter().any(Problem::is_error), "{}", file);
        }
    }
}

thread_local! {
    static VALIDATOR: Validator = validator();
}

/// The place of every part inside.
fn pointers(value: &Value, at: &str, places: &mut Vec<String>) {
    if !at.is_empty() {
        places.push(at.to_owned());
    }
    match value {
        Value::Object(parts) => {
            parts.iter().for_each(|(key, part)| pointers(part, &format!("{at}/{key}"), places));
        }
        Value::Array(items) => items
            .iter()
            .enumerate()
            .for_each(|(index, item)| pointers(item, &format!("{at}/{index}"), places)),
        _ => {}
    }
}
