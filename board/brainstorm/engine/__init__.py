"""An open board at work: its room, its connections, and the path from a job to the broadcast.

Owns the rooms, the jobs, judging, storing and telling (`committer`, `broadcast`, `notices`), and what the messages of a
page mean (`page`). Does not own what a command does (`commands`). Read `room`, then `committer`.
"""
