# Words of "Need help now?" and of "Leave this page", on every page.
# Numbers are shown as text too, since a link to call may be blocked inside another page.
# `-number` is what people read, `-tel` the digits to call, `-sms` the digits to text.

help-title = Need help now?
help-intro = You can call or text any of these lines. You do not need to finish anything here first.
help-note-private = No one reads what you type here, and nothing is sent. So no one will see it and call you. If you need help now, use one of these lines.
help-note-free-text = No one reads this. If you need help now, open “Need help now?”.

## All of the UK

help-line-emergency-name = Emergency services
help-line-emergency-number = 999
help-line-emergency-tel = 999
help-line-emergency-hours = Any time
help-line-emergency-who = If you or someone else is in danger now. You can also go to A&E.

help-line-bsl-name = 999 BSL
help-line-bsl-number = 999bsl.co.uk or the 999 BSL app
help-line-bsl-copy = https://999bsl.co.uk
help-line-bsl-hours = Any time, free
help-line-bsl-who = For an emergency, in British Sign Language, by video. You do not need to sign up.

help-line-samaritans-name = Samaritans
help-line-samaritans-number = 116 123, or email jo@samaritans.org
help-line-samaritans-tel = 116123
help-line-samaritans-hours = Any time, free
help-line-samaritans-who = For anyone who needs to talk.

help-line-shout-name = Shout
help-line-shout-number = Text SHOUT to 85258
help-line-shout-sms = 85258
help-line-shout-hours = Any time, free
help-line-shout-who = For anyone who would rather text than talk.

help-line-papyrus-name = Papyrus HOPELINE247
help-line-papyrus-number = 0800 068 4141
help-line-papyrus-tel = 08000684141
help-line-papyrus-hours = Day and night when we last saw it. Night hours may change.
help-line-papyrus-who = For people under 35.

help-line-calm-name = CALM
help-line-calm-number = 0800 58 58 58
help-line-calm-tel = 0800585858
help-line-calm-hours = 5pm to midnight, every day
help-line-calm-who = For when life feels too hard.

help-line-childline-name = Childline
help-line-childline-number = 0800 1111
help-line-childline-tel = 08001111
help-line-childline-hours = Any time, free
help-line-childline-who = For people under 19.

## England

help-line-nhs-england-name = NHS 111, mental health
help-line-nhs-england-number = 111, then option 2
help-line-nhs-england-tel = 111
help-line-nhs-england-hours = Any time
help-line-nhs-england-who = For people of any age. You can call for yourself or for someone else.

help-line-domestic-abuse-name = National Domestic Abuse Helpline
help-line-domestic-abuse-number = 0808 2000 247
help-line-domestic-abuse-tel = 08082000247
help-line-domestic-abuse-hours = Listed as open at any time
help-line-domestic-abuse-who = For help with domestic abuse.

## Scotland

help-line-nhs-scotland-name = NHS 24 Mental Health Hub
help-line-nhs-scotland-number = 111
help-line-nhs-scotland-tel = 111
help-line-nhs-scotland-hours = Any time
help-line-nhs-scotland-who = For anyone in Scotland. Ask for help with mental health.

help-line-breathing-space-name = Breathing Space
help-line-breathing-space-number = 0800 83 85 87
help-line-breathing-space-tel = 0800838587
help-line-breathing-space-hours = Monday to Thursday, 6pm to 2am. Friday 6pm to Monday 6am.
help-line-breathing-space-who = For people aged 16 or over.

## Wales

help-line-nhs-wales-name = NHS 111 Wales, mental health
help-line-nhs-wales-number = 111, then press 2
help-line-nhs-wales-tel = 111
help-line-nhs-wales-hours = Any time, free, even with no credit
help-line-nhs-wales-who = For people of any age.

help-line-call-name = C.A.L.L.
help-line-call-number = 0800 132 737, or text HELP to 81066
help-line-call-tel = 0800132737
help-line-call-hours = Any time, free
help-line-call-who = A listening line for anyone in Wales.

## Northern Ireland

help-line-lifeline-name = Lifeline
help-line-lifeline-number = 0808 808 8000, or by textphone 18001 0808 808 8000
help-line-lifeline-tel = 08088088000
help-line-lifeline-hours = Any time, free
help-line-lifeline-who = For anyone in Northern Ireland who is in crisis.

## About the lines

help-nation-not-sure = In England, Scotland and Wales you can also call 111. Each nation has more lines of its own.
help-checked = These numbers were seen in a published copy on { $date }. They may have changed since then.
help-local = You may have a local crisis team too. Ask your mental health team for its number, and keep it near.

## Leave this page

help-leave-link = Leave this page
help-leave-shift = You can also press the Shift key 3 times.
help-leave-press =
    { $count ->
        [one] Press Shift { $count } more time to leave.
       *[other] Press Shift { $count } more times to leave.
    }
help-leave-loading = Loading
help-leave-refused = Answers cleared. Close this tab.
help-leave-limits = Your browser history still shows that you were on this page. Software on this device may also keep a record. If that worries you, use a device at a library or a private window.
help-seen = These numbers come from published copies of web pages. We have not rung them. They may have changed.
help-copy = Copy the address
help-copy-number = Copy the number
