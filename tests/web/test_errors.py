import logging
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from litestar import Litestar, get, post
from litestar.exceptions import TooManyRequestsException
from litestar.params import FromPath, JSONBody
from litestar.testing import TestClient
from sqlalchemy.exc import IntegrityError, OperationalError
from sqlalchemy.exc import TimeoutError as NoConnectionError

from board.errors import BoardError, Gone, Invalid, NotAllowed, NotFound, TooLarge
from board.protocol.refusals import Refusal
from board.web import errors, pages
from board.words import say
from tests.web.reading import one

SECRET = "an-idea-text-or-a-token"
KINDS: dict[str, tuple[type[BoardError], int]] = {
    "invalid": (Invalid, 422),
    "not-allowed": (NotAllowed, 403),
    "not-found": (NotFound, 404),
    "gone": (Gone, 410),
    "too-large": (TooLarge, 413),
    "other": (BoardError, 400),
}
FAULTS = {
    "away": OperationalError("INSERT", {}, Exception(SECRET)),
    "pool": NoConnectionError(SECRET),
    "wrong": IntegrityError("INSERT", {}, Exception(SECRET)),
}


@dataclass
class Typed:
    minutes: int


@get(["/raise/{kind:str}", "/api/raise/{kind:str}", "/boards/{kind:str}", "/join/{kind:str}"])
async def raises(kind: FromPath[str]) -> None:
    raise KINDS[kind][0](Refusal.TOO_LONG, limit=10, length=len(kind))


@get(["/fault/{token:str}", "/api/fault/{token:str}"])
async def faulty(token: FromPath[str]) -> None:
    try:
        raise KeyError(token)
    except KeyError as error:
        raise RuntimeError(f"no row for {token}") from error


@post("/api/typed")
async def typed(data: JSONBody[Typed]) -> None:
    assert data.minutes


@get("/api/database/{kind:str}")
async def database(kind: FromPath[str]) -> None:
    raise FAULTS[kind]


@get("/busy")
async def busy() -> None:
    raise TooManyRequestsException(headers={"Retry-After": "60"})


@pytest.fixture
def asked(static: Path) -> Iterator[TestClient[Litestar]]:
    app = Litestar(
        [*pages.handlers(), raises, faulty, typed, database, busy],
        exception_handlers=errors.handlers,
        logging_config=None,
        openapi_config=None,
    )
    with TestClient(app, raise_server_exceptions=False) as client:
        yield client


@pytest.mark.parametrize("kind", KINDS)
def test_a_meaning_becomes_a_page_for_browsers(asked: TestClient[Litestar], kind: str) -> None:
    answer = asked.get(f"/raise/{kind}")
    assert answer.status_code == KINDS[kind][1]
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    assert say(Refusal.TOO_LONG, limit=10, length=len(kind)) in answer.text
    assert one(answer.text, "h1").text == say(f"page-error-{answer.status_code}")


@pytest.mark.parametrize("kind", KINDS)
def test_a_meaning_becomes_a_problem_for_programs(asked: TestClient[Litestar], kind: str) -> None:
    # A browser's own fetch asks for HTML too; what counts is where it asks.
    answer = asked.get(f"/api/raise/{kind}", headers={"Accept": "text/html"})
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.json() == {
        "type": "about:blank",
        "title": say(f"page-error-{answer.status_code}"),
        "status": KINDS[kind][1],
        "detail": say(Refusal.TOO_LONG, limit=10, length=len(kind)),
        "code": "too_long",
        "params": {"limit": 10, "length": len(kind)},
    }


@pytest.mark.parametrize(
    ("path", "of", "way_on"),
    [
        ("/boards/not-found", "board", "/"),
        ("/join/not-found", "wrong", "/"),
        ("/worksessions/x", "session", "/?start=work"),
    ],
)
def test_who_holds_no_link_is_told_to_get_one(asked: TestClient[Litestar], path: str, of: str, way_on: str) -> None:
    answer = asked.get(path)
    assert answer.status_code == 404
    assert one(answer.text, "h1").text == say(f"page-no-link-{of}")
    assert one(answer.text, "a", class_="quiet").attributes["href"] == way_on


def test_another_refusal_of_a_board_is_not_about_links(asked: TestClient[Litestar]) -> None:
    assert one(asked.get("/boards/not-allowed").text, "h1").text == say("page-error-403")


def test_unknown_paths_get_a_page_or_a_problem(asked: TestClient[Litestar]) -> None:
    page, problem = asked.get(f"/{SECRET}"), asked.get(f"/api/{SECRET}")
    assert (page.status_code, problem.status_code) == (404, 404)
    assert one(page.text, "a", class_="quiet").attributes["href"] == "/"
    assert problem.json()["code"] == Refusal.NO_ADDRESS
    assert SECRET not in page.text + problem.text


def test_a_wrong_method_is_said_plainly(asked: TestClient[Litestar]) -> None:
    answer = asked.delete("/")
    assert answer.status_code == 405
    assert say(Refusal.WRONG_METHOD) in answer.text


@pytest.mark.parametrize(("kind", "status"), [("away", 503), ("pool", 503), ("wrong", 500)])
def test_a_database_that_does_not_answer_is_not_our_fault(
    asked: TestClient[Litestar], caplog: pytest.LogCaptureFixture, kind: str, status: int
) -> None:
    answer = asked.get(f"/api/database/{kind}")
    assert (answer.status_code, answer.json()["code"]) == (
        status,
        Refusal.STORAGE if status == 503 else Refusal.FAULT,
    )
    assert SECRET not in answer.text + caplog.text


def test_who_is_too_fast_learns_when_to_come_back(asked: TestClient[Litestar]) -> None:
    answer = asked.get("/busy")
    assert (answer.status_code, answer.headers["retry-after"]) == (429, "60")


@pytest.mark.parametrize("body", ["{", "", "[]", '{"minutes": "ten"}', "{}"])
def test_malformed_json_is_the_callers_mistake(asked: TestClient[Litestar], body: str) -> None:
    answer = asked.post("/api/typed", content=body, headers={"Content-Type": "application/json"})
    assert answer.status_code == 400
    assert answer.json()["code"] == Refusal.BAD_REQUEST


def test_a_field_of_the_wrong_type_is_named_to_who_sent_it(asked: TestClient[Litestar]) -> None:
    found = asked.post("/api/typed", json={"minutes": "ten"}).json()["errors"]
    assert [error["key"] for error in found] == ["minutes"]


@pytest.mark.parametrize("path", ["/fault/", "/api/fault/"])
def test_a_fault_of_ours_tells_nothing_and_logs_nothing_of_people(
    asked: TestClient[Litestar], path: str, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Tools that configure logging for themselves (import-linter in another test) switch off every logger they find.
    monkeypatch.setattr(errors.logger, "disabled", False)
    caplog.set_level(logging.DEBUG)
    answer = asked.get(path + SECRET, headers={"Cookie": f"board_x={SECRET}"})
    assert answer.status_code == 500
    assert "RuntimeError" not in answer.text
    ours = [record for record in caplog.records if record.name == "board.web.errors"]
    assert len(ours) == 1
    line = ours[0].getMessage()
    assert "RuntimeError from KeyError" in line
    assert re.search(r"test_errors\.py:\d+ faulty", line)
    # The reference is what joins the two.
    reference = re.search(r"fault ([0-9A-F]{6})", line)
    assert reference is not None
    assert reference[1] in answer.text
    told = answer.text + "".join(f"{r.getMessage()}{r.exc_info}{r.exc_text}" for r in ours)
    for private in (SECRET, "board_x", "testclient", "127.0.0.1"):
        assert private not in told


def test_refusals_are_not_logged(asked: TestClient[Litestar], caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG, logger="board")
    asked.get("/boards/not-found")
    asked.get(f"/{SECRET}")
    asked.post("/api/typed", content="{")
    assert not [record for record in caplog.records if record.name.startswith("board")]
