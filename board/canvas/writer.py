"""The server's pen: the only writer of a board's document."""

from typing import Literal, Unpack, overload

from board.canvas.governed import GovernedDocument
from board.canvas.roots import WORDLESS, MapRoot, NumberRoot, TextRoot
from board.protocol.document import BoardDocument, ClusterEntry, MergeEntry, MetaFields, Place, Question


class Canvas(GovernedDocument[BoardDocument]):
    """The document of one epoch of a board."""

    shape = BoardDocument
    wordless = WORDLESS

    @overload
    def put(self, root: TextRoot, key: str, value: str) -> None: ...
    @overload
    def put(self, root: NumberRoot, key: str, value: int) -> None: ...
    @overload
    def put(self, root: Literal["places"], key: str, value: Place) -> None: ...
    @overload
    def put(self, root: Literal["questions"], key: str, value: Question) -> None: ...
    @overload
    def put(self, root: Literal["clusters"], key: str, value: ClusterEntry) -> None: ...
    @overload
    def put(self, root: Literal["merges"], key: str, value: MergeEntry) -> None: ...
    def put(self, root: MapRoot, key: str, value: object) -> None:
        """Sets a key, if the value differs from what is there."""
        self.write(root, key, value)

    def put_meta(self, **fields: Unpack[MetaFields]) -> None:
        """Sets fields of `meta`, those that differ."""
        self.write_meta(fields.items())

    def drop(self, root: MapRoot, key: str) -> None:
        """Removes a key, if it is there."""
        self.erase(root, key)


ROOTS = Canvas.roots()
