"""Nothing in the database joins what somebody did on a board with who they are in a session."""

import hashlib
import hmac
from collections.abc import Iterator
from itertools import product

import pytest

from tests.brainstorm.chance import MOST_SUCCESSIONS, correlation, successions
from tests.brainstorm.clients import Browser
from tests.brainstorm.database import cells, rows
from tests.brainstorm.running import Server
from tests.cast import Group
from tests.worksessions.clients import Member, Work, session

pytestmark = pytest.mark.anyio
BOARD = ("seats", "quotas", "voters", "consent_answers", "ballots", "keys", "ideas", "links", "receipts")
SESSION = ("session_seats", "agreement_answers", "agreement_keys", "session_links", "worksessions", "chains")
SHARED = 8
"""equal bytes at the beginning of two values that are more than chance"""
PEOPLE = 24


def values(server: Server, tables: tuple[str, ...]) -> set[bytes]:
    """Every text and blob in these tables that is long enough to name somebody."""
    found = [value for table in tables for row in rows(server.file, f"SELECT * FROM {table}") for value in row]  # noqa: S608
    plain = [value.encode() if isinstance(value, str) else value for value in found]
    return {value for value in plain if isinstance(value, bytes) and len(value) >= SHARED}


def derived(known: set[bytes], keys: set[bytes]) -> Iterator[bytes]:
    """What could be made of values: their hashes, and their codes under every key."""
    for value in known:
        yield hashlib.sha256(value).digest()
    for key, value in product(keys, known):
        yield hmac.digest(key, value, hashlib.sha256)


def starts(found: set[bytes]) -> set[bytes]:
    return {value[:SHARED] for value in found} | {value.hex()[: 2 * SHARED].encode() for value in found}


def tokens(browsers: list[Browser], kind: str) -> set[bytes]:
    """The tokens in the cookies of boards or of sessions: a person's own, and those of links."""
    cookies = [value for one in browsers for name, value in one.http.cookies.items() if name.startswith(kind)]
    return {part.encode() for value in cookies for part in value.split(".")}


async def moved_on(group: Group, work: Work) -> tuple[list[Browser], list[Browser]]:
    """The people of the board join the session, in the same order and in the same browsers."""
    there: list[Browser] = [group.browser("fay"), group.browser("pia"), group.browser("ben")]
    there += [await group.newcomer() for _ in range(PEOPLE - len(there))]
    for browser in there[3:]:
        await browser.open()
    here: list[Browser] = []
    for number, browser in enumerate(there):
        member = Member(group.server.base, browser.http)
        await member.joins(work.links["join"], f"Person {number}")
        here.append(member)
    return there, here


async def test_a_boards_seat_and_a_sessions_person_cannot_be_linked(group: Group) -> None:
    await group.writes(2)
    async with session(group.server) as work:
        there, here = await moved_on(group, work)
        await work.lead.tab.ok("start")
        agreement = "00000000-0000-4000-8000-000000000001"
        await work.lead.tab.ok("propose_agreement", agreement=agreement, text="We stop at six.")
        for member in here:
            assert isinstance(member, Member)
            await member.tab.ok("answer_agreement", agreement=agreement, level=2)
        await work.server.settled()
        board, session_ = values(work.server, BOARD), values(work.server, SESSION)
        assert len(rows(work.server.file, "SELECT * FROM seats")) >= PEOPLE - 1, "all but the facilitator"
        assert len(rows(work.server.file, "SELECT * FROM agreement_answers")) >= PEOPLE
        assert not starts(board) & starts(session_)
        keys = {bytes(row[0]) for table in ("keys", "agreement_keys") for row in keys_of(work.server, table)}
        assert len(keys) >= 2
        held = {kind: tokens(there, kind) for kind in ("board_", "worksession_")}
        assert all(len(known) > PEOPLE for known in held.values())
        assert not starts(set().union(*held.values())) & (starts(board) | starts(session_)), "no token is stored"
        assert not starts(set(derived(board | held["board_"], keys))) & starts(session_)
        assert not starts(set(derived(session_ | held["worksession_"], keys))) & starts(board)
        for browser in there:
            first, second = (cookie.split(".")[0] for cookie in browser.http.cookies.values())
            assert first[:SHARED] != second[:SHARED]
        for member in here:
            await member.close()


def keys_of(server: Server, table: str) -> list[tuple[bytes]]:
    return [(row[0],) for row in rows(server.file, f"SELECT key FROM {table}") if isinstance(row[0], bytes)]  # noqa: S608


async def test_the_order_on_the_page_does_not_tell_who_of_the_board_is_who(group: Group) -> None:
    await group.writes(1)
    async with session(group.server) as work:
        _, here = await moved_on(group, work)
        group.more = []
        await group.goes("vote")
        await group.goes("decide")
        option = group.fay.meta("rounds")[0]["options"][0]["option"]
        await group.fay.ok("write_decision", decision="So be it.", owner="Mara", shortlist=[option])
        before = order(work.server, "seats")
        await group.fay.ok("freeze")
        await work.server.settled()
        after = order(work.server, "seats")
        assert sorted(before) == sorted(after)
        assert successions(after, before) < MOST_SUCCESSIONS
        assert abs(correlation(after, before)) < 0.95
        for member in here:
            await member.close()


def order(server: Server, table: str) -> list[str]:
    return [cell.values[1].hex() for cell in cells(server.file, table)]
