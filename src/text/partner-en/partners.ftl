### For partners: who hosts what, how rates arrive, how long a version lasts. Links to the drafts. Plain messages only: they are written into
### www/outer/partners.html when the bundle is made. Text in square brackets is for the partner to fill in.

partners-title = Run the planner on your site: for partners
partners-skip = Skip to the page
partners-pages = Pages for partners
partners-to-partners = For partners
partners-to-accessibility = Accessibility statement
partners-to-privacy = Privacy statement
partners-to-assessments = DPIA, equality and DTAC
partners-to-configure = Set up the planner
partners-to-gallery = See it in example pages
partners-lead = Who hosts what, how new rates reach you, and how long a version lasts. There is text to use in your own papers too.

## Who hosts what

partners-host-title = Who hosts what
partners-host-files = The planner is a folder of plain files. Nothing runs on a server. There is no database and no account.
partners-host-maker = Someone hosts that folder at web addresses of its own. That can be a charity, a council, or a group of partners together.
partners-host-names = It needs 2 web addresses to be safest: one for the planner, and one for the frame around it. Neither may be the address of your own site.
partners-host-one = With 1 web address it works as well. Then some ways out stay open for a faulty script in Firefox and WebKit. The planner says so on its own page about privacy.
partners-host-you = You host your own web page, with a few lines of code in it. You may host your settings file as well.
partners-host-self = You can host all of it yourself. The bundle is complete, and loads nothing from anywhere else. It goes on working if its makers are gone.

## How April’s rates reach you

partners-rates-title = How April’s rates reach you
partners-rates-dated = Each national rate has the dates that it holds for. A bundle can hold next year’s rates before they start. It begins to use them on their day.
partners-rates-follow = If your page uses the address that ends in /v1/, you do nothing. When your host puts a new bundle there, people get it at their next visit.
partners-rates-pinned = If your page uses an address with a full version, it never changes. You then change the address yourself each spring. Your host keeps it for a year after the next version.
partners-rates-late = Some rates are published late, or never in full. Then the planner says that it does not know them. It does not guess.
partners-rates-local = Local rates are yours. Give each one an end date in your settings. The planner then says when one is out of date, and so does the set-up page.

## How you are told beforehand

partners-told-title = How you are told beforehand
partners-told-changes = The change log (CHANGELOG.md, in the bundle) says what is new. Ask your host for it. What partners need to know stands first, then the rates, then all else.
partners-told-until = The planner says which rates it holds, and until when. Look under “What this planner can and cannot see”, then “This version”. The bundle says it in a file too.
partners-told-host = Ask your host to write to you before they put a new bundle in place. We keep no list of partners, so we cannot write to you ourselves.
partners-told-diary = Put a day in March in your diary: look at the change log, and update your local rates.

## How long a version lasts

partners-support-title = How long a version lasts
partners-support-year = The number in /v1/ is the agreement between your page and the planner. It changes only if your code has to change. Then the old number goes on working for a year beside the new one.
partners-support-old = A bundle never stops working by itself. But after its last known rates it can no longer give whole results.
partners-support-plans = A plan that somebody saved can be opened by every later version.

## What to do if something is wrong

partners-do-title = What to do if something is wrong
partners-do-wrong = A wrong rate or a wrong phone number: tell your host at once. Take the planner off your page if it could do harm.
partners-do-security = A security fault: tell your host in private first, and give them time to mend it.
partners-do-off = To take the planner off, remove the lines of code from your page. We hold no answers, so none are left with us. A list of requests stays where the host keeps one. A plan that somebody keeps stays in their browser.

## Text for your own papers

partners-papers-title = Text for your own papers
partners-papers-what = These pages hold text to start from. Your own experts must check it, and change it where you do things in another way.
