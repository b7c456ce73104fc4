# Before the work goes on from a decision: what whoever led the board looks at.

goes-on-title = The work goes on
goes-on-lead = Filled in from the decision. You can change all of it later, too.
goes-on-invite = Invite everybody here
goes-on-invite-hint = Everybody still on the board’s page sees it at once and can join with a name.
goes-on-inviting = Inviting …
goes-on-more = For whom, and why
goes-on-from-board = From the board.
goes-on-back = Back to the decision
