# The page of somebody who says yes or no to a session, and is not in it.

accept-title = Your yes
accept-question = Is this what it should be?
accept-contract = What do you say?
accept-verdict = Is it done for you?
accept-name = Your name
accept-yes = Yes, that’s it
accept-no = Not yet
accept-because = Because …
accept-because-hint = One or two sentences, if you like. With “Not yet” they say what is missing.
accept-send = Send my answer
accept-privacy = The people of the session, and whoever else has this link, see your name, your answer and the time. This link shows nothing else, and allows nothing else.
accept-choose = Choose one of the two answers.
accept-kept-yes = Your yes is kept, with your name and the time. Thank you.
accept-kept-no = Your answer is kept, with your name and the time. Thank you.
accept-changed = This has changed. Please read it, and answer again.
accept-made = What was made
accept-made-where = Where it is
accept-made-text = The text
accept-made-nothing = Nothing was written here, and no link was given.
