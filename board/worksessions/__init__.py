"""The work session: from a decision, or a goal, to a finished piece of work.

Owns the contract, the agenda with its clock, conditions, tasks, agreements, the verdict and the chain of sessions. Does
not own the text that is written together beside it, or transport and storage (`live`). Read `rules/agenda` first, then
`rules/clock`.
"""
