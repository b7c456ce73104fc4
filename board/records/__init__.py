"""Frozen records: what decisions share with every other kind of record, and nothing that knows what a decision is.

Owns the canonical bytes and their digest, the stored rows, their triggers and tombstones, how long they are kept,
`board verify`, and in `exports` the queue and the process that make files. Does not own what stands in a record, how
it reads or which formats it has: each kind of record brings its own. Read `canonical` first, then `tables`.

`web` and the composition root use `Keep` and `exports.exporter`, the `board` command uses `verify`. `Keep` alone stands
here: `board verify` and the typesetting process load no more than they need.
"""

from board.records.keeping import Keep

__all__ = ["Keep"]
