//! The prompts that a person may answer in their own words, beside the good day, the bad day and the wish.
//! What they answer stands in `Plan::notes`.

said!(
    /// The prompts, in the order of the pages.
    Note: "note-" {
        // Talking it through.
        Working = "working", NotWorking = "not-working", ImportantTo = "important-to",
        ImportantFor = "important-for", PerfectWeek = "perfect-week", PhysicalHealth = "physical-health",
        Roots = "roots", Contact = "contact", Unfair = "unfair",
        // What there is already, before paid support.
        CanDo = "can-do", People = "people", Community = "community", Technology = "technology",
        Mainstream = "mainstream", Prevention = "prevention",
        // Good and bad spells.
        EarlySigns = "early-signs", WhatHelps = "what-helps", NotHelps = "not-helps", WhoDoes = "who-does",
        InTheMoment = "in-the-moment", Alternatives = "alternatives", SocialHelp = "social-help",
        Home = "home", Children = "children", Pets = "pets", Bills = "bills", Reach = "reach",
        // Wishes about the budget.
        CarriesOn = "carries-on", Stops = "stops", Unspent = "unspent", Stopped = "stopped",
        // The next meeting.
        Agenda = "agenda", When = "when", Where = "where", With = "with", Bring = "bring",
        BringHears = "bring-hears", Offered = "offered",
        // Passing on what worked.
        Worked = "worked",
    }
);

impl Note {
    pub const TALK: &'static [Note] = &[
        Self::Working,
        Self::NotWorking,
        Self::ImportantTo,
        Self::ImportantFor,
        Self::PerfectWeek,
        Self::PhysicalHealth,
        Self::Roots,
        Self::Contact,
        Self::Unfair,
    ];
    pub const STRENGTHS: &'static [Note] =
        &[Self::CanDo, Self::People, Self::Community, Self::Technology, Self::Mainstream, Self::Prevention];
    pub const SIGNS: &'static [Note] = &[Self::EarlySigns, Self::WhatHelps, Self::NotHelps, Self::WhoDoes];
    pub const CRISIS: &'static [Note] =
        &[Self::InTheMoment, Self::Alternatives, Self::SocialHelp, Self::Reach];
    pub const HOME: &'static [Note] = &[Self::Home, Self::Children, Self::Pets, Self::Bills];
    pub const MONEY: &'static [Note] = &[Self::CarriesOn, Self::Stops, Self::Unspent, Self::Stopped];
    pub const MEETING: &'static [Note] =
        &[Self::Agenda, Self::When, Self::Where, Self::With, Self::Bring, Self::BringHears, Self::Offered];
}
