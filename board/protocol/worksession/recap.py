"""What the governed document says of the recap."""

from msgspec import Struct


class RecapLines(Struct, frozen=True, kw_only=True):
    """What the lead adds to the recap, and decides to show, until it is shared."""

    summary: str | None = None
    """what changed, and why it looks like this"""
    next: str | None = None
    """what they would do next"""
    was: str | None = None
    """how it was before, of what was made elsewhere"""
    became: str | None = None
    """how it is now, of the same"""
    before: bool = False
    """readers see the text with which the work began"""
    making: bool = False
    """readers can watch it being made"""


class SharedRecap(Struct, frozen=True, kw_only=True):
    """The recap that readers have."""

    sha256: str
    """its address"""
    at: float
    public: bool = False
    """search engines may list it"""
    basis: str
    """a sum of all that it says but its time: shared again without a change, it is the same"""
