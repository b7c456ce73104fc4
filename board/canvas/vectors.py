"""Yjs state vectors: how many writes of each client a replica has.

A vector comes from the browser, so it may say anything. It is read here and compared with ours before the document
library sees it, at a cost that our own vector bounds.
"""

from collections.abc import Iterator, Mapping
from itertools import islice

from pycrdt import write_var_uint

Clocks = Mapping[int, int]
"""client id → number of its writes"""

_LONGEST = 56
"""bits of a number; a client id has 53"""


def known(vector: bytes, ours: Clocks) -> dict[int, int] | None:
    """The state vector of a replica, without empty entries; None unless `ours` covers all of it.

    None stands for a malformed vector, a client that appears twice or is unknown, and a clock ahead of `ours`.
    """
    theirs = _parse(vector, len(ours))
    if theirs is None or any(clock > ours.get(client, -1) for client, clock in theirs.items()):
        return None
    return {client: clock for client, clock in theirs.items() if clock}


def encode(clocks: Clocks) -> bytes:
    """The same bytes for equal vectors, whatever their order."""
    entries = sorted(clocks.items())
    return b"".join(map(write_var_uint, (len(entries), *(number for entry in entries for number in entry))))


def decode(vector: bytes) -> dict[int, int]:
    """A vector that our own document wrote."""
    numbers = list(_numbers(vector))
    return dict(zip(numbers[1::2], numbers[2::2], strict=True))


def _parse(vector: bytes, most: int) -> dict[int, int] | None:
    """The vector, read no further than `most` entries; None when it is malformed, longer, or names a client twice."""
    numbers = _numbers(vector)
    try:
        claimed = next(numbers)
        if claimed > most:
            return None
        # One more than claimed: bytes left over are malformed too.
        found = list(islice(numbers, 2 * claimed + 1))
    except (StopIteration, ValueError):
        return None
    theirs = dict(zip(found[::2], found[1::2], strict=False))
    return theirs if len(found) == 2 * claimed and len(theirs) == claimed else None


def _numbers(data: bytes) -> Iterator[int]:
    """lib0 var-uints, read as they are asked for. Raises ValueError at one without an end or of too many bits."""
    number = shift = 0
    for byte in data:
        if shift >= _LONGEST:
            raise ValueError("a number of too many bits")
        number |= (byte & 0x7F) << shift
        shift += 7
        if byte < 0x80:
            yield number
            number = shift = 0
    if shift:
        raise ValueError("a number without an end")
