"""An answer to a check without names cannot be tied to its person, and goes with its key when the check is closed."""

import hashlib
import hmac
import json
import logging
from itertools import product

import pytest

from tests.brainstorm import wire
from tests.brainstorm.clients import holds
from tests.brainstorm.database import dump, rows
from tests.brainstorm.running import Server
from tests.worksessions.clients import ALL, Member, Work

pytestmark = pytest.mark.anyio

CHECK = "00000000-0000-4000-8000-000000000001"
REASONS = ["the reason 4711", "the reason 4712", "the reason 4713", "the reason 4714"]
LEVELS = [5, 4, 2, 1]


@pytest.fixture
async def asked(work: Work) -> Work:
    """Four people who are asked; nobody has answered."""
    for name in ("Ben", "Jo", "Mara"):
        await work.comes(name)
    await work.lead.tab.ok("start")
    await work.lead.tab.ok("propose_agreement", agreement=CHECK, text="One space for each home", why="It is enough")
    await work.seen("agreements", CHECK, by="level", open=True)
    return work


async def answer(work: Work, count: int = 4) -> None:
    for member, level, reason in list(zip(work.members, LEVELS, REASONS, strict=True))[:count]:
        await member.tab.ok("answer_agreement", agreement=CHECK, level=level, reason=reason)


def token(member: Member) -> str:
    (value,) = member.http.cookies.values()
    return str(value).split(".")[0]


def blobs(server: Server, statement: str) -> list[bytes]:
    """The only column of what a statement finds."""
    return [value for row in rows(server.file, statement) for value in row if isinstance(value, bytes)]


def pseudonyms(server: Server) -> set[bytes]:
    return set(blobs(server, "SELECT pseudonym FROM agreement_answers"))


def check_keys(server: Server) -> list[bytes]:
    """Every key in the database under which a pseudonym may stand: of sessions and of boards."""
    return [*blobs(server, "SELECT key FROM agreement_keys"), *blobs(server, "SELECT key FROM keys")]


def known(work: Work) -> list[bytes]:
    """What the database and the document know of people: hashes of tokens, ids, names; as they are and as text."""
    seats = rows(work.server.file, "SELECT hash, person FROM session_seats")
    links = rows(work.server.file, "SELECT hash FROM session_links")
    values = [value for row in (*seats, *links) for value in row]
    people = work.lead.tab.root("people")
    values += [*people, *(one["name"] for one in people.values()), work.id, CHECK]
    plain = [value if isinstance(value, bytes) else str(value).encode() for value in values]
    return [*plain, *(value.hex().encode() for value in plain)]


def derived(keys: list[bytes], values: list[bytes]) -> set[bytes]:
    """What anybody could make of these: the values, their hashes, and HMACs under any key or value."""
    found = {value[:16] for value in values} | {hashlib.sha256(value).digest()[:16] for value in values}
    for key, value in product([*keys, *values], values):
        found.add(hmac.new(key, value, hashlib.sha256).digest()[:16])
    return found


async def test_nothing_that_is_stored_says_whose_answer_it_is(asked: Work) -> None:
    await answer(asked)
    await asked.server.settled()
    keys, stored = check_keys(asked.server), pseudonyms(asked.server)
    assert len(stored) == 4
    assert len(keys) == 1
    tokens = [token(member).encode() for member in asked.members]
    assert derived(keys, tokens) >= stored, "with a cookie in hand it can be found"
    assert not derived(keys, known(asked)) & stored
    # No other row of any table repeats a pseudonym.
    lines = [line for line in dump(asked.server.file) if any(one.hex() in line.lower() for one in stored)]
    assert len(lines) == 4
    assert all("agreement_answers" in line for line in lines)
    assert not [line for line in lines for one in known(asked)[:8] if one.hex() in line.lower()]


async def test_neither_document_nor_notices_nor_logs_say_it(asked: Work, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    ben, jo = asked.members[1:3]
    before, told = asked.document, len(jo.tab.notices)
    await answer(asked)
    await jo.tab.until(lambda tab: tab.notice["answered"] == {CHECK: 4})
    assert asked.document == before
    assert ben.tab.notice["you"]["answers"] == {CHECK: {"level": LEVELS[1], "reason": REASONS[1]}}
    for member in asked.members:
        others = [one for one in REASONS if one != REASONS[asked.members.index(member)]]
        assert not [text for text in others if holds(member.everything(), text)]
    for notice in jo.tab.notices[told:]:
        shared = {key: value for key, value in notice.items() if key != "you"}
        assert shared["here"] is None
        assert not [id for id in asked.document["people"] if id in json.dumps(shared)]
    assert not [text for text in (*REASONS, *map(token, asked.members)) if holds(caplog.text.encode(), text)]


async def test_frames_to_whoever_answers_have_the_length_of_any_others(asked: Work) -> None:
    ben = asked.members[1]
    seen = len(ben.tab.frames)
    for level, reason in ((0, ""), (5, "x" * 300)):
        await ben.tab.ok("answer_agreement", agreement=CHECK, level=level, reason=reason)
        await ben.tab.until(lambda tab, level=level: tab.notice["you"]["answers"][CHECK]["level"] == level)  # type: ignore[misc]
    whole = [frame for frame in ben.tab.frames[seen:] if wire.read(frame).kind == wire.NOTICE and b'"you"' in frame]
    assert len(whole) >= 2
    assert len({len(frame) for frame in whole}) == 1


async def test_key_and_answers_go_from_the_file_at_the_close(asked: Work) -> None:
    server = asked.server
    await answer(asked)
    await server.settled()
    gone = [*check_keys(server), *pseudonyms(server)]
    assert all(one in server.stored() for one in gone)
    await asked.members[3].tab.ok("close_agreement", agreement=CHECK)
    closed = await asked.seen("agreements", CHECK, open=False)
    assert closed["answers"] == {"0": 0, "1": 1, "2": 1, "3": 0, "4": 1, "5": 1}
    assert sorted(one["reason"] for one in closed["reasons"]) == REASONS
    assert (closed["silent"], closed["agreed"], closed["by_name"]) == (0, False, None)
    assert (await asked.text()).endswith("\n\nNot agreed: One space for each home (because It is enough)\n")
    await server.settled()
    assert (check_keys(server), pseudonyms(server)) == ([], set())
    assert not [one for one in gone if one in server.stored()]
    assert asked.members[1].tab.notice["answered"] == {}


async def test_answers_that_are_too_few_go_from_the_file_untold(asked: Work) -> None:
    await answer(asked, 2)
    assert (await asked.lead.tab.do("close_agreement", agreement=CHECK))["code"] == "too_few_answers"
    await asked.server.settled()
    assert holds(asked.server.stored(), REASONS[0])
    await asked.lead.tab.ok("end", verdict="done")
    closed = await asked.seen("agreements", CHECK, open=False)
    assert (set(closed["answers"].values()), closed["reasons"], closed["agreed"]) == ({0}, [], None)
    await asked.server.settled()
    assert not [text for text in REASONS if holds(asked.server.stored(), text)]
    assert not [text for text in REASONS if holds(asked.members[3].everything(), text)]


async def test_an_answer_that_is_changed_leaves_nothing_of_the_first(asked: Work) -> None:
    ben = asked.members[1]
    await ben.tab.ok("answer_agreement", agreement=CHECK, level=0, reason=REASONS[0])
    await ben.tab.ok("answer_agreement", agreement=CHECK, level=5, reason=REASONS[1])
    assert len(pseudonyms(asked.server)) == 1
    for member in (asked.lead, *asked.members[2:]):
        await member.tab.ok("answer_agreement", agreement=CHECK, level=5)
    await asked.lead.tab.ok("close_agreement", agreement=CHECK)
    closed = await asked.seen("agreements", CHECK, open=False)
    assert closed["answers"]["0"] == 0
    await asked.server.settled()
    assert not holds(asked.server.stored(), REASONS[0])
    assert set(asked.document) == set(ALL)
