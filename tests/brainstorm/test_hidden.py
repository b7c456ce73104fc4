"""A hidden board sends no idea to others before the reveal, and afterwards reveals neither author nor time."""

import json
import re
from itertools import chain

import pytest
from pycrdt import Decoder

from tests.brainstorm import wire
from tests.brainstorm.chance import tells_nothing
from tests.brainstorm.clients import Tab, Written, draft, holds
from tests.cast import Group

WORDS = [
    "a quiet 4711 zebra",
    'with "quotes" \\ and <tags> & 4712',
    "第四千七百一十三个想法",
    "فكرة رقم ٤٧١٤",
    "🦓 stripes\nand a second line 4715",
]


def nobody_holds(group: Group, texts: list[str]) -> None:
    for name, found in group.everything().items():
        for text in texts:
            assert not holds(found, text), (name, text)


async def test_no_word_reaches_anybody_before_the_reveal(group: Group) -> None:
    await group.goes("diverge")
    take_part = await group.browser("fay").open("participate")
    tabs = (group.pia, group.ben, take_part, group.pia, group.ben)
    ideas = [await tab.write(text) for tab, text in zip(tabs, WORDS, strict=True)]
    await group.pia.ok("edit_idea", idea=ideas[0].id, text="a louder 4716 zebra", secret=ideas[0].secret)
    await group.ben.ok("withdraw_idea", idea=ideas[1].id, secret=ideas[1].secret)
    await group.load_everything()
    await group.fay.ok("set_timer", extend=60)
    await group.olu.until(lambda tab: tab.notice["counts"]["ideas"] == 4)
    nobody_holds(group, [*WORDS, "a louder 4716 zebra"])
    assert not any(tab.root("ideas") for tab in (group.pia, group.ben, group.olu, group.fay, take_part))
    await group.goes("reveal")
    for tab in (group.pia, group.ben, group.olu, group.fay):
        assert sorted(tab.root("ideas").values()) == sorted([*WORDS[2:], "a louder 4716 zebra"])
    nobody_holds(group, [WORDS[0], WORDS[1]])


async def test_a_second_round_is_hidden_like_the_first(group: Group) -> None:
    await group.goes("diverge")
    first = await group.pia.write("first 4711")
    await group.goes("reveal")
    await group.goes("diverge")
    assert group.ben.root("ideas") == {first.id: "first 4711"}
    await group.ben.write("second 4712")
    await group.load_everything()
    nobody_holds(group, ["second 4712"])
    await group.goes("reveal")
    assert sorted(group.olu.root("ideas").values()) == ["first 4711", "second 4712"]
    assert group.olu.root("numbers")[first.id] == 1


async def test_the_late_tray_is_hidden_until_it_is_admitted(group: Group) -> None:
    await group.goes("diverge")
    await group.pia.write("in time")
    await group.goes("reveal")
    assert await group.ben.add(draft("late 4711")) == "late"
    await group.fay.until(lambda tab: tab.notice["counts"]["late"] == 1)
    await group.load_everything()
    nobody_holds(group, ["late 4711"])
    await group.fay.ok("admit_late")
    await group.olu.until(lambda tab: "late 4711" in tab.root("ideas").values())
    assert sorted(group.olu.root("numbers").values()) == [1, 2]


@pytest.fixture
async def revealed(group: Group) -> tuple[Group, list[Written], dict[str, str]]:
    """60 ideas by three people, one person after the other, shown to all."""
    await group.goes("diverge")
    ideas: list[Written] = []
    author: dict[str, str] = {}
    for name, tab in (("pia", group.pia), ("ben", group.ben), ("fay", group.fay)):
        for number in range(20):
            idea = await tab.write(f"{name} thinks of number {number}")
            ideas.append(idea)
            author[idea.id] = name
    await group.goes("reveal")
    return group, ideas, author


def order_in(found: bytes, ideas: list[Written]) -> list[str]:
    """The ids in the order in which they first stand in these bytes."""
    place = {idea.id: found.find(idea.id.encode()) for idea in ideas}
    assert -1 not in place.values()
    return sorted(place, key=place.__getitem__)


def document_frames(tab: Tab) -> bytes:
    return b"".join(frame for frame in tab.frames if frame[0] == wire.SYNC)


async def test_no_order_tells_who_wrote_what_or_when(revealed: tuple[Group, list[Written], dict[str, str]]) -> None:
    group, ideas, author = revealed
    before = [idea.id for idea in ideas]
    late_comer = await (await group.newcomer()).open()
    group.more.append(late_comer)
    numbers = group.ben.root("numbers")
    ranks = {key: place["rank"] for key, place in group.ben.root("places").items()}
    found = {
        "the update": order_in(document_frames(group.ben), ideas),
        "the update of a late joiner": order_in(document_frames(late_comer), ideas),
        "numbers": sorted(numbers, key=numbers.__getitem__),
        "ranks": sorted(ranks, key=ranks.__getitem__),
    }
    for ending in ("json", "md", "csv"):
        export = (await group.browser("ben").export(ending)).content
        texts = {idea.id: export.find(idea.text.encode()) for idea in ideas}
        found[f"export.{ending}"] = sorted(texts, key=texts.__getitem__)
    for what, order in found.items():
        assert tells_nothing(order, before, author), what


async def test_late_ideas_are_admitted_in_no_order(group: Group) -> None:
    await group.goes("reveal")
    ideas, author = [], {}
    for name, tab in (("pia", group.pia), ("ben", group.ben)):
        for number in range(20):
            idea = draft(f"{name} {number}")
            assert await tab.add(idea) == "late"
            ideas.append(idea)
            author[idea.id] = name
    await group.fay.ok("admit_late")
    await group.olu.until(lambda tab: len(tab.root("ideas")) == 40)
    before = [idea.id for idea in ideas]
    numbers = group.olu.root("numbers")
    assert tells_nothing(sorted(numbers, key=numbers.__getitem__), before, author)
    assert tells_nothing(order_in(document_frames(group.olu), ideas), before, author)


async def test_the_document_knows_one_writer_only(revealed: tuple[Group, list[Written], dict[str, str]]) -> None:
    group, _, _ = revealed
    clients = {Decoder(tab.doc.get_state()).read_var_uint() for tab in (group.fay, group.pia, group.ben, group.olu)}
    assert clients == {1}
    assert len({tab.doc.get_state() for tab in (group.fay, group.pia, group.ben, group.olu)}) == 1


async def test_no_number_says_when(revealed: tuple[Group, list[Written], dict[str, str]]) -> None:
    """No time of the writing stands anywhere near an idea: whole seconds of the last hour are in phases alone."""
    group, ideas, _ = revealed
    documents = json.dumps(group.ben.all())
    assert not re.search(rf"\b{int(group.server.clock.now()) // 10_000}\d{{4}}", documents)
    export = (await group.browser("ben").export("json")).json()
    assert set(chain.from_iterable(idea.keys() for idea in export["ideas"])) == {"idea", "number", "text"}
    assert len(export["ideas"]) == len(ideas)


async def test_notices_are_about_nobody_else(revealed: tuple[Group, list[Written], dict[str, str]]) -> None:
    group, _, _ = revealed
    for tab in (group.fay, group.pia, group.ben, group.olu):
        for notice in tab.notices:
            own = notice.pop("you")
            counts = notice.pop("counts")
            assert set(own) <= {"role", "roles", "seated", "used", "ideas_left", "ready", "ballot", "consent", "work"}
            assert all(value is None or type(value) is int for value in counts.values())
            assert all(value is None or isinstance(value, str | int | float) for value in notice.values())


async def test_the_facilitators_page_shows_nothing_of_its_own(group: Group) -> None:
    take_part = await group.browser("fay").open("participate")
    await group.goes("diverge")
    await take_part.write("of Fay")
    await take_part.until(lambda tab: tab.notice["you"]["used"] == 1)
    await group.goes("vote")
    option = group.fay.meta("ballot")["options"][0]["option"]
    for tab in (take_part, group.pia, group.ben):
        await tab.ok("cast_ballot", dots={option: 1}, done=True)
    await take_part.until(lambda tab: (tab.notice["you"]["ballot"] or {}).get("dots") == {option: 1})
    for notice in [*group.fay.notices, (await group.browser("fay").boot("facilitate"))["notice"]]:
        assert notice["you"]["used"] == 0
        assert notice["you"]["ballot"] is None
    assert (await group.browser("fay").boot("participate"))["notice"]["you"]["ballot"]["dots"] == {option: 1}
    await group.goes("decide")
    await group.fay.ok("write_decision", decision="So be it.", owner="Mara", shortlist=[option])
    await take_part.ok("answer_consent", level=4, reason="mine 4711")
    await take_part.until(lambda tab: (tab.notice["you"]["consent"] or {}).get("reason") == "mine 4711")
    assert all(notice["you"]["consent"] is None for notice in group.fay.notices)
