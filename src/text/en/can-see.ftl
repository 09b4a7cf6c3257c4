### What the planner, its makers and the site around it can see. Each sentence must stay true word for word.

can-see-title = What this planner can and cannot see
can-see-lead = What you type stays in this page. We cannot see it, and the site around it cannot.

can-see-not-title = What is never sent
can-see-not-answers = Your answers, the files you open, and every sum. All of it is worked out on your device.
can-see-not-count = We do not count visits. We use no cookies. Nothing comes from another company.
can-see-not-kept = This device keeps none of your answers unless you say yes to that.

can-see-request-title = What is seen when you open it
can-see-request-address = Your browser asks a computer for the files of this planner. Like every website, that computer sees the internet address (IP address) of your connection.
can-see-request-settings = It also sees what the site asked the planner for, and may see which site that is. It sees none of your answers.
can-see-request-once = The files come once, when you open the planner. After that the planner asks for nothing. So no list can show which pages you read in it.
can-see-request-log = Whoever runs that computer may keep a list of requests. Ask the site if you want to know.

can-see-host-title = What the site around it can see
can-see-host-lead = If this planner is part of another site’s page, that site can see these things:
can-see-host-height = How tall the planner is, and when that changes. It is told in steps, but somebody may guess from it which page is open.
can-see-host-count = How many pages of the planner you have opened
can-see-host-focus = When you go into the planner and when you go out of it
can-see-host-time = How long you are on its page
can-see-host-leave = That you used the button to leave
can-see-host-not = It cannot read what the planner shows, what you type, or which keys you press.

can-see-walls-title = What keeps your answers in
can-see-walls-own = The planner has a web address of its own. Your browser does not let another site look inside.
can-see-walls-rules = It may load files from its own address only.
can-see-walls-seal = When all its files are here, it forbids itself to load anything more. A line at the foot of the page then says that it has finished loading. Nothing can undo that until you close the page or load it again.
can-see-walls-way = These rules leave some ways open. A script in this page could go to another address, open a window or call somewhere, with words in it. We have put in no script that does that.
can-see-walls-two = Here the planner stands inside a second frame of ours. That frame stops going elsewhere and new windows. We tried that in Chromium, Firefox and WebKit. From version 152 Chromium stops the rest too. Other browsers may still let a call to another address out.
can-see-walls-one = Here the planner has one web address only. Then Chromium closes these ways from version 152. Firefox and WebKit do not.
can-see-walls-which = A site can close most of them with a second web address and a second frame of ours. Ask the site to do that.

can-see-open-title = What nobody can close off
can-see-open-share = What you copy, print, save or show to somebody
can-see-open-device = Software on this device, extra parts of your browser, and pictures of the screen
can-see-open-person = Somebody who uses this device after you
can-see-open-changed = Whoever runs the computer that sends our files could change them. A list of numbers comes with each version. By it experts can tell.

can-see-check-title = Check it yourself
can-see-check-offline = Wait for the line that says the page has finished loading. Then turn off Wi-Fi and mobile data. Go on, on any page. Your plan still works. Links to other sites do not.
can-see-check-panel = Wait for that line here too. On a computer, press F12 and choose Network, then type in the planner. The planner adds no new line there.
can-see-check-file = Save your plan as a file without a passphrase and open it in a text editor. You can read there all that it holds.

can-see-own-title = Open it on its own page
can-see-own-what = The planner can also be opened with no site around it. Your answers do not come along. Save a file first, and open that file there.
can-see-own-open = Open the planner on its own page
can-see-own-address = If nothing opens, copy this address into a new tab:
can-see-own-copy = Copy the address
can-see-own-save = Save a file first

can-see-version-title = This version
can-see-version-app = This is version { $version } of the planner.
can-see-version-rates = Its national rates were last checked on { $date }.
can-see-version-until = { $nation }: its rates hold until { $date }.
can-see-version-over = { $nation }: some of its rates are out of date. They held until { $date }.
can-see-version-after = After that day some rates are out of date. A few could never be confirmed. Where the planner does not know a rate, it says so.
can-see-version-local = Local prices and rules come from the site that shows the planner.
