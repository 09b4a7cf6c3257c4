### What the last action did.

notice-undo = Undo
notice-removed = Removed
notice-save-started = Your file is on its way to this device
notice-save-check = Look in your downloads. Some sites and devices block files without saying so.
notice-save-confirm = I have the file
notice-copy-instead = Copy as text
notice-saved = Good. You can open this file here again.
notice-opened = Your file is open
notice-opened-newer = It was made by a newer planner. Some parts may not show here, and a new save may leave them out. Keep the file that you opened.
notice-copied = Copied. Paste it where you want to keep it.
notice-copy-failed = Copying was blocked. Select the text and copy it yourself.
notice-copy-text = Your plan as text
notice-cleared = Everything is cleared
notice-cleared-more = Nothing that you typed is left on this page. You can close this tab.
notice-cleared-unused = Nobody used this page for a while, so it was cleared
notice-erased = Erased. This page keeps no plan on this device now.
notice-too-much = This plan is too long for a file. Make some texts shorter, or copy it as text.
notice-not-kept = This device could not keep your plan. Your answers are still here. Save them as a file.
notice-kept-elsewhere = Another tab changed what this device keeps. This plan is not kept there now.
notice-file-sent = The file is on its way to this device. If it does not come, print this page or copy from it.
notice-lock-failed = The locked file was not made. Your answers are still here.

## A shared device that nobody seems to use

notice-unused-title = Are you still here?
notice-unused-left =
    { $minutes ->
        [one] If you do nothing, your answers are cleared in about { $minutes } minute.
       *[other] If you do nothing, your answers are cleared in about { $minutes } minutes.
    }
notice-unused-why = This site says that this is a shared device. Clearing keeps your answers from the next person. You can carry on as often as you like.
notice-unused-carry-on = Carry on
notice-unused-save = Save a file first
