"""What the home page opens with: its tab, and what was chosen last in this browser."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from litestar import Litestar
from litestar.testing import TestClient

from board.web import errors, pages
from board.web.start import Start
from tests.web.reading import one, read


@pytest.fixture
def asked(static: Path) -> Iterator[TestClient[Litestar]]:
    app = Litestar(pages.handlers(), exception_handlers=errors.handlers, logging_config=None, openapi_config=None)
    with TestClient(app, raise_server_exceptions=False) as client:
        yield client


def test_the_cookie_says_what_was_chosen_and_nothing_else() -> None:
    for start in (Start(), Start("work", "deep_work", "90"), Start("work", "coworking", "30")):
        assert Start.read(start.value) == start


@pytest.mark.parametrize("value", [None, "", "work", "..", "work.<b>.60", "x" * 5000, "decide.team.31.90"])
def test_what_is_not_known_has_its_default(value: str | None) -> None:
    start = Start.read(value)
    assert (start.kind in ("individual", "team"), start.length) == (True, "usual")


def test_a_session_takes_what_is_usual_for_its_kind() -> None:
    minutes = {kind: Start.typed({"kind": kind}).minutes for kind in ("individual", "team", "coworking")}
    assert minutes == {"individual": 50, "team": 60, "coworking": 60}
    assert Start.typed({"kind": "team", "length": "90"}).minutes == 90


def test_quiet_is_for_one_person_alone() -> None:
    assert Start.typed({"kind": "individual", "quiet": "on"}).kind == "deep_work"
    assert Start.typed({"kind": "team", "quiet": "on"}).kind == "team"


def test_ideas_come_first_for_people_together() -> None:
    start = Start.typed({"kind": "team", "ideas": "on"})
    assert (start.kind, start.alone, start.minutes) == ("brainstorming", False, 60)
    assert Start.typed({"kind": "coworking", "ideas": "on"}).kind == "coworking"
    assert Start.typed({"kind": "individual", "ideas": "on"}).kind == "individual"
    assert Start.read(start.value) == start


def shown(html: str) -> tuple[str, str]:
    """The open tab by the links and by the panels, and the field that has the focus."""
    current = [str(e.attributes["data-tab"]) for e in read(html) if "aria-current" in e.attributes]
    panels = [e for e in read(html) if e.attributes.get("class") == "panel"]
    assert {e.attributes["data-tab"] for e in panels if "hidden" not in e.attributes} == set(current)
    focused = [str(e.attributes["name"]) for e in read(html) if "autofocus" in e.attributes]
    assert (len(current), len(focused)) == (1, 1)
    return current[0], focused[0]


def test_the_page_opens_with_the_tab_of_last_time(asked: TestClient[Litestar]) -> None:
    assert shown(asked.get("/").text) == ("decide", "question")
    asked.cookies.set("start", "work.deep_work.90")
    html = asked.get("/").text
    assert shown(html) == ("work", "artifact")
    assert "checked" in one(html, "input", value="individual").attributes
    assert "checked" in one(html, "input", name="length", value="90").attributes
    assert "checked" in one(html, "input", name="quiet").attributes


def test_without_script_a_tab_is_a_link(asked: TestClient[Litestar]) -> None:
    asked.cookies.set("start", "decide.team.usual")
    html = asked.get(str(one(asked.get("/").text, "a", id_="tab-work").attributes["href"])).text
    assert shown(html) == ("work", "artifact")
    assert "checked" in one(html, "input", value="team").attributes
    assert shown(asked.get("/?start=nowhere").text) == ("decide", "question")


def test_bad_input_of_a_session_comes_back_in_its_own_tab(static: Path) -> None:
    typed = {"artifact": "</textarea><b>A list</b>"}
    html = pages.home_page(typed, {"artifact": "Too long.", "form": "No room."}, Start("work", "team", "30")).content
    assert shown(html) == ("work", "artifact")
    assert one(html, "textarea", name="artifact").text.strip() == typed["artifact"]
    assert one(html, "p", id_="artifact-wrong").text == "Too long."
    assert one(html, "p", role="alert").inside[-1] == "form"
    assert "work" in str(next(e for e in read(html) if e.tag == "form" and "work" in str(e.attributes)).attributes)
