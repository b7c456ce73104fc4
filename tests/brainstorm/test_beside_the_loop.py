"""Reading a whole board for one person happens beside the event loop, from a copy, and not without end."""

import asyncio
import copy
import threading
import uuid
from collections.abc import AsyncIterator, Callable
from typing import Any

import httpx
import pytest
from jinja2.utils import htmlsafe_json_dumps

from board.brainstorm.commands.deciding import material
from board.brainstorm.http.read_limits import EXPORTS
from board.decisions import record
from board.decisions.exports.formats import DRAFTS
from board.live.transport import rate_limit
from board.live.transport.rate_limit import Rate, RateLimiter
from board.people.cookie import Person
from board.protocol.roles import Role
from board.voting import health
from board.web import pages
from tests.cast import Group

LOOP = threading.get_ident()


class Held:
    """Work that goes on until it is let go; it notes on which thread."""

    def __init__(self, work: Callable[..., Any]) -> None:
        self._work = work
        self._go = threading.Event()
        self.begun = asyncio.Event()
        self.loop = asyncio.get_running_loop()
        self.threads: list[int] = []

    def __call__(self, *args: object) -> object:
        self.threads.append(threading.get_ident())
        self.loop.call_soon_threadsafe(self.begun.set)
        assert self._go.wait(30)
        return self._work(*args)

    def let_go(self) -> None:
        self._go.set()


@pytest.fixture
async def holding() -> AsyncIterator[Callable[..., Held]]:
    """Makes such work; whatever a test does, it ends."""
    made: list[Held] = []

    def hold(work: Callable[..., Any]) -> Held:
        made.append(Held(work))
        return made[-1]

    yield hold
    for one in made:
        one.let_go()


@pytest.mark.parametrize("path", ["export.json", "export.csv", "health"])
async def test_the_board_goes_on_while_it_is_read_as_a_whole(
    group: Group, monkeypatch: pytest.MonkeyPatch, holding: Callable[..., Held], path: str
) -> None:
    await group.goes("diverge")
    before = await group.pia.write("there before")
    await group.goes("cluster")
    draft, advice = holding(record.draft), holding(health.before)
    monkeypatch.setattr(record, "draft", draft)
    monkeypatch.setattr(health, "before", advice)
    held = advice if path == "health" else draft
    asked = [asyncio.create_task(group.browser("fay").get(f"/api/boards/{group.board}/{path}")) for _ in range(3)]
    await asyncio.wait_for(held.begun.wait(), 30)
    # The copy is taken: what changes now is in no file of this moment.
    await group.fay.ok("hide_idea", idea=before.id, hidden=True)
    await group.ben.ok("name_cluster", cluster=str(uuid.uuid4()), name="named meanwhile")
    assert len(held.threads) == 1, "one board after another, else they would hold up the loop together"
    held.let_go()
    first, *later = await asyncio.gather(*asked)
    assert {answer.status_code for answer in (first, *later)} == {200}
    assert LOOP not in held.threads
    assert len(held.threads) == 3
    if path == "export.json":
        texts = sorted("there before" in answer.text for answer in (first, *later))
        assert texts == [False, False, True]


async def test_a_copy_stays_as_it_was_whatever_happens_to_the_board(group: Group) -> None:
    """Values of the document are replaced and never changed: that is what makes a shallow copy enough."""
    room = await group.room()
    taken: list[tuple[Any, Any]] = []

    def take() -> None:
        for kept in (material(room.board, 1.0), room.board.canvas.copied_document()):
            taken.append((kept, copy.deepcopy(kept)))

    await group.joins(1)
    ideas = await group.writes(4)
    take()
    await group.goes("cluster")
    cluster = str(uuid.uuid4())
    steps: list[tuple[str, dict[str, object]]] = [
        ("name_cluster", {"cluster": cluster, "name": "one"}),
        ("place_idea", {"idea": ideas[0].id, "cluster": cluster}),
        ("name_cluster", {"cluster": cluster, "name": "two"}),
        ("merge", {"merge": str(uuid.uuid4()), "from": [ideas[1].id], "into": cluster}),
        ("set_aside", {"option": ideas[2].id, "aside": True}),
        ("hide_idea", {"idea": ideas[3].id, "hidden": True}),
        ("hide_idea", {"idea": ideas[3].id, "hidden": False}),
        ("sign_idea", {"idea": ideas[0].id, "secret": ideas[0].secret, "name": "Pia"}),
        ("dissolve_cluster", {"cluster": cluster}),
        ("set_aside", {"option": ideas[2].id, "aside": False}),
    ]
    for do, fields in steps:
        take()
        tab = group.fay if do in ("set_aside", "hide_idea") else group.pia
        await tab.ok(do, **fields)
    for _ in range(2):
        await group.goes("vote")
        take()
        await group.votes([(tab, [ideas[0].id]) for tab in group.voters])
        await group.goes("decide")
        take()
    wording: dict[str, object] = {"why": "", "owner": "Mara", "shortlist": [ideas[0].id]}
    for decision in ("So be it.", "Or so."):
        await group.fay.ok("write_decision", decision=decision, **wording)
        for tab in group.voters:
            await tab.ok("answer_consent", level=4, reason="")
        take()
    await group.fay.ok("freeze")
    for kept, before in taken:
        assert kept == before


def few(group: Group, monkeypatch: pytest.MonkeyPatch, kind: str) -> None:
    """Each person may ask for three at once, and then hardly for any."""
    read_limits = group.server.provided("read_limits")
    code = getattr(read_limits, kind)._code
    monkeypatch.setattr(read_limits, kind, RateLimiter(Rate(3, 1 / 60), group.server.clock.now, code))


@pytest.mark.parametrize(("kind", "path"), [("exports", "export.md"), ("advice", "health")])
async def test_one_person_cannot_ask_without_end(
    group: Group, monkeypatch: pytest.MonkeyPatch, kind: str, path: str
) -> None:
    few(group, monkeypatch, kind)

    async def ask(name: str) -> httpx.Response:
        return await group.browser(name).get(f"/api/boards/{group.board}/{path}")

    assert [(await ask("fay")).status_code for _ in range(5)] == [200, 200, 200, 429, 429]
    refused = await ask("fay")
    assert int(refused.headers["retry-after"]) > rate_limit.MAX_WAIT
    assert refused.json()["code"] == ("too_many_files" if kind == "exports" else "too_fast")
    assert (await ask("ben")).status_code == (200 if kind == "exports" else 403)
    group.server.clock.advance(61)
    assert (await ask("fay")).status_code == 200


async def test_whoever_saves_a_board_in_every_form_twice_does_not_wait() -> None:
    exports = RateLimiter(EXPORTS, lambda: 0.0)
    fay = Person("fay", {Role.FACILITATOR: "link"})
    for _ in range(2 * len(DRAFTS)):
        assert exports.bucket("board", fay).delay() == 0
        await exports.acquire("board", fay)


async def test_the_settings_and_results_of_a_board_are_encoded_once_for_all_who_open_it(
    group: Group, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With a large ballot it takes tens of milliseconds."""
    encoded: list[Any] = []

    def dumps(plain: Any) -> str:  # noqa: ANN401 - any JSON
        encoded.append(plain)
        return str(htmlsafe_json_dumps(plain))

    monkeypatch.setattr(pages, "htmlsafe_json_dumps", dumps)
    boots = [await group.browser(name).boot() for name in ("pia", "ben", "pia", "fay", "olu")]
    assert all(boot["meta"] == boots[0]["meta"] for boot in boots)
    assert sum("question" in plain for plain in encoded) == 1
    await group.fay.ok("change_settings", question="Another </script> & question?")
    boots = [await group.browser(name).boot() for name in ("pia", "ben")]
    assert {boot["meta"]["question"] for boot in boots} == {"Another </script> & question?"}
    assert sum("question" in plain for plain in encoded) == 2


async def test_a_page_counts_by_its_bytes(group: Group) -> None:
    senders = group.server.rooms.senders = RateLimiter(Rate(100, 1e-9), group.server.clock.now)
    page = await group.browser("ben").page()
    (bucket,) = senders._buckets.values()
    assert 100 - bucket._tokens == pytest.approx(1 + len(page) / rate_limit.BYTES_PER_TOKEN, abs=0.01)
