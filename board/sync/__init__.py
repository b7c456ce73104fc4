"""The live board: commands in, durable changes out.

Owns the commands (`commands`), everything known of an open board (`board`), what each command does (`handlers/`), the
one task that writes (`committer`), the rooms and their connections, and the update log. A command is judged and carried
out in memory, the batch is committed, and only then is anything broadcast or answered. Does not own the transport, the
framing or the rate limit, which are in `live`, nor the rules, which are in `facilitation`, `voting`, `decisions` and
`canvas`. Read `board`, then `handlers/ideas`, then `committer`.
"""
