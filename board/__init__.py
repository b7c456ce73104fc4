"""Shortlist: a group turns a question into a decision, and the decision into work.

One folder is one noun of the business. `facilitation/` says who may do what in which phase, `canvas/` holds the
document that everybody sees, `live/` carries commands in and changes out, `brainstorm/` is the governed board,
`voting/` counts, `decisions/` is the frozen record, `people/` knows who is asking. Packages import downwards only;
`app.py` joins them.

Read `facilitation/policy.py` first: it is the product in one table.
"""

from importlib.metadata import version

__version__ = version("shortlist")
