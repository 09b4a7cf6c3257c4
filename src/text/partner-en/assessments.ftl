### Drafts for a DPIA, an equality impact assessment and DTAC answers. Plain messages only: they are written into
### www/outer/assessments.html when the bundle is made. Text in square brackets is for the partner to fill in.

assessments-title = Your assessments: text to start from
assessments-lead = Notes for a data protection impact assessment (DPIA), an equality impact assessment and the DTAC form.
assessments-draft = All of this is a draft for your own experts. It is not legal advice. Nobody outside the project has checked it. What we could not confirm is marked as not confirmed.

## DPIA: draft answers

assessments-dpia-title = DPIA: draft answers
assessments-dpia-what-title = What is done with data
assessments-dpia-what-local = People write about their life, health, support and money. All of it is worked out in their own browser.
assessments-dpia-what-none = None of it is sent to you, to the host or to the makers. There is no account and no record of use.
assessments-dpia-what-request = The host of the files sees the internet addresses of those who load them, and which settings are asked for. It may see which site shows them. The host decides if a list is kept.
assessments-dpia-what-page = The page around the planner sees its height, how many of its pages were opened, focus and time. It sees when the button to leave is used. It sees no content.
assessments-dpia-need-title = Why it is needed, and why no more
assessments-dpia-need = People want to know what a budget may buy, and what they may pay. The person’s own name, address and reference numbers are not asked for. Names and phone numbers of people around them can be typed. A date of birth may be asked for, because rules go by age. Every question can be skipped.
assessments-dpia-risk-title = Risks, and what is done about them
assessments-dpia-risk-device = Somebody else at the device reads a plan. Done: nothing is kept unless asked for; a button clears all; a button leaves fast; shared devices can clear themselves. Left: history and spy software.
assessments-dpia-risk-script = A faulty or hostile script sends words away. Done: strict browser rules, no loading after the start, a second frame at another address, tests in 3 browser engines. Left: with 1 web address, some ways stay open in Firefox and WebKit. A few may with 2.
assessments-dpia-risk-files = The files are changed on the way or at the host. Done: https, check numbers for the compiled code, a list of check numbers with each bundle. The scripts have no check number in the page. Left: a host that is broken into.
assessments-dpia-risk-file = A saved plan is lost or read by others. Done: people are told; a passphrase can lock the file. Left: a lost passphrase cannot be replaced.
assessments-dpia-risk-trackers = Trackers on your own page tell others who was there. This is for you to prevent.
assessments-dpia-left-title = What you must add
assessments-dpia-left-host = Who hosts the files, where, and what they record
assessments-dpia-left-tools = What your own page records
assessments-dpia-left-files = What happens to plans that people send to you

## Equality impact assessment: draft notes

assessments-equality-title = Equality impact assessment: draft notes
assessments-equality-disability = Disability: plain words, any part can be skipped, and no time limit unless you turn on clearing of shared devices. Not tried yet with disabled people or with real screen readers. See the accessibility statement.
assessments-equality-age = Age: older people go online less. Offer the sheets on paper, and help by phone. Rules for those over pension age are in it.
assessments-equality-language = Race and language: English only. Offer an interpreter. A sheet has room for a person’s language and culture.
assessments-equality-faith = Religion, sex, gender and sexual orientation: the prompts ask what matters, and nobody has to say. There is room to write about culture, faith, gender and being LGBT+.
assessments-equality-carers = Carers: their help is counted only if the person says so. Both results are shown.
assessments-equality-offline = No internet, or an old phone: say here how these people get the same help.
assessments-equality-harm = Abuse: the planner can be left fast, and says what that cannot hide.

## DTAC: draft answers

assessments-dtac-title = DTAC: draft answers
assessments-dtac-version = Version 2 of the form was published on 24 February 2026 and has been used since 6 April 2026. These notes go by its 5 areas. Check them against the form itself.
assessments-dtac-safety = Clinical safety: not confirmed whether DCB0129 reaches a planning aid like this. Ask your clinical safety officer. The planner gives no diagnosis, no risk score and no advice on treatment.
assessments-dtac-hazards = Hazards to write down: a wrong figure, a wrong phone number, a lost plan, a plan that others see.
assessments-dtac-data = Data protection: see the DPIA above. There is no personal data on any server of ours but internet addresses, where a host keeps them.
assessments-dtac-security = Technical security: no login, nothing that runs on a server, strict browser rules. There is a list of all parts (SBOM), with check numbers. No outside test (penetration test) has been made.
assessments-dtac-open = Interoperability: the plan is a file in an open format (JSON, with a published schema). Sheets are .docx, text, .csv and .ics. There is no link to health records.
assessments-dtac-use = Ease of use: see the accessibility statement. No user research with people has been done yet.

## Other things that may be asked

assessments-more-title = Other things that may be asked
assessments-more-statute = It is an aid to planning. It decides nothing. Every result says that the council may come to a different amount.
assessments-more-sources = Every national figure has a source and a status. Some are not from an official text, and the planner marks them.
assessments-more-code = Security code: the Software Security Code of Practice is voluntary. We have not filled in its form.
