"""Sentences by key: plurals, numbers, dates and lists follow the language."""

import datetime
import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from board.words import catalogue as module
from board.words import day, language, listed, say
from board.words.catalogue import Catalogue, area_of
from board.words.pseudo import CLOSE, OPEN, accented

VECTORS = json.loads((Path(__file__).parents[1] / "data" / "pseudo.json").read_text("utf-8"))
MESSAGES = """
sum-ideas = { $count ->
    [one] one idea
   *[other] { $count } ideas
  } of { $name }
sum-plain = Écrit
too_long = { $length } of { $limit }
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "en").mkdir()
    (tmp_path / "en" / "sum.ftl").write_text(MESSAGES, "utf-8")
    (tmp_path / "en" / "refusals.ftl").write_text(MESSAGES, "utf-8")
    monkeypatch.setattr(module, "FOLDER", tmp_path)
    return tmp_path


@pytest.fixture
def other_language() -> Iterator[None]:
    token = language.set("en-XA")
    yield
    language.reset(token)


@pytest.mark.parametrize(("count", "said"), [(0, "0 ideas"), (1, "one idea"), (2, "2 ideas"), (12_345, "12,345 ideas")])
def test_a_count_chooses_the_plural_and_is_grouped(folder: Path, count: int, said: str) -> None:
    assert Catalogue("en").say("sum-ideas", count=count, name="“a”") == f"{said} of “a”"


def test_a_key_without_an_area_is_a_refusal_code(folder: Path) -> None:
    assert (area_of("sum-ideas"), area_of("too_long")) == ("sum", "refusals")
    assert Catalogue("en").say("too_long", length=1200, limit=1000) == "1,200 of 1,000"


@pytest.mark.parametrize("key", ["sum-nothing", "nowhere-at-all", "unknown_code"])
def test_an_unknown_key_is_an_error(folder: Path, key: str) -> None:
    with pytest.raises(LookupError, match=key.partition("-")[0]):
        Catalogue("en").say(key)


def test_a_missing_parameter_is_an_error(folder: Path) -> None:
    with pytest.raises(LookupError, match="name"):
        Catalogue("en").say("sum-ideas", count=2)


def test_lists_and_dates_are_those_of_the_language() -> None:
    assert [listed(["a"]), listed(["a", "b"]), listed(["a", "b", "c"])] == ["a", "a and b", "a, b and c"]
    assert day(datetime.date(2026, 3, 5)) == "5 March 2026"


def test_the_language_is_that_of_the_context(other_language: None) -> None:
    assert say("step-diverge") == f"{OPEN}{accented('Write')}{CLOSE}" != "Write"


def test_a_pseudo_locale_changes_text_and_leaves_parameters_and_plurals(folder: Path) -> None:
    pseudo = Catalogue("ar-XB")
    assert pseudo.say("sum-ideas", count=2, name="user") == f"{OPEN}2 {accented('ideas')} {accented('of')} user{CLOSE}"
    assert (pseudo.direction, Catalogue("en-XA").direction) == ("rtl", "ltr")


@pytest.mark.parametrize("case", VECTORS)
def test_letters_are_disguised_as_the_pages_do_it(case: dict[str, str]) -> None:
    assert accented(case["plain"]) == case["disguised"]
