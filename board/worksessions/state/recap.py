"""What a session has for its recap, and the recap that a batch shares."""

from collections.abc import Sequence
from typing import NamedTuple

import msgspec
from msgspec import UnsetType
from sqlalchemy import ColumnElement, Connection, delete, exists, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from board.protocol.worksession import limits
from board.protocol.worksession.document import Version
from board.recaps.chain import MOST, Head, head, told
from board.recaps.material import Answered, Before, Earlier, Lines, Material, Text
from board.records import service
from board.records import tables as records
from board.records.service import recaps
from board.records.times import utc
from board.worksessions.rules.outline import outline
from board.worksessions.rules.replying import Reply
from board.worksessions.state import replies
from board.worksessions.state.session import Session, chain_of, number_of, session_id
from board.worksessions.state.sharing import Sharing
from board.worksessions.state.tables import of_chain, recap_pages


class KeptVersion(NamedTuple):
    """A version of the text beside a recap."""

    version: Version
    packed: bytes
    """gzip of UTF-8"""


class NewestRecap(NamedTuple):
    """The recap of a session that nothing corrects."""

    session: str
    sha256: str
    public: bool


def material(session: Session, now: float) -> Material:
    """All that a recap may say: a copy that a thread may read while the session changes."""
    kept = session.meta.recap_lines
    lines = Lines(summary=kept.summary, next=kept.next, was=kept.was, became=kept.became, shows_before=kept.before)
    return Material.of(
        session.canvas.copied_document(),
        now=int(now),
        number=number_of(session.id),
        text=_text(session.text.value),
        before=_before(session),
        lines=lines,
        answered=[
            Answered(box, said, one.answer or "", one.note)
            for one in answered(session).values()
            for box, said in one.boxes()
        ],
        chain=sorted(session.earlier.values()),
    )


def answered(session: Session) -> dict[str, Reply]:
    """The answered replies to earlier recaps that the recap of this session lists: no other has listed them.

    The form promises that readers see a reply only if the lead lets it in.
    """
    number = number_of(session.id)
    found = {
        id: one
        for id, one in session.replies.items()
        if one.shown
        and one.answer is not None
        and number_of(one.session) < number
        and one.told_in in (None, session.id)
    }
    # The others stand in the recap after this one.
    told_first = sorted(found, key=lambda id: found[id].told_in is None)
    return {id: found[id] for id in told_first[: limits.ANSWERED]}


def kept_versions(session: Session) -> bytes:
    """The versions that are played, as they are kept: nothing is unpacked here."""
    return msgspec.msgpack.encode([KeptVersion(one, session.versions[one.number]) for one in session.meta.versions])


def save(conn: Connection, session: str, sharing: Sharing) -> None:
    """Stores a recap, or who finds its page."""
    page, recap = recap_pages, sharing.recap
    if sharing.content is not None:
        recaps.store(conn, source=session, content=sharing.content, frozen_at=recap.at, follows=sharing.follows)
    shown: dict[str, object] = {"public": recap.public}
    if not isinstance(sharing.making, UnsetType):
        shown["making"] = sharing.making
    if conn.execute(update(page).where(page.c.sha256 == recap.sha256).values(**shown)).rowcount == 0:
        conn.execute(insert(page).values(sha256=recap.sha256, session=session, **shown))


async def newest(conn: AsyncConnection, *, sessions: Sequence[str]) -> list[NewestRecap]:
    """The recaps of these sessions that no other one corrects. Their bytes are not read."""
    return await _newest(conn, records.recaps.c.session.in_(sessions))


async def newest_of(conn: AsyncConnection, *, chain: str) -> list[NewestRecap]:
    """As `newest`, for every session of a chain."""
    return await _newest(conn, of_chain(records.recaps.c.session, chain))


def has_any(conn: Connection, *, chain: str) -> bool:
    """Whether a recap of this chain is stored."""
    among = select(records.recaps.c.sha256).where(of_chain(records.recaps.c.session, chain))
    return conn.execute(among.limit(1)).first() is not None


async def _newest(conn: AsyncConnection, among: ColumnElement[bool]) -> list[NewestRecap]:
    rows, page, later = records.recaps.c, recap_pages, records.recaps.alias()
    found = (
        select(rows.session, rows.sha256, page.c.public)
        .outerjoin_from(records.recaps, page, page.c.sha256 == rows.sha256)
        .where(among, ~exists().where(later.c.follows == rows.sha256))
    )
    return [NewestRecap(one.session, one.sha256, bool(one.public)) for one in await conn.execute(found)]


def remove(conn: Connection, session: str, *, now: float) -> None:
    """Deletes every recap of a session. Tombstones stay at their addresses."""
    for sha256 in recaps.of(conn, source=session):
        remove_one(conn, sha256=sha256, now=now)


def remove_one(conn: Connection, *, sha256: str, now: float) -> None:
    """Deletes a recap and what is kept beside it."""
    recaps.remove(conn, sha256=sha256, now=now)
    replies.remove(conn, recap=sha256)
    conn.execute(delete(recap_pages).where(recap_pages.c.sha256 == sha256))


async def load_earlier(conn: AsyncConnection, *, session: str) -> dict[str, Earlier]:
    """The recaps of the last sessions before this one, by their digests. A damaged one counts as none."""
    number, chain = number_of(session), chain_of(session)
    near = [session_id(chain, one) for one in range(max(1, number - MOST), number)]
    found: dict[int, tuple[Head, NewestRecap]] = {}
    for one in await newest(conn, sessions=near) if near else ():
        try:
            stored = await recaps.find(conn, sha256=one.sha256)
        except service.Damaged:
            continue
        read = head(stored.content) if stored else None
        known = found.get(number_of(one.session))
        # Where a record between two others was deleted, nothing corrects the first, and there are two.
        if read and (known is None or known[0].frozen_at < read.frozen_at):
            found[number_of(one.session)] = (read, one)
    return {one.sha256: _earlier(read, one) for read, one in found.values()}


def follow_earlier(session: Session, before: Session) -> None:
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
    forget_earlier(session, number=number)
    session.earlier[meta.recap.sha256] = _earlier(read, NewestRecap(before.id, meta.recap.sha256, meta.recap.public))


def forget_earlier(session: Session, *, number: int | None = None, recap: str | None = None) -> None:
    """The recaps of the session with this number were deleted, or this recap was."""
    for sha256, one in list(session.earlier.items()):
        if number == one.number or recap == sha256:
            del session.earlier[sha256]


def _earlier(read: Head, one: NewestRecap) -> Earlier:
    known = told(read, sha256=one.sha256, public=one.public)
    return Earlier(number_of(one.session), known.sha256, read.artifact, known.verdict, known.at)


def _before(session: Session) -> Before | None:
    """The text with which the work began: the first that somebody came with, or else the one at the start."""
    versions = session.meta.versions
    came = next((one for one in versions if one.reason in ("brought", "next")), None)
    first = came or next((one for one in versions if one.reason == "start"), None)
    text = None if first is None else session.text_of(first.number)
    if first is None or text is None:
        return None
    origin = {"brought": "brought", "next": "session"}.get(first.reason, "start")
    return Before(_text(text), origin)


def _text(text: str) -> Text:
    told = outline(text)
    return Text(text, told.words, len(told.headings))
