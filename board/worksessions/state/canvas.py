"""The server's pen for the document of a work session."""

from typing import Literal, TypedDict, Unpack, overload

from msgspec import structs

from board.canvas.governed import GovernedDocument
from board.protocol.worksession.document import (
    Accepted,
    Agreement,
    Change,
    ClockState,
    Condition,
    Contract,
    Ending,
    Heading,
    Item,
    Parked,
    Person,
    SessionDocument,
    SessionKind,
    SessionMeta,
    Task,
    Version,
)
from board.protocol.worksession.recap import RecapLines, SharedRecap
from board.protocol.worksession.states import State

Root = Literal["conditions", "agenda", "people", "tasks", "parked", "agreements"]


class MetaFields(TypedDict, total=False):
    """The fields of `SessionMeta`, any of them."""

    kind: SessionKind
    state: State
    contract: Contract
    clock: ClockState | None
    clock_by: Literal["everyone", "lead"]
    acting: str | None
    locked: bool
    text_epoch: int
    text_digest: str
    headings: tuple[Heading, ...]
    characters: int
    words: int
    written: bool
    versions: tuple[Version, ...]
    decision: str | None
    ending: Ending | None
    agreed: tuple[Accepted, ...]
    accepted: tuple[Accepted, ...]
    recap_lines: RecapLines
    recap: SharedRecap | None
    changes: tuple[Change, ...]
    before: str | None
    before_at: float | None
    next: str | None


class SessionCanvas(GovernedDocument[SessionDocument]):
    """The document of one epoch of a work session."""

    shape = SessionDocument

    @overload
    def put(self, root: Literal["conditions"], key: str, value: Condition) -> None: ...
    @overload
    def put(self, root: Literal["agenda"], key: str, value: Item) -> None: ...
    @overload
    def put(self, root: Literal["people"], key: str, value: Person) -> None: ...
    @overload
    def put(self, root: Literal["tasks"], key: str, value: Task) -> None: ...
    @overload
    def put(self, root: Literal["parked"], key: str, value: Parked) -> None: ...
    @overload
    def put(self, root: Literal["agreements"], key: str, value: Agreement) -> None: ...
    def put(self, root: Root, key: str, value: object) -> None:
        """Sets a key, if the value differs from what is there."""
        self.write(root, key, value)

    def begin(self, **fields: Unpack[MetaFields]) -> None:
        """Sets every field of `meta` in a new document: pages read them all."""
        self.write_meta(structs.asdict(SessionMeta(**fields)).items())

    def put_meta(self, **fields: Unpack[MetaFields]) -> None:
        """Sets fields of `meta`, those that differ."""
        self.write_meta(fields.items())

    def drop(self, root: Root, key: str) -> None:
        """Removes a key, if it is there."""
        self.erase(root, key)
