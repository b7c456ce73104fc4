"""Everything the server knows of one open board, in memory and as stored.

Owns the board (`board`) with its tracked rows, the unit of work that stores them (`parts`, `store`), and what a command
may see and change (`context`). Knows no command, no connection and no time but what it is handed. Read `board` first.
"""
