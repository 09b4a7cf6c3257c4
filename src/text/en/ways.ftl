# Words of the page "Ways to hold the money".
# The four ways have the same parts, in the same order and of about the same length.
# No way is ranked. Messages by nation stand beside the general ones.

ways-title = Ways to hold the money
ways-lead = There are 4 ways to hold the money for your support. No way comes first. Take your time, and skip anything you like.

ways-part-what = What it is
ways-part-holds = Who holds the money
ways-part-does = Who does what
ways-part-buy = What you could buy
ways-part-unwell = If you are unwell

## Direct payment

ways-direct-name = Direct payment
ways-direct-name-scotland = Option 1: direct payment
ways-direct-name-wales = Direct payment
ways-direct-name-northern-ireland = Direct payment
ways-direct-what = The council pays its part of your budget to you. You choose your support and buy it yourself. You can get help with this.
ways-direct-holds = You hold the money. It stays in its own bank account or on a prepaid card. You may be able to pick someone to hold it for you.
ways-direct-task-1 = You choose your support and book it.
ways-direct-task-2 = You pay the bills from the account.
ways-direct-task-3 = You keep records of what you spend.
ways-direct-task-4 = You are the boss, in law, if you hire a worker.
ways-direct-task-5 = You pay your own part of the cost, if you have one.
ways-direct-task-6 = The council pays the money in and checks how it is spent.
ways-direct-buy = You could buy things that meet the needs in your plan. Some people pay a personal assistant, go swimming or join an art class. To pay close family who live with you, the council must agree. Rent, bills, food, debts and NHS care are usually left out.
ways-direct-unwell = Tell the council if you go into hospital. Some councils keep paying for a few weeks, and some ask for unspent money back. If you have hired a worker, ask about their pay. Pick someone now who could step in.

## Council-managed account

ways-council-name = Council-managed account
ways-council-name-scotland = Option 3: the council chooses and arranges
ways-council-name-wales = Managed by the council
ways-council-name-northern-ireland = Arranged by your HSC trust
ways-council-what = The council keeps your budget and pays for your support. It sets the support up for you. You still have a say in it.
ways-council-holds = The council holds the money. None of it goes through your own bank account. You can ask to see what has been spent and what is left.
ways-council-task-1 = You say what support you want, and when.
ways-council-task-2 = You tell the council when something needs to change.
ways-council-task-3 = You pay your own part of the cost, if you have one.
ways-council-task-4 = The council finds the support and books it.
ways-council-task-5 = The council pays the bills and keeps the records.
ways-council-task-6 = The council reviews the plan with you.
ways-council-buy = You could have support that meets the needs in your plan. The council often uses firms that it works with already. Things like swimming or an art class may need its agreement first. Rent, bills, food, debts and NHS care are usually left out.
ways-council-unwell = Tell the council if you go into hospital. The council or the provider can pause your support. You have no worker’s pay to deal with. Ask now how your support would start again when you come home.

## Individual service fund

ways-isf-name = Individual service fund (ISF)
ways-isf-name-scotland = Option 2: you choose, others arrange
ways-isf-name-wales = Managed by another organisation
ways-isf-name-northern-ireland = Managed budget
ways-isf-what = A support organisation looks after your budget. You agree with it how to spend the money. It sets the support up with you.
ways-isf-holds = The organisation holds the money for you. It works to a written agreement. An agreed part of your budget may pay for the work it does.
ways-isf-task-1 = You choose the organisation and agree how to spend the money.
ways-isf-task-2 = You tell the organisation when something needs to change.
ways-isf-task-3 = You pay your own part of the cost, if you have one.
ways-isf-task-4 = The organisation finds the support or gives it.
ways-isf-task-5 = The organisation pays the bills and keeps the records.
ways-isf-task-6 = The council pays the organisation and reviews the plan with you.
ways-isf-buy = You could have things that meet the needs in your plan. The organisation can use its own workers or pay other people. Things like swimming or an art class can be agreed with it. Rent, bills, food, debts and NHS care are usually left out.
ways-isf-unwell = Tell the organisation if you go into hospital. It can pause your support. You have no worker’s pay to deal with. Ask now what would happen to unspent money, and how your support would start again.

## A mix

ways-mixed-name = A mix
ways-mixed-name-scotland = Option 4: a mix of the options
ways-mixed-name-wales = A mix
ways-mixed-name-northern-ireland = A mix
ways-mixed-what = You use more than one way at the same time. You hold some parts of the budget. Others look after the rest for you.
ways-mixed-holds = You hold the money for some parts. The council or an organisation holds the rest. Your plan says who holds which part, and how much it is.
ways-mixed-task-1 = You choose which parts to hold.
ways-mixed-task-2 = You book and pay for the parts you hold.
ways-mixed-task-3 = You keep records of what you spend.
ways-mixed-task-4 = You pay your own part of the cost, if you have one.
ways-mixed-task-5 = The council or an organisation books and pays for the rest.
ways-mixed-task-6 = The council reviews the whole plan with you.
ways-mixed-buy = You could have things that meet the needs in your plan. For example, the council sets up your weekly support and you pay for swimming. Each part follows the rules of its own way. Rent, bills, food, debts and NHS care are usually left out.
ways-mixed-unwell = Tell the council if you go into hospital. Each part follows the rules of its own way. The council or organisation can pause the parts that it holds. Pick someone now who could step in for your parts.

## What is different in each nation

ways-nation-note-england = In England a care and support plan comes with a personal budget. You can ask for any of these ways, or a mix. Ask your council which organisations can hold an ISF.
ways-nation-note-scotland = In Scotland this is called self-directed support, and the law has 4 options. No option comes first. The council must give you facts and help to choose.
ways-nation-note-wales = In Wales the law has direct payments and a care and support plan. It has no personal budget and no ISF. Your council may offer the other ways too, so ask.
ways-nation-note-northern-ireland = In Northern Ireland support comes from your HSC trust. Where we say “the council”, read “the trust”. Some people under mental health law cannot have a direct payment here, so ask.
ways-nation-note-not-sure = The names and rules change from nation to nation. We use the names from England here. You can tell us your nation on the start page.

## What stays the same

ways-same-title = What stays the same whichever you choose
ways-same-lead = How the money is held changes who does the tasks. Here is what it leaves alone, and what to ask.
ways-same-1 = Your therapist. NHS treatment is separate from this money. Ask your team about your own therapy, so that you know.
ways-same-2 = Your crisis team. You can still call 999 and the lines under “Need help now?”. Ask your team how to reach local crisis help.
ways-same-3 = Your main worker. This may be a care coordinator or a social worker. Ask your team who it will be.
ways-same-4 = Your rights. You can ask for a review and you can complain. If it is hard to take part, ask about an advocate.
ways-same-5 = What you may be asked to pay. The check looks at your income and savings, not at who holds the money.
ways-same-6 = Your benefits. Ask a benefits adviser about this before you choose. They can look at your own case.
ways-same-section-117 = Free aftercare. Support under section 117 is free in all 4 ways.

## How much do I want to carry

ways-carry-label = How much of this do I want to carry?
ways-carry-hint = Think of the money, the bills and the paperwork. Think of a hard week as well as a good one.
ways-carry-1 = As little as I can
ways-carry-2 = A little: I choose, others do it
ways-carry-3 = Some of it, with help
ways-carry-4 = Most of it
ways-carry-5 = All of it
ways-carry-why-1-council = You said as little as you can. The council would hold the money and pay the bills.
ways-carry-why-1-isf = You said as little as you can. The organisation would hold the money and pay the bills.
ways-carry-why-2-council = You said a little. You would say what you want, and the council would set it up.
ways-carry-why-2-isf = You said a little. You would agree the spending, and the organisation would set it up.
ways-carry-why-3-isf = You said some of it. You would choose the organisation and agree the spending with it.
ways-carry-why-3-mixed = You said some of it. You would hold some parts, and others would look after the rest.
ways-carry-why-4-mixed = You said most of it. You could hold most parts and leave a few with others.
ways-carry-why-4-direct = You said most of it. You would hold the money, and a payroll service could do some tasks.
ways-carry-why-5-direct = You said all of it. You would choose, book and pay for your own support.
ways-forward-mark = Nearer to what you said
ways-carry-note = Nothing is hidden, and nothing is put in order of merit. You can change your answer here at any time. Later on, you can ask the council to change the way too.
ways-carry-announce-one = Marked as nearer to what you said: { $first }. All 4 ways are still here.
ways-carry-announce-two = Marked as nearer to what you said: { $first } and { $second }. All 4 ways are still here.

## Which to look at more

ways-choose-label = Which would you like to look at more?
ways-choose-hint = Your costs and your year are shown for this one. You can change it at any time.
ways-choose-none = None yet. Show me all 4.

## Where this comes from

ways-england-source = Care Act 2014, sections 25 to 27, 31 and 67. Mental Health Act 1983, section 117. Published council pages. Stored copies, read 22 November 2026.
ways-scotland-source = Social Care (Self-directed Support) (Scotland) Act 2013, sections 4, 5 and 9. Published council pages. Stored copies, read 22 November 2026.
ways-wales-source = Social Services and Well-being (Wales) Act 2014, sections 50 to 54. Published council pages. Stored copies, read 22 November 2026.
ways-northern-ireland-source = Carers and Direct Payments Act (Northern Ireland) 2002, section 8. Published HSC trust pages. Stored copies, read 22 November 2026.
ways-not-sure-source = The law of each nation, and published council pages. Stored copies, read 22 November 2026.
