"""What a phase change brings, and what time alone brings.

Owns the transitions (`transitions`), the consent check, the ideas of visible boards and the changes that wait
(`releasing`). All of it happens on the board in memory; the committer stores it in one transaction. Read `transitions`.
"""
