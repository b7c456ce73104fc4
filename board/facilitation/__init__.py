"""How a board is run: its phases, who may do what in each of them, and the clock.

Owns the order of the phases, the table of rights, the settings that may change and when, the timer, and the rows that
keep a board's phase and deadline. Does not own ideas and groups (`canvas`), ballots (`voting`), or what happens to the
document at a phase change (`brainstorm` composes that in one transaction).

Read `policy.py` first: phase × role × command in one table. `phases.py` and `timer.py` are pure as well; `service.py`
takes an open connection and never commits.
"""
