# The whole promise of anonymity, and its limits.

promise-title = What we promise
promise-lead = Nobody on this board can find out who wrote what or who voted for what: not the other participants, not the facilitator, not somebody who gets the database afterwards.
promise-visible = On this board ideas are shown while people write, a few at a time and shuffled. That protects less.
promise-how-names = No account and no name. Ideas are kept without author and without time.
promise-how-shuffle = At the reveal everything is shuffled, and numbers say nothing about who or when.
promise-how-count = Dots are counted only when the vote is closed. Until then nobody sees a count.
promise-limits = What it cannot promise
promise-limit-server = Whoever runs this server and alters it could look.
promise-limit-style = Your way of writing may give you away, and so may a very small group.
promise-limit-browsers = Somebody with several browsers has several ballots. Compare the number of people with the room, then lock the door: it holds for every link.
promise-limit-facilitator = A dishonest facilitator who joins with several browsers of their own can make a group look larger than it is, and tell your idea or your dots from theirs.
