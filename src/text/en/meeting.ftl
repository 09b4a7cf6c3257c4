### The next meeting: what somebody wants from it, what was offered, and what comes next.

meeting-title = The next meeting
meeting-lead = Get ready for a talk with a worker. It becomes a sheet to take along. You can use it again each time.
meeting-agenda-title = What to talk about
meeting-place-title = When, where and with whom
meeting-place-lead = You can ask for the time, the place and the people that suit you.
meeting-place-lead-supporter = You can ask for the time, the place and the people that suit them.
meeting-place-lead-together = You can ask for the time, the place and the people that suit the person.
meeting-bring-title = Someone to come along
meeting-bring-link = Say who may know what
meeting-offered-title = The offer of a budget
meeting-offered-lead = Write down if a budget was offered. If the answer was no, it can be asked for again later.
meeting-offer-again-label = When do you want to ask again about a budget, or a new assessment of your own?
meeting-offer-again-label-supporter = When do they want to ask again about a budget, or a new assessment of their own?
meeting-offer-again-label-together = When does the person want to ask again about a budget, or a new assessment?
meeting-offer-again-hint = This date can go into a calendar. For example, 6 4 2027
meeting-offer-again-what = the date to ask again
meeting-notes = Notes
