# The frame of every page of a work session.

work-unsent = This page is not connected just now, so that was not done. Try again once it is.
work-unanswered = The connection broke before the server could answer. Please check whether it was done.
work-closed = This page is not connected to the session any more. Please load it again.
work-blocked-network = The server answers, but this network or its proxy does not let live connections (websockets) through. Another network may.
work-blocked-address = The server does not know the address of this page as its own and refuses live connections. Tell the person who runs it: the log says what to set.
work-set-back = The session was put back to an earlier state. What you see is what is kept; newer changes are not in it any more.
work-offline = Not connected. Trying again …
work-new-version = A newer version of this page is here.
work-load-again = Load again
work-dismiss = Got it
work-ended-gone = You are not in this session any more
work-ended-gone-more = The link was replaced, or whoever leads has taken you out. Ask them for a new link.
work-ended-deleted = This session was deleted
work-ended-deleted-more = Nothing of it is kept here.
work-to-start = Go to the start page
work-ended-elsewhere = This session is open in too many tabs
work-ended-elsewhere-more = Close some of them, then load this one again.
work-ended-broken = This page and the server do not understand each other
work-ended-broken-more = Loading it again helps.
work-board = Board
work-name-too-long = This name is too long by { $count }.
