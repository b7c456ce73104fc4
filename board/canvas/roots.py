"""The roots of a board's document by the type of their values, and by what their keys stand for."""

from typing import Literal, get_args

TextRoot = Literal["ideas", "signatures"]
NumberRoot = Literal["numbers"]
"""roots by the type of their values"""
IdeaRoot = Literal["ideas", "numbers", "signatures", "places"]
"""keyed by idea: an idea that is taken back leaves all of them"""
MapRoot = Literal[IdeaRoot, "questions", "clusters", "merges"]
"""all but `meta`"""
IDEA_ROOTS: tuple[IdeaRoot, ...] = get_args(IdeaRoot)
WORDLESS = frozenset[MapRoot]({"numbers", "places"})
"""hold nothing that a person wrote: what is replaced in them need not be erased"""
