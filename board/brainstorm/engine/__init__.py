"""An open board at work: its room, its connections, and the path from a job to the broadcast.

Owns the rooms (`room`, `rooms`), the jobs, how a batch is judged, stored and published (`committer`, `judging`,
`broadcast`, `notices`), and what pages may send (`document_kind`, `page`). Does not own what a command does
(`commands`), nor when a batch is committed (`live.journal`). Read `room`, then `committer`.
"""
