"""The replies to the recaps of a chain, in memory and as stored. Every open session of the chain has them all."""

import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from sqlalchemy import Connection, delete, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from board.worksessions.rules.replying import Boxes, Reply
from board.worksessions.state.tables import feedback


class ReplyChange(NamedTuple):
    """A reply that came, changed or went."""

    id: str
    reply: Reply | None
    """None: it went"""
    new: bool = False


class Replies(Mapping[str, Reply]):
    """Id → reply, the oldest first."""

    def __init__(self) -> None:
        self._now: dict[str, Reply] = {}
        self._stored: dict[str, Reply] = {}
        self.changes: list[ReplyChange] = []
        """what is to be stored with this batch"""
        self.version = 0
        """another number whenever one comes or changes; 0: there is none"""

    def __getitem__(self, id: str) -> Reply:
        return self._now[id]

    def __iter__(self) -> Iterator[str]:
        return iter(self._now)

    def __len__(self) -> int:
        return len(self._now)

    def put(self, id: str, reply: Reply) -> None:
        """Adds a reply, or changes one."""
        if self._now.get(id) != reply:
            self._do(ReplyChange(id, reply, new=id not in self._now))

    def drop(self, id: str) -> None:
        """Deletes a reply."""
        self._do(ReplyChange(id, None))

    def know(self, stored: Mapping[str, Reply]) -> None:
        """These are stored."""
        self._now, self._stored = dict(stored), dict(stored)
        self._count()

    def copy_stored(self, other: "Replies") -> None:
        """Takes over what another session of the chain knows to be stored."""
        self.know(other._stored)

    def keep(self) -> Sequence[ReplyChange]:
        """What changed in this batch is stored; returns it for the other sessions of the chain."""
        changes, self.changes = self.changes, []
        self._stored = dict(self._now)
        return changes

    def follow(self, changes: Iterable[ReplyChange]) -> None:
        """Another session of the chain has stored these."""
        for change in changes:
            _apply(self._stored, change)
            _apply(self._now, change)
        self._count()

    def forget(self, *, session: str | None = None, recap: str | None = None) -> None:
        """The replies to the recaps of this session, or to this recap, were deleted."""
        gone = [id for id, one in self._now.items() if session == one.session or recap == one.recap]
        self.follow(ReplyChange(id, None) for id in gone)

    def _do(self, change: ReplyChange) -> None:
        _apply(self._now, change)
        self.changes.append(change)
        self._count()

    def _count(self) -> None:
        told = [(id, one.shown, one.answer, one.note) for id, one in self._now.items()]
        self.version = zlib.crc32(repr(told).encode()) or 1 if told else 0


def _apply(replies: dict[str, Reply], change: ReplyChange) -> None:
    if change.reply is None:
        replies.pop(change.id, None)
    elif change.new or change.id in replies:
        replies[change.id] = change.reply


async def load(conn: AsyncConnection, *, chain: str) -> dict[str, Reply]:
    """All replies of a chain, the oldest first."""
    rows = feedback.c
    found = await conn.execute(select(feedback).where(rows.chain == chain).order_by(rows.at, rows.id))
    return {
        row.id: Reply(
            session=row.session,
            recap=row.recap,
            at=row.at,
            claim=row.claim,
            said=Boxes(row.helped, row.unclear, row.missing),
            shown=row.shown,
            answer=row.answer,
            note=row.note,
            told_in=row.told_in,
        )
        for row in found
    }


def save(conn: Connection, chain: str, changes: Iterable[ReplyChange]) -> None:
    """Writes what changed. A reply that was deleted meanwhile does not come back."""
    for id, reply, new in changes:
        one = (feedback.c.chain == chain) & (feedback.c.id == id)
        if reply is None:
            conn.execute(delete(feedback).where(one))
        elif new:
            conn.execute(insert(feedback).values(chain=chain, id=id, **_values(reply)))
        else:
            conn.execute(update(feedback).where(one).values(**_values(reply)))


def remove(conn: Connection, *, session: str | None = None, recap: str | None = None) -> None:
    """Deletes the replies to the recaps of a session, or to one recap."""
    of = feedback.c.session == session if session else feedback.c.recap == recap
    conn.execute(delete(feedback).where(of))


def _values(reply: Reply) -> dict[str, object]:
    names = ("session", "recap", "at", "claim", "shown", "answer", "note", "told_in")
    return {name: getattr(reply, name) for name in names} | reply.said._asdict()
