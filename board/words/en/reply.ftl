# Replies of readers to a recap: on its page, and for the people of the session.

reply-head = Replies
reply-box = { $box ->
        [helped] What helped
        [unclear] What is unclear
       *[missing] What is missing
    }
reply-send = Send the reply
reply-privacy = The people of the session read it at once. Other readers see it only if the lead lets it in. No name goes with it, and this browser shows you the answer here.
reply-sent = Sent. The people of the session can read it now. Come back to this page for the answer.
reply-own = You wrote, and other readers do not see it:
reply-own-seen = You wrote, and every reader sees it:
reply-own-waits = Nobody has answered yet.
reply-answer = { $answer ->
        [changed] We changed it.
       *[not_yet] Not yet.
    }
reply-not-sent = Your reply was not sent
reply-back = Back to the recap

## For the people of the session

reply-none = Nobody has replied yet. Readers need the link.
reply-open =
    { $count ->
        [one] { $count } reply to answer
       *[other] { $count } replies to answer
    }
reply-let-in = Readers see it.
reply-not-let-in = Only the people of the session see it.
reply-show = Let readers see it
reply-hide = Hide it from readers
reply-changed = We changed it
reply-not-yet = Not yet, because …
reply-delete = Delete
reply-delete-sure = Delete for good
reply-what-changed = What changed
reply-because = Not yet, because
reply-let-in-too = Let readers see the reply and this answer, here and in the next recap
reply-send-answer = Send the answer
reply-cancel = Cancel
