"""Secret dots: what stands on a ballot, what a valid ballot is, how it is counted, and the consent check.

Owns the options of a round, the budget of dots, ballots, the tally with the proposed shortlist, consent answers, and
their rows. Does not own the groups and ideas that are voted on (`canvas`), nor the decision (`decisions`). Nothing here
ever ties a ballot or an answer to a person beyond the round it belongs to.

Read `options.py` first, then `ballots.py` and `tally.py`; these and `consent.py` are pure. `service.py` takes an open
connection and never commits.
"""
