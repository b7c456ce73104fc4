# What all pages have, the shell of a board, and what goes wrong on the way to one.

page-name = Shortlist
page-title = { $about } · { page-name }
page-skip = Skip to the content
page-home = Shortlist, start page
page-script-needed = A board needs JavaScript, because everybody’s page changes at once. Please turn it on for this address.
page-loading = Loading the board
# The versions are those of `frontend/src/board/engine/floor.ts`.
page-too-old = This browser is too old for a board: open the same link in Chrome or Edge 114, Firefox 125, Safari 17 or newer.
page-rail = Where we are

# --- the card of a link in a chat

page-card = A link to a board on Shortlist
page-card-text = Write ideas alone and without a name, read them together, vote with secret dots, and keep the decision. No account is needed.
page-card-open = Open the link

# --- no link, or a locked door

page-no-link-board = You need a link to join this board
page-no-link-session = You need a link to join this session
page-no-link-wrong = You need the whole link to join
page-no-link-help-session = If you were in this session before, that was in another browser or a private window, or its cookies were deleted since. Open the join link here, and you are in.
page-no-link-help-board = If you were on this board before, that was in another browser or a private window, or its cookies were deleted since. Open the join link here, and you are in.
page-no-cookie-help = If the join link brought you here, this browser did not keep the cookie that lets you in. Allow cookies for this address, then open the link again.
page-link-help = Copy the whole link, up to its last letter, into the address bar.
page-cookies-refused = This browser refuses cookies
page-cookies-refused-lead = Boards and sessions let you in by a cookie, and this browser did not keep it.
page-cookies-refused-help = Allow cookies for this address, then open the join link again.
page-door = The door is locked
page-door-lead = Nobody new can come in or read. Ask the facilitator to open the door.
page-door-help = Your link is right. As soon as the door is open, it lets you in.
page-door-again = Try again
page-start-own = Start a board of your own
page-start-own-session = Start a session of your own
page-to-start = Go to the start page

# --- errors, by status

page-error-400 = That request makes no sense to us
page-error-403 = This is not for you
page-error-404 = There is nothing here
page-error-405 = This address does something else
page-error-410 = This is gone
page-link-renewed = This link was replaced
page-removed = You are not in this session any more
page-error-413 = That is too large
page-error-422 = Something in it is not right
page-error-429 = A little slower, please
page-error-500 = That did not work, and it is our fault
page-error-507 = This server is full
page-unknown-address = This server does not know its own address

# --- before a request reaches a page

page-head-too-long = The head of the request is too long.
page-too-slow = The request did not arrive in time. Please try again.
page-too-many-connections = Too many connections to this server are open from where you are. Close some of its pages, then try again.
