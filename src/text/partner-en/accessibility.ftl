### A draft accessibility statement for hosts, with what was tested and what was not. Plain messages only: they are written into
### www/outer/accessibility.html when the bundle is made. Text in square brackets is for the partner to fill in.

accessibility-title = Accessibility statement: text for your site
accessibility-lead = Text that you can put into the accessibility statement of your own site.
accessibility-draft = This is a draft for your own experts. Change it where your page differs. Law was read from stored copies, so check it.

## Does the planner count as yours?

accessibility-law-title = Does the planner count as yours?
accessibility-law-reach-law = Council sites must meet WCAG 2.2 level AA under the 2018 accessibility regulations. Content of others is left out only if you did not pay for it, make it or control it. A planner that you set up is likely to count as yours.
accessibility-law-charity-law = A charity is covered if most of its money is public. It is also covered if its services are vital to the public, or meant for disabled people. Equality law reaches all of them. Ask which law it is in your nation.

## The text

accessibility-text-title = The text
accessibility-text-aim = Part of this site is the Personal Budget Planner. It is built to meet WCAG 2.2 level AA. It also meets parts of level AAA: large targets, strong contrast, and words that are easy to read.
accessibility-text-time = One setting makes a time limit: clearing of shared devices. It is off unless we turn it on. People are told a few minutes before, and can carry on as often as they like.
accessibility-text-tested-title = How it was tested
accessibility-text-tested-tools = 2 tools that find faults (axe-core and IBM Equal Access) ran in Chromium on every page. A third tool checked the code. Pages were empty and filled, wide and narrow, light and dark.
accessibility-text-tested-keys = Scripts went through the main first steps by keyboard alone in Chromium, Firefox and WebKitGTK.
accessibility-text-tested-size = Nothing scrolls sideways at a width of 256 px, and wider text spacing cuts nothing off.
accessibility-text-tested-words = A test holds our words, on average, to a reading age of about 11. Notes on law may be harder.
accessibility-text-not-title = What was not tested
accessibility-text-not-reader = No real screen reader has been tried: not NVDA, JAWS, VoiceOver or TalkBack.
accessibility-text-not-people = No disabled person and nobody with a mental health problem has tried it yet.
accessibility-text-not-devices = No real phone, no Safari, no voice control and no screen magnifier.
accessibility-text-not-proof = Tools find only some faults. That they found none does not prove that there are none.
accessibility-text-limits-title = What does not work yet
accessibility-text-limits-language = It is in English only. There is no Welsh, no British Sign Language and no Easy Read.
accessibility-text-limits-pdf = A PDF that is printed from the planner may be hard to read with a screen reader. The file to edit (.docx), or the text, works better.
accessibility-text-limits-frame = In some site systems the frame cannot grow. It then scrolls inside the page.
accessibility-text-contact-title = How to tell us
accessibility-text-contact = If you cannot use a part of the planner, tell us: [your email address and phone number]. We answer within [number] working days. You can also ask for help on paper or by phone.
accessibility-text-enforce = If you are not happy with our answer, contact [the body that your nation’s model statement names].

## Before you publish it

accessibility-you-title = Before you publish it
accessibility-you-page = Test your own page with the planner in it. Give the frame a title, and a heading above it.
accessibility-you-people = Try it with people who use a screen reader, a keyboard or a phone, and write down what you found.
