### The sheets to take away: how to choose them, and what stands on them.

sheets-title = Sheets to take away
sheets-nothing = Nothing is on this sheet yet. What you write in the other parts comes here.
sheets-footer = Made on { $date } with the Personal Budget Planner. A draft, not a decision.
sheets-event-review = Review of my plan
sheets-event-sharing = Ask again who may know what
sheets-event-risk = Look again at a risk
sheets-event-step = A next step in my plan
sheets-event-wishes = Look again at my wishes
sheets-event-offer = Ask again about a budget
sheets-plan-title = My plan
sheets-one-page-title = My plan on one page
sheets-wishes-title = My wishes for hard times
sheets-meeting-title = My meeting
sheets-emergency-title = In an emergency
sheets-joint-title = Health and social care together
sheets-sharing-title = Who may know what
sheets-review-title = Looking back
sheets-worked-title = What worked for me
