### Example pages of invented partners, for partners to look at and read. Plain messages only: they are
### written into www/outer/gallery/*.html when the bundle is made.

gallery-title = Example pages
gallery-lead = Each page shows the planner in another kind of website. Open one, then look at its code. You may copy it.
gallery-figures = All pages use the figures of Demoshire, which is made up.
gallery-address = In these pages the address of the planner is short. In your page, write the whole address.
gallery-back = All example pages
gallery-configure = Set up the planner for your website
gallery-skip = Skip past this planner
gallery-after = After the planner
gallery-after-text = The rest of the page stands here.
gallery-planner = Your planner
gallery-own = Open the planner on its own page

gallery-plain = A plain page
gallery-plain-text = One element and one script. The frame is as high as the planner.
gallery-narrow = A narrow column
gallery-narrow-text = The planner in a column of 256 pixels. It fits, and nothing is cut off.
gallery-narrow-beside = Our news
gallery-narrow-beside-text = The walking group meets on Tuesday at 10am. The pace is slow.
gallery-two = Two planners on a page
gallery-two-text = Each has a name of its own. What is typed in one does not change the other.
gallery-two-first = Your own plan
gallery-two-second = The plan of the person you look after
gallery-policy = A strict policy
gallery-policy-text = This page forbids all that it does not name. It names our frame and our script.
gallery-sandbox = A strict frame
gallery-sandbox-text = Some systems shut the planner in a strict frame. It works there, but keeps answers in memory only. It cannot save a file.
gallery-right-to-left = Right to left
gallery-right-to-left-text = A page in a language that runs from right to left. The planner stays in English.
gallery-no-script = No script
gallery-no-script-text = A frame alone, for websites that allow no script. It has one height and scrolls inside.
