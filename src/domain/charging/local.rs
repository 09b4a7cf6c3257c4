//! What a council may set for itself, and the dated figures that the rules look up.
//! A figure is the partner's, else the person's from a leaflet, else the published one for the date,
//! else, where the person allows it, the last one that is known, marked as such.

use crate::domain::date::Date;
use crate::domain::entry::Reading;
use crate::domain::money::{Money, Percent};
use crate::domain::nation::Nation;
use crate::domain::person::PayFacts;
use crate::domain::plan::keyed;
use crate::domain::workings::{Missing, NotHeld, Source, Sourced, Why};

keyed!(
    /// What a council may set. Amounts are weekly unless they limit savings.
    Setting {
        Protected = "protected_weekly",
        LowerLimit = "savings_lower_limit", UpperLimit = "savings_upper_limit",
        Step = "savings_step", PerStep = "income_per_step",
        Uplift = "guarantee_uplift_weekly", UpliftPercent = "guarantee_uplift_percent",
        Share = "share_percent", Maximum = "maximum_weekly", Minimum = "minimum_weekly",
        StandardCosts = "standard_costs_weekly",
        NightGapIgnored = "night_gap_ignored", SavingsCreditIgnored = "savings_credit_ignored",
        TariffRoundsDown = "tariff_rounds_down", InsuranceCounts = "insurance_counts",
        RespiteNights = "respite_nights_as_home_care",
        Threshold = "threshold_weekly",
        ThresholdPension = "threshold_pension_age_weekly", ThresholdCouple = "threshold_couple_weekly",
        Taper = "taper_percent", CapitalLimit = "capital_limit",
        EarningsIgnored = "earnings_ignored_weekly", Charges = "charges",
        MinimumIncome = "minimum_income_percent",
        PaidNet = "paid_net",
    }
);

/// What kind of value a setting has.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kind {
    Amount,
    Percent,
    YesOrNo,
    Nights,
}

impl Setting {
    pub fn kind(self) -> Kind {
        match self {
            Self::Share | Self::Taper | Self::UpliftPercent | Self::MinimumIncome => Kind::Percent,
            Self::NightGapIgnored
            | Self::SavingsCreditIgnored
            | Self::TariffRoundsDown
            | Self::InsuranceCounts
            | Self::Charges
            | Self::PaidNet => Kind::YesOrNo,
            Self::RespiteNights => Kind::Nights,
            _ => Kind::Amount,
        }
    }

    /// The nations whose rules read it. Northern Ireland charges nothing for care at home, so none is its own.
    pub fn nations(self) -> &'static [Nation] {
        use Nation::{England, Scotland, Wales};
        match self {
            Self::UpperLimit
            | Self::Uplift
            | Self::UpliftPercent
            | Self::Share
            | Self::Minimum
            | Self::SavingsCreditIgnored
            | Self::RespiteNights => &[England],
            Self::Threshold
            | Self::ThresholdPension
            | Self::ThresholdCouple
            | Self::Taper
            | Self::EarningsIgnored
            | Self::Charges => &[Scotland],
            Self::MinimumIncome => &[Wales],
            Self::Protected => &[England, Wales],
            Self::CapitalLimit => &[Scotland, Wales],
            Self::LowerLimit | Self::Step | Self::PerStep | Self::TariffRoundsDown => &[England, Scotland],
            Self::Maximum
            | Self::StandardCosts
            | Self::NightGapIgnored
            | Self::InsuranceCounts
            | Self::PaidNet => &[England, Scotland, Wales],
        }
    }

    /// A local choice that departs from the rule's default, and is told where it changed the result.
    pub fn is_switch(self) -> bool {
        !matches!(
            self,
            Self::Protected
                | Self::Threshold
                | Self::ThresholdPension
                | Self::ThresholdCouple
                | Self::Taper
                | Self::CapitalLimit
                | Self::RespiteNights
                | Self::PaidNet
        )
    }
}

/// What one council set: pence, hundredths of a per cent, nights, or 1 for yes and 0 for no; and where
/// the partner has it from.
#[derive(Clone, PartialEq, Debug)]
pub struct Local([Option<Sourced<i64>>; Setting::ALL.len()]);

impl Default for Local {
    fn default() -> Self {
        Self([None; Setting::ALL.len()])
    }
}

impl Local {
    pub fn set(&mut self, setting: Setting, value: Option<i64>) {
        self.set_from(setting, value.map(|value| Sourced { value, source: Source::Settings }));
    }

    pub fn set_from(&mut self, setting: Setting, value: Option<Sourced<i64>>) {
        self.0[setting as usize] = value;
    }

    pub fn with(mut self, setting: Setting, value: i64) -> Self {
        self.set(setting, Some(value));
        self
    }

    pub fn without(&self, setting: Setting) -> Self {
        let mut other = self.clone();
        other.set(setting, None);
        other
    }

    pub fn number(&self, setting: Setting) -> Option<i64> {
        self.0[setting as usize].map(|set| set.value)
    }

    /// The amount with where the partner has it from.
    pub fn sourced(&self, setting: Setting) -> Option<Sourced<Money>> {
        self.0[setting as usize].map(|set| set.with(Money::from_pence(set.value)))
    }

    /// Where the partner has it from.
    pub fn source(&self, setting: Setting) -> Source {
        self.0[setting as usize].map_or(Source::Settings, |set| set.source)
    }

    pub fn money(&self, setting: Setting) -> Option<Money> {
        self.number(setting).map(Money::from_pence)
    }

    pub fn percent(&self, setting: Setting) -> Option<Percent> {
        self.number(setting).map(Percent::from_hundredths)
    }

    pub fn is(&self, setting: Setting) -> bool {
        self.number(setting) == Some(1)
    }

    /// The settings that somebody set.
    pub fn all_set(&self) -> impl Iterator<Item = Setting> {
        Setting::ALL.iter().copied().filter(|setting| self.number(*setting).is_some())
    }
}

/// The figures that a person may take from a leaflet where the rule does not know them.
pub const LEAFLET_FIGURES: &[&str] = &[
    "guarantee.single_18_24",
    "guarantee.single_25",
    "guarantee.single_pension",
    "guarantee.lone_parent",
    "guarantee.couple",
    "guarantee.couple_pension",
    "guarantee.child",
    "guarantee.disability_single",
    "guarantee.enhanced_single",
    "guarantee.disability_couple",
    "guarantee.enhanced_couple",
    "guarantee.carer",
    "capital.lower_limit",
    "capital.upper_limit",
    "capital.tariff_step",
    "capital.tariff_per_step",
    "savings_credit.single",
    "savings_credit.couple",
    "disregard.war_pension",
    "benefit.daily_living_enhanced",
    "benefit.daily_living_standard",
    "benefit.mobility_enhanced",
    "benefit.mobility_standard",
    "benefit.attendance_higher",
    "benefit.attendance_lower",
    "benefit.carers_allowance",
    "benefit.pension_credit_single",
    "charge.maximum_weekly",
    "capital.limit_home",
    "minimum_income.percent",
    "threshold.single_under",
    "threshold.single_over",
    "local.threshold_couple",
    "local.taper_percent",
    "local.capital_limit",
];

/// Looks a published figure up: by nation, name and date.
pub type LookUp = fn(Nation, &'static str, Date) -> Result<Sourced<Money>, NotHeld>;

/// What the rules work with beside the person's facts.
#[derive(Clone)]
pub struct Law<'a> {
    pub nation: Nation,
    pub on: Date,
    pub look_up: LookUp,
    pub local: Local,
    /// Figures that the person took from a leaflet, and whether last known ones may stand in.
    pub pay: Option<&'a PayFacts>,
}

/// Everything that must be known first: facts of the person, and dated or local figures.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Unknown {
    pub missing: Vec<Missing>,
    pub figures: Vec<NotHeld>,
}

impl Unknown {
    pub fn is_empty(&self) -> bool {
        self.missing.is_empty() && self.figures.is_empty()
    }

    pub fn of(id: &'static str) -> Self {
        Self { missing: vec![Missing(id)], figures: Vec::new() }
    }

    pub fn note<T: Default>(&mut self, id: &'static str) -> T {
        if !self.missing.contains(&Missing(id)) {
            self.missing.push(Missing(id));
        }
        T::default()
    }
}

/// The source of an amount that the rules do not need to name: no published figure, nothing typed.
pub const NOTHING: Sourced<Money> = Sourced { value: Money::ZERO, source: Source::Sum };

impl Law<'_> {
    /// A dated figure; where it is not known that is noted, and nothing stands in its place.
    pub fn figure(&self, name: &'static str, unknown: &mut Unknown) -> Sourced<Money> {
        match self.find(name, (self.look_up)(self.nation, name, self.on), unknown) {
            Some(found) => found,
            None => NOTHING,
        }
    }

    /// A figure that only the council can say: the partner's setting, else the person's leaflet.
    pub fn local_figure(
        &self,
        setting: Setting,
        name: &'static str,
        unknown: &mut Unknown,
    ) -> Sourced<Money> {
        if let Some(set) = self.local.sourced(setting) {
            return set;
        }
        let not_held = NotHeld { name, why: Why::Local, from: None, until: None, last: None };
        self.find(name, Err(not_held), unknown).unwrap_or(NOTHING)
    }

    /// The partner's setting, else the dated figure.
    pub fn set_or_figure(
        &self,
        setting: Setting,
        name: &'static str,
        unknown: &mut Unknown,
    ) -> Sourced<Money> {
        match self.local.sourced(setting) {
            Some(set) => set,
            None => self.figure(name, unknown),
        }
    }

    /// The same where the law lets a council be more generous only: a setting below the dated figure
    /// gives way to it.
    pub fn set_at_least(
        &self,
        setting: Setting,
        name: &'static str,
        unknown: &mut Unknown,
    ) -> Sourced<Money> {
        let set = self.set_or_figure(setting, name, unknown);
        match (self.look_up)(self.nation, name, self.on) {
            Ok(least) if set.value < least.value => least,
            _ => set,
        }
    }

    fn find(
        &self,
        name: &'static str,
        held: Result<Sourced<Money>, NotHeld>,
        unknown: &mut Unknown,
    ) -> Option<Sourced<Money>> {
        let not_held = match held {
            Ok(found) => return Some(found),
            Err(not_held) => not_held,
        };
        match self.pay.and_then(|pay| pay.from_leaflet(name)).map(|entry| entry.reading()) {
            Some(Reading::Known(value)) => return Some(Sourced { value, source: Source::You }),
            Some(Reading::Unreadable(_)) => unknown.note::<()>("missing-leaflet-unreadable"),
            Some(Reading::Blank) | None => {}
        }
        let may_stand_in = self.pay.is_some_and(|pay| pay.last_known);
        if let Some(last) = not_held.last.filter(|_| may_stand_in) {
            return Some(Sourced { value: last.value, source: Source::LastKnown(last.published) });
        }
        if !unknown.figures.iter().any(|figure| figure.name == name) {
            unknown.figures.push(not_held);
        }
        None
    }
}
