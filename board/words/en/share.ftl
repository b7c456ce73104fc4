# The ways in, and the link that leads back to running the board.

share-title = Let people in
share-board-title = This board
share-participate = Take part
share-participate-why = For everyone taking part. No account, no name.
share-watch = Big screen
share-watch-why = For the wall: a page without buttons. Whoever has its link can also take part, so give it only to people who may.
share-copy-link = Copy link
share-copy-link-of = Copy link: { $what }
share-copied = Link copied: { $what }.
share-open = Open the big screen
share-code = QR code
share-code-of = QR code: { $what }
share-larger = Show the QR code large
share-seat = Take part yourself
share-seat-why = In a new tab, so that this page stays safe to project.
share-door = Door
share-door-open = Open: everybody with the link can come in.
share-door-locked = Locked: nobody new can come in, read or vote, whichever link they have. People who joined stay.
share-lock = Lock the door
share-unlock = Open the door

share-own-title = Your facilitator link
share-own-why = Runs this board from any device. Whoever has it can run it too: do not project it.
share-own-keep-title = Keep this link: it is the only way back
share-own-keep-why = Without it nobody can run this board once this browser forgets you. Keep it to yourself.
share-own-send = Send it to myself
share-own-kept = I kept it
share-own-kept-said = You find your facilitator link under “Board”, at the top.
share-own-show = Show the link
share-own-hide = Hide the link
share-mail-subject = Run the board: { $question }
share-mail-body =
    This link lets you run the board, on any device:

    { $link }

    Keep it to yourself: whoever has it runs the board.
