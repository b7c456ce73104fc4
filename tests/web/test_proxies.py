"""README's proxy examples, run as they stand there, and the errors behind a proxy that forwards less."""

import logging
import os
from pathlib import Path

import pytest
from websockets.exceptions import InvalidStatus

from board.people.origin import MOST_MISMATCHES, ProxyLog, unknown_address
from board.protocol.refusals import Refusal
from board.words import say
from tests.brainstorm.clients import Browser, browser
from tests.brainstorm.running import MovableClock, serving
from tests.web.proxies import NAMES, find, proxy

QUESTION = {"question": "Which road first?", "minutes": "5"}
LARGE_FORM = "\n".join(["x" * 1_001] * 1_200)
"""a form that is larger than nginx takes by itself"""


@pytest.fixture(params=NAMES)
def name(request: pytest.FixtureRequest) -> str:
    needed = str(request.param)
    if find(needed) is None:
        reason = f"{needed} is not there: `python -m tests.web.proxies` fetches it on Debian."
        pytest.fail(reason) if os.environ.get("CI") == "true" else pytest.skip(reason)
    return needed


async def opens_a_board(person: Browser) -> str:
    """From the start page to a board, as a browser does it; returns its path."""
    assert (await person.get("/")).status_code == 200
    answer = await person.post("/boards", data=QUESTION)
    assert answer.status_code == 303, answer.text
    return str(answer.headers["location"])


async def test_everything_works_behind_the_example(
    name: str, database: Path, clock: MovableClock, front_end: Path, tmp_path: Path
) -> None:
    """Without BOARD_PUBLIC_URL, so that the Host header has to arrive too."""
    async with (
        serving(database, clock) as server,
        proxy(name, server.base, tmp_path) as address,
        browser(address) as fay,
        browser(address) as pia,
    ):
        fay.board = (await opens_a_board(fay)).removeprefix("/boards/")
        page = await fay.get(f"/boards/{fay.board}", headers={"Accept-Encoding": "gzip, br"})
        assert "content-encoding" not in page.headers
        assert (await pia.post("/from-ideas", data={"text": LARGE_FORM})).status_code == 200
        link = (await fay.boot())["links"]["participate"]
        assert link.startswith(f"{address}/join/")
        await pia.follow(link.removeprefix(address))
        lead, part = await fay.open(), await pia.open()
        await lead.ok("open_phase", phase="diverge")
        await part.until(lambda tab: tab.phase == "diverge")
        assert (await part.write("a bicycle street")).text
        assert (await pia.http.head("/health")).status_code == 200


@pytest.mark.parametrize("name", ["nginx"], indirect=True)
async def test_the_default_host_is_refused_with_what_to_tell_the_operator(
    name: str, database: Path, clock: MovableClock, front_end: Path, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    async with (
        serving(database, clock) as server,
        proxy(name, server.base, tmp_path, without="Host |Upgrade|Connection") as address,
        browser(server.base) as fay,
        browser(address) as pia,
    ):
        await opens_a_board(fay)
        caplog.set_level(logging.WARNING)
        for _ in range(3):
            answer = await pia.post("/boards", data=QUESTION)
            assert answer.status_code == 403
            assert say(Refusal.UNKNOWN_ADDRESS) in answer.text
            assert "BOARD_PUBLIC_URL" in answer.text
            assert say("page-unknown-address") in answer.text
            assert server.base.removeprefix("http://") not in answer.text
        with pytest.raises(InvalidStatus) as refused:
            await pia.dial(board="b" * 22)
        assert refused.value.response.status_code == 426
        lines = [record.getMessage() for record in caplog.records if record.name == "shortlist.proxy"]
        assert [address in line for line in lines] == [True, False]
        assert server.base.removeprefix("http://") in lines[0]
        assert f"set BOARD_PUBLIC_URL={address}" in lines[0]
        assert "Upgrade" in lines[1]


async def test_a_page_whose_socket_does_not_open_can_ask_why(
    database: Path, clock: MovableClock, front_end: Path
) -> None:
    async with serving(database, clock, public_url="https://board.example.org") as server, browser(server.base) as pia:
        known, other = {"Origin": "https://board.example.org"}, {"Origin": "https://boards.example.org"}
        assert (await pia.post("/boards/any/live", headers=known)).status_code == 204
        refused = await pia.post("/boards/any/live", headers=other)
        assert (refused.status_code, say(Refusal.UNKNOWN_ADDRESS) in refused.text) == (403, True)
        with pytest.raises(InvalidStatus) as closed:
            await pia.dial(board="any", origin=other["Origin"])
        assert closed.value.response.status_code == 403
        plain = await pia.get("/boards/any/live")
        assert (plain.status_code, plain.headers["upgrade"], plain.text) == (426, "websocket", say("live-no-upgrade"))


def test_the_log_holds_each_pair_once_and_not_more_than_so_many(caplog: pytest.LogCaptureFixture) -> None:
    log = ProxyLog()
    for _ in range(2):
        for at in range(MOST_MISMATCHES + 5):
            log.unknown_address(f"http://b{at}.lan", host="10.0.0.7:8000", public_url=None)
        log.no_upgrade()
    assert len(caplog.records) == MOST_MISMATCHES + 1
    first = caplog.records[0].getMessage()
    assert "http://b0.lan" in first
    assert "10.0.0.7:8000 by the Host header" in first


def test_the_log_names_the_public_url_where_one_is_set(caplog: pytest.LogCaptureFixture) -> None:
    ProxyLog().unknown_address("https://new.lan", host="10.0.0.7", public_url="https://old.lan")
    (line,) = [record.getMessage() for record in caplog.records]
    assert "configured as BOARD_PUBLIC_URL=https://old.lan" in line


@pytest.mark.parametrize(
    ("origin", "asks", "known"),
    [
        ("https://board.lan", None, True),
        ("https://board.lan", "same-origin", True),
        ("https://board.lan:8443", "none", True),
        ("http://[fd00::7]:8080", None, True),
        ("https://board.lan", "cross-site", False),
        ("https://board.lan", "same-site", False),
        ("null", None, False),
        (None, None, False),
        ("https://board.lan\nERROR forged", None, False),
        ("https://user:secret@board.lan", None, False),
        ("https://board.lan/path", None, False),
        ("https://" + "b" * 254, None, False),
    ],
)
def test_which_refused_request_may_be_ours_behind_a_proxy(origin: str | None, asks: str | None, known: bool) -> None:
    headers = ({"origin": origin} if origin else {}) | ({"sec-fetch-site": asks} if asks else {})
    assert unknown_address(headers) == (origin if known else None)
