# The sessions of a chain: the one line, the next session, the calendar, and what is passed on.

chain-head = The chain
chain-between = Show the sessions between
chain-when = { $day }, { $time }
chain-when-zone = { $day }, { $time } ({ $zone })
chain-next = Next session: { $when }.
chain-next-weekly = Next session: { $when }, and every week at this time.
chain-next-here = Next session: when everybody is here.
chain-next-runs = The next session is under way.
chain-next-ended = The newest session has ended, too.
chain-join = Join from this same link.

chain-plan = When is the next session?
chain-plan-here = When everybody is here
chain-plan-none = No next session
chain-plan-time = Day and time of the next session
chain-weekly = Every week at this time
chain-weekly-hint = The end of each session opens the next one. Whoever leads can stop that at any time.

chain-calendar = Subscribe in a calendar
chain-calendar-holds = It has the next session, the days of open tasks and the day by which the rest is to be finished, and follows each change.
chain-calendar-open = Open in my calendar
chain-calendar-copy = Copy the calendar’s address
chain-calendar-secret = Whoever has this address reads those dates with the names on them, and can do nothing else. New links cut it off.

chain-channel = For the channel
chain-channel-copy = Copy for the channel
chain-channel-only = These lines, and nothing else. The link is the one that everybody here has.
chain-channel-made = { $artifact }: { $verdict }
chain-channel-where = Where it is: { $where }
chain-channel-tasks = Open: { $tasks }.
chain-channel-link = All of it is at this same link: { $link }
chain-more = { $count } more
chain-copied = Copied.
chain-by-hand = To copy by hand
