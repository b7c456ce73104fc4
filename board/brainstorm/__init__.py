"""The governed board: commands in, durable changes out.

Owns what is known of an open board (`state/`), what phases and time bring (`phases/`), what each command does
(`commands/`), the path from a command to the broadcast (`engine/`), how a board begins and ends (`lifecycle/`),
and its routes (`http/`). A command is judged and carried out in memory, the batch is committed, and only then is
anything broadcast or answered. Does not own the transport, the framing or the rate limit, which are in `live`, nor the
rules, which are in `facilitation`, `voting`, `decisions` and `canvas`.
Read `state/board`, then `commands/ideas`, then `engine/committer`.
"""
