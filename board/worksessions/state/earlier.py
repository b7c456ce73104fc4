"""The recaps of the sessions before one: what its own recap says of the chain."""

from sqlalchemy.ext.asyncio import AsyncConnection

from board.recaps.chain import MOST, Head, head, told
from board.recaps.material import Earlier
from board.records import service
from board.records.service import recaps
from board.records.times import utc
from board.worksessions.state import recap
from board.worksessions.state.recap import NewestRecap
from board.worksessions.state.session import Session, chain_of, number_of, session_id


async def load(conn: AsyncConnection, *, session: str) -> dict[str, Earlier]:
    """Those of the last sessions before this one, by their digests. A damaged one counts as none."""
    number, chain = number_of(session), chain_of(session)
    near = [session_id(chain, one) for one in range(max(1, number - MOST), number)]
    found: dict[int, tuple[Head, NewestRecap]] = {}
    for one in await recap.newest(conn, sessions=near) if near else ():
        try:
            stored = await recaps.find(conn, sha256=one.sha256)
        except service.Damaged:
            continue
        read = head(stored.content) if stored else None
        known = found.get(number_of(one.session))
        # Where a record between two others was deleted, nothing corrects the first, and there are two.
        if read and (known is None or known[0].frozen_at < read.frozen_at):
            found[number_of(one.session)] = (read, one)
    return {one.sha256: _of(read, one) for read, one in found.values()}


def follow(session: Session, before: Session) -> None:
    """Another session of the chain, which is open, may have shared its recap or changed who finds it."""
    meta, number = before.meta, number_of(before.id)
    if meta.recap is None or meta.ending is None or number >= number_of(session.id):
        return
    finished = meta.ending.finished_at
    read = Head(
        verdict=meta.ending.verdict,
        frozen_at=utc(meta.recap.at),
        ended_at=utc(meta.ending.at),
        finished_at=None if finished is None else utc(finished),
        artifact=meta.contract.artifact,
    )
    forget(session, number=number)
    session.earlier[meta.recap.sha256] = _of(read, NewestRecap(before.id, meta.recap.sha256, meta.recap.public))


def forget(session: Session, *, number: int | None = None, recap: str | None = None) -> None:
    """The recaps of the session with this number were deleted, or this recap was."""
    for sha256, one in list(session.earlier.items()):
        if number == one.number or recap == sha256:
            del session.earlier[sha256]


def _of(read: Head, one: NewestRecap) -> Earlier:
    known = told(read, sha256=one.sha256, public=one.public)
    return Earlier(number_of(one.session), known.sha256, read.artifact, known.verdict, known.at)
