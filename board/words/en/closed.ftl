# The page in place of a board that is closed to this person.

closed-gone = This board is not here any more
closed-gone-why = It was deleted, or this browser lost the cookie that lets it in. Open your link again: it lets you in, or says that the board was deleted.
closed-deleted = The board was deleted
closed-deleted-why = Everything on it is gone. Nothing of it is kept here.
closed-kept = The board was deleted
closed-kept-why = Its decision still stands at its own link.
closed-decision = Open the decision
closed-locked = The door is locked
closed-locked-why = Nobody new can come in or read, whichever link they have. Ask the facilitator to open the door, then try again.
closed-full = This board is full
closed-full-why = As many people have joined as this board takes. Ask the facilitator for help.
closed-elsewhere = This tab is resting
closed-elsewhere-why = You have this board open in many tabs. Close some, then go on here; nothing was lost.
closed-go-on = Go on here
closed-broken = This page is too old
closed-broken-why = The server and this page no longer understand each other. A reload mends it; what you wrote is kept.
closed-again = Try again
closed-home = Start a board of your own
closed-unsent = Written here and not sent
closed-yours = What you wrote is still in this browser
