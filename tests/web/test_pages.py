import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from litestar import Litestar
from litestar.testing import TestClient

from board.protocol.refusals import Refusal
from board.web import errors, pages
from board.words import say
from tests.web.reading import one, read

HOSTILE = "</textarea></script><!--<script>alert(1)</script>\u2028\u2029 & \" ' 你好 🎈"
WORK_FIELDS = {"artifact", "kind", "length", "quiet", "ideas"}
FIELDS = {"question", "minutes", "problem", "constraint", "criterion", "owner", "visibility", "dots", "text", "file"}
PHASES = ["lobby", "diverge", "reveal", "cluster", "vote", "decide", "frozen"]


@pytest.fixture
def asked(static: Path) -> Iterator[TestClient[Litestar]]:
    app = Litestar(pages.handlers(), exception_handlers=errors.handlers, logging_config=None, openapi_config=None)
    with TestClient(app, raise_server_exceptions=False) as client:
        yield client


def board(question: str = "Why?", phase: str = "lobby") -> str:
    meta = pages.encoded({"question": question, "phase": phase})
    return pages.board_page({"board": "b", "role": "participate"}, meta).content


def test_home_is_two_forms_that_work_without_script(asked: TestClient[Litestar]) -> None:
    answer = asked.get("/")
    assert answer.status_code == 200
    forms = [element.attributes for element in read(answer.text) if element.tag == "form"]
    assert [(form["action"], form["method"]) for form in forms] == [("/boards", "post"), ("/worksessions", "post")]
    fields = [element for element in read(answer.text) if "name" in element.attributes and "form" in element.inside]
    assert {element.attributes["name"] for element in fields} == FIELDS | WORK_FIELDS
    assert one(answer.text, "input", name="minutes").attributes["value"] == "10"
    assert "checked" in one(answer.text, "input", name="visibility", value="hidden").attributes
    starts = [say("home-start", minutes=minutes) for minutes in (30, 50, 90)]
    words = [say("home-open"), say("home-ideas-look"), "".join([*starts, say("home-prepare")])]
    assert [e.text for e in read(answer.text) if e.tag == "button"] == words


def test_the_question_has_the_focus_and_the_rest_is_folded(asked: TestClient[Litestar]) -> None:
    html = asked.get("/").text
    focused = [element.attributes["name"] for element in read(html) if "autofocus" in element.attributes]
    assert focused == ["question"]
    assert "open" not in one(html, "details", class_="more").attributes
    folded = {str(e.attributes["name"]) for e in read(html) if "name" in e.attributes and "details" in e.inside}
    assert folded == FIELDS - {"question", "minutes"}, "a session has nothing that is folded"


def test_every_field_has_a_label(asked: TestClient[Litestar]) -> None:
    elements = read(asked.get("/").text)
    labelled = {
        element.attributes["for"] for element in elements if element.tag == "label" and "for" in element.attributes
    }
    fields = [e for e in elements if e.tag in ("input", "textarea")]
    assert len(fields) == 20
    for element in fields:
        assert element.attributes.get("id") in labelled or "label" in element.inside


def test_the_promise_and_its_limits_are_said(asked: TestClient[Litestar]) -> None:
    html = asked.get("/").text
    assert say("home-promise") in html
    assert one(html, "ul", id="limits").inside[-1] == "details"


def test_bad_input_comes_back_whole_with_its_reason_at_the_field(static: Path) -> None:
    typed = {"question": f"\n{HOSTILE}", "minutes": "900", "owner": HOSTILE, "visibility": "visible", "dots": "9"}
    answer = pages.home_page(typed, {"owner": "Too long.", "minutes": "Minutes go from 1 to 240."})
    assert answer.status_code == 422
    html = answer.content
    # Browsers drop the first line break of a textarea, so the template writes one more.
    assert one(html, "textarea", name="question").text == f"\n\n{HOSTILE}"
    assert one(html, "textarea", name="owner").text == f"\n{HOSTILE}"
    assert one(html, "input", name="minutes").attributes["value"] == "900"
    assert one(html, "input", name="dots").attributes["value"] == "9"
    assert "checked" in one(html, "input", name="visibility", value="visible").attributes
    assert "checked" not in one(html, "input", name="visibility", value="hidden").attributes
    for name, why in (("owner", "Too long."), ("minutes", "Minutes go from 1 to 240.")):
        field = next(e for e in read(html) if e.attributes.get("name") == name)
        assert field.attributes["aria-invalid"] == "true"
        note = one(html, "p", id=f"{name}-wrong")
        assert note.text == why
        assert f"{name}-wrong" in str(field.attributes["aria-describedby"]).split()
    assert "aria-invalid" not in one(html, "textarea", name="question").attributes


def test_the_first_wrong_field_has_the_focus_and_is_not_folded_away(static: Path) -> None:
    html = pages.home_page({"question": "Why?"}, {"dots": "No.", "owner": "No."}).content
    assert [e.attributes["name"] for e in read(html) if "autofocus" in e.attributes] == ["owner"]
    assert "open" in one(html, "details", class_="more").attributes


def test_what_was_typed_into_the_fold_is_not_hidden(static: Path) -> None:
    html = pages.home_page({"criterion": "Which helps most?"}, {"question": "A board needs its question."}).content
    assert "open" in one(html, "details", class_="more").attributes


def test_a_problem_of_the_whole_form_is_said_and_unknown_fields_are_dropped(static: Path) -> None:
    html = pages.home_page({"question": "Why?", "evil": "x"}, {"form": "Nothing can be stored right now."}).content
    assert one(html, "p", role="alert").text == "Nothing can be stored right now."
    assert "evil" not in html
    assert [e.attributes["name"] for e in read(html) if "autofocus" in e.attributes] == ["question"]


def test_a_board_can_be_read_before_its_script_runs(static: Path) -> None:
    html = board(HOSTILE, "vote")
    assert one(html, "h1").text == HOSTILE
    assert one(html, "h1").attributes["dir"] == "auto"
    assert "main" in one(html, "h1").inside
    assert one(html, "title").text == f"{HOSTILE} · Shortlist"
    assert one(html, "li", aria_current="step").text == "Vote"


@pytest.mark.parametrize(
    ("length", "size"), [(80, "ask "), (81, "ask long"), (180, "ask long"), (181, "ask very-long")]
)
def test_a_long_question_is_set_as_small_as_the_island_sets_it(static: Path, length: int, size: str) -> None:
    assert one(board("🎈" * length), "h1").attributes["class"] == size


def test_hostile_words_cannot_leave_the_boot_element(static: Path) -> None:
    meta = {"question": HOSTILE, "phase": "vote"}
    boot = {"role": "watch", "board": "b", "n": 1.5, "none": None}
    html = pages.board_page(boot, pages.encoded(meta)).content
    start = html.index('id="boot">') + len('id="boot">')
    raw = html[start : html.index("</script>", start)]
    assert json.loads(raw) == boot | {"meta": meta}
    assert not set("<>&\u2028\u2029") & set(raw)


@pytest.mark.parametrize("phase", PHASES)
def test_the_rail_shows_where_the_board_is(static: Path, phase: str) -> None:
    steps = [(e.text, e.attributes["class"]) for e in read(board(phase=phase)) if e.tag == "li"]
    middle = ["Write", "Read", "Group", "Vote", "Decide"]
    at = PHASES.index(phase)
    expected = [(name, "done" if i + 1 < at else "now" if i + 1 == at else "") for i, name in enumerate(middle)]
    if phase == "lobby":
        expected = [("Welcome", "now"), *expected]
    if phase == "frozen":
        expected = [*expected, ("Done", "now")]
    assert steps == expected


def test_health_says_that_the_database_is_away() -> None:
    app = Litestar(pages.handlers(is_away=lambda: True), logging_config=None, openapi_config=None)
    with TestClient(app) as client:
        answer = client.get("/health")
    assert (answer.status_code, answer.text) == (503, say(Refusal.STORAGE))


def test_health_and_robots(asked: TestClient[Litestar]) -> None:
    assert asked.get("/health").text == "ok"
    robots = asked.get("/robots.txt")
    assert robots.headers["content-type"].startswith("text/plain")
    for path in ("/boards/", "/join/", "/decisions/", "/api/"):
        assert f"\nDisallow: {path}\n" in robots.text


def test_without_a_built_front_end_home_says_what_to_do(static: Path, asked: TestClient[Litestar]) -> None:
    (static / ".vite" / "manifest.json").unlink()
    answer = asked.get("/")
    assert answer.status_code == 500
    assert "make run" in answer.text
