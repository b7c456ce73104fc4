"""Every key in use is in a catalogue, every key of a catalogue is in use, and templates write no words themselves."""

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from jinja2 import Environment

from board.words.areas import VIEWS
from board.words.catalogue import REFUSALS, area_of
from tests.words import sources
from tests.words.sources import GAP, Use

IN_BROWSERS = {area for view in VIEWS.values() for area in view}
"""tsc compares the keys of these with their uses"""
AREAS = [area for area in sources.areas() if area not in IN_BROWSERS | {REFUSALS}]
"""not the codes of refusals, which are compared with their enumeration"""
SPOKEN = {"title", "aria-label", "placeholder", "alt"}
LETTERS = re.compile(r"[^\W\d_]")


def matching(use: Use) -> list[str]:
    """The keys that a call can mean."""
    area = area_of(use.key)
    known = sources.messages(area) if area in sources.areas() else {}
    if use.key.endswith("*"):
        return [key for key in known if key.startswith(use.key[:-1])]
    return [use.key] if use.key in known else []


def wrong(uses: list[Use]) -> list[str]:
    """What is wrong with calls: a key that is not there, a parameter that is missing or not needed."""
    found: list[str] = []
    for use in uses:
        keys = matching(use)
        if not keys:
            found.append(f"{use.where}: no message {use.key}")
        needed = set[str]().union(*(sources.needed(area_of(key), key) for key in keys))
        if missing := needed - use.params:
            found += [f"{use.where}: {use.key} needs {sorted(missing)}"] * (not use.open)
        if keys and (more := use.params - needed):
            found.append(f"{use.where}: {use.key} takes no {sorted(more)}")
    return found


def unused(area: str, uses: list[Use], texts: set[str]) -> list[str]:
    """Keys of an area that no call can mean, that stand in no source, and that no message in use quotes."""
    known = sources.messages(area)
    seen = {key for use in uses for key in matching(use) if key in known} | (texts & known.keys())
    waiting = list(seen)
    while waiting:
        fresh = (sources.messages(area)[waiting.pop()].quotes & known.keys()) - seen
        seen |= fresh
        waiting += fresh
    return sorted(known.keys() - seen)


def test_every_call_names_a_message_with_its_parameters() -> None:
    assert wrong(sources.everything()[0]) == []


@pytest.mark.parametrize("area", AREAS)
def test_every_message_is_used(area: str) -> None:
    assert unused(area, *sources.everything()) == []


@pytest.mark.parametrize("area", sources.areas())
def test_every_key_begins_with_the_name_of_its_file(area: str) -> None:
    assert {area_of(key) for key in sources.messages(area)} <= {area}


@pytest.mark.parametrize("area", sources.areas())
def test_a_message_quotes_messages_of_its_own_file(area: str) -> None:
    """The others need not be loaded."""
    quoted = {other for one in sources.messages(area).values() for other in one.quotes}
    assert quoted <= sources.messages(area).keys()


class Spoken(HTMLParser):
    """Collects what a template says to people by itself."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[str] = []
        self._mute = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._mute += tag in ("script", "style")
        self.found += [value for name, value in attrs if name in SPOKEN and value and LETTERS.search(value)]

    def handle_endtag(self, tag: str) -> None:
        self._mute -= tag in ("script", "style")

    def handle_data(self, data: str) -> None:
        if not self._mute and LETTERS.search(data):
            self.found.append(data.strip())


def spoken(template: str) -> list[str]:
    parser = Spoken()
    parser.feed("".join(sources.literals(Environment(autoescape=True).parse(template))))
    parser.close()
    return parser.found


@pytest.mark.parametrize("path", sources.templates(), ids=lambda path: f"{path.parents[1].name}/{path.name}")
def test_a_template_writes_no_words_itself(path: Path) -> None:
    assert spoken(path.read_text("utf-8")) == []


# --- what these tests would find -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("source", "told"),
    [
        ('say("page-nothing")', ["x:1: no message page-nothing"]),
        ('say("nowhere-at-all")', ["x:1: no message nowhere-at-all"]),
        ('say(f"step-{at}")', []),
        ('say(f"stap-{at}")', ["x:1: no message stap-*"]),
        ('say("page-title")', ["x:1: page-title needs ['about']"]),
        ('say("page-title", about="", more="")', ["x:1: page-title takes no ['more']"]),
        ('say("page-title", **given)', []),
        ('say("ideas-title-grouped", ideas=1)', ["x:1: ideas-title-grouped needs ['groups']"]),
    ],
)
def test_a_wrong_call_is_found(source: str, told: list[str]) -> None:
    assert wrong(sources.of_python(source, "x")[0]) == told
    if "f" not in source and "**" not in source:
        assert wrong(sources.of_template("{{ " + source + " }}", "x")) == told


def test_a_message_that_nobody_uses_is_found() -> None:
    all_but_one = [f"step-{step}" for step in ("diverge", "reveal", "cluster", "vote", "decide", "frozen")]
    assert unused("step", [], set(all_but_one)) == ["step-lobby"]
    assert unused("step", [Use("x", "step-*", frozenset())], set()) == []


@pytest.mark.parametrize(
    ("template", "found"),
    [
        ("<p>{{ say('page-name') }} · 3</p>", []),
        ("<p>Hello {{ name }}</p>", [f"Hello {GAP}"]),
        ('<p title="Hello" class="hello"></p>', ["Hello"]),
        ('<input placeholder="{{ a }} or so">', [f"{GAP} or so"]),
        ("{% if a %}<b>Yes</b>{% endif %}", ["Yes"]),
        ("<script>let words = 1;</script>", []),
    ],
)
def test_words_in_a_template_are_found(template: str, found: list[str]) -> None:
    assert spoken(template) == found


def test_what_fluent_passes_over_is_an_error() -> None:
    with pytest.raises(AssertionError, match="does not understand"):
        sources.parse("page-one = One\npage two = Two\n")
    with pytest.raises(AssertionError, match="twice"):
        sources.parse("page-one = One\npage-one = Two\n")
