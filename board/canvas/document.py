"""The names and shapes of the shared document; twin of `frontend/src/board/document.ts`.

Every root is a map keyed by id with plain JSON values that are replaced whole. Never a root array: two valid 20-byte
updates can freeze pycrdt on one.
"""

from typing import Any, Literal, get_args

Root = Literal["ideas", "numbers", "signatures", "places", "clusters", "merges", "meta"]
ROOTS: tuple[Root, ...] = get_args(Root)

Json = Any
"""A plain JSON value. Numbers that come back from the CRDT are floats; `writer` makes whole ones integers again."""
