# Words of the page before and beside the wasm: loading, loading that fails, and the recovery panel.
# They are written into www/index.html by `cargo xtask build`, so none takes an argument.

boot-title = Personal budget planner

# While the planner loads.
boot-loading = The planner is loading. This can take a few seconds.
boot-loading-stuck = If nothing happens, this browser may be too old for it.
boot-noscript = The planner cannot start. JavaScript is turned off in this browser. Turn it on, or use another device.

# When it takes long, or cannot start.
boot-slow = This is taking a long time. Your internet may be slow. You can wait. The planner opens when it is ready.
boot-not-whole = One part of the planner did not arrive, or did not arrive whole. So we did not start it. Check your internet, then try again.
boot-old = This browser cannot run the planner. Try a newer browser, or another device.
boot-blocked = This browser, or this website, does not let the planner run. Try another browser.
boot-stopped = The planner arrived, but it could not start. The fault is ours, not yours. You can try again.
boot-nothing-lost = You have not lost anything.
boot-again = Try again
boot-own-page = Open it on its own page

# While the outer frame leaves for the safe page.
boot-leaving = Loading

# Help that is there whatever happens.
boot-help = Need help now?
boot-help-danger = If someone is in danger, call:
boot-help-danger-number = 999
boot-help-talk = To talk to someone, call Samaritans. It is free, day and night:
boot-help-talk-number = 116 123

# The recovery panel: the planner was running and has stopped.
boot-recover-heading = Something went wrong.
boot-recover-safe = Your answers are safe.
boot-recover-with = The planner stopped. The fault is ours, not yours. You can start again where you were.
boot-recover-empty = The planner stopped. The fault is ours, not yours. You can start again.
boot-recover-twice = It has now stopped 2 times. So it will start empty this time. Save your answers first. You can open your file later.
boot-recover-none = We cannot start again in this page. Save your answers first. Then load this page again and open your file.
boot-recover-none-bare = We cannot start again in this page. You can load the page again.
boot-recover-start-with = Start again with my answers
boot-recover-start-empty = Start again, empty
boot-recover-save = Save my answers
boot-recover-copy = Copy my answers
boot-recover-saved = We asked your browser to save a file. Look for it in your downloads.
boot-recover-copied = Copied. You can paste it somewhere safe.
boot-recover-not-copied = This browser did not let us copy. Your answers are in the box below. Copy them by hand.
boot-recover-show = Show my answers as text
boot-recover-text-label = Your answers, as they are kept in a file
boot-recover-unused = Are you still here? This is a shared device. If you do nothing, your answers are cleared in a few minutes. To carry on, press any key or tap the page.
boot-recover-leave = Leave this page
boot-recover-left = Your answers are cleared. You can close this page.

# After a start without answers: the answers from before.
boot-kept-heading = Your answers from before
boot-kept-text = They are still here. Save them before you close this page.
