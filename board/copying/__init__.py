"""`board copy`: all boards, sessions and records of a database in another one.

Owns which tables are copied row by row (`rows`), the order in which everything goes and what is compared (`copying`),
and its sentences (`report`). How a document is read and written is known to its kind. An attempt that was interrupted
is repeated: what is there already is compared and left, everything else is written again. Read `copying` first.
"""

from board.copying.copying import ForeignError, SchemaError, copy
from board.copying.report import Report

__all__ = ["ForeignError", "Report", "SchemaError", "copy"]
