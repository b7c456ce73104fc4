"""No name of somebody who joined gets into the bytes, and the names that people typed are found."""

import json
import time
from collections.abc import Iterator
from dataclasses import replace

import pytest

from board.protocol.worksession.document import Owner, Task
from board.recaps import record
from board.recaps.material import Material, Text
from board.recaps.naming import Named, typed_names, typed_texts
from board.recaps.schema import FILE
from board.records import canonical
from board.records.canonical import Json
from tests.recaps import samples
from tests.recaps.generated import Sessions
from tests.recaps.samples import ident

SCHEMA = json.loads(FILE.read_bytes())["$defs"]


def test_no_name_of_somebody_who_joined_is_in_the_bytes() -> None:
    """Whether they led, own, finish, decide, answered or were removed, in capitals or not."""
    doing: set[str] = set()
    for seed in range(200):
        session = Sessions(seed).session()
        content = canonical.encode(record.build(session)).decode().casefold()
        for id, one in session.people.items():
            assert one.name.casefold() not in content, (seed, one)
            doing |= {what for what, who in roles(session).items() if id in who}
    assert doing == set(roles(samples.zoning()))


def roles(session: Material) -> dict[str, set[str]]:
    """Who does what, by id."""
    people, ending = session.people, session.ending
    owners = [session.contract.owner]
    owners += [one.owner for one in session.tasks.values()] + [one.owner for one in session.agreements.values()]
    return {
        "leads": {id for id, one in people.items() if one.role == "lead"},
        "decides": {id for id, one in people.items() if one.decider},
        "was removed": {id for id, one in people.items() if one.removed},
        "shows the name": {id for id, one in people.items() if one.shown},
        "finishes": {ending.finisher} if ending and ending.finisher else set(),
        "owns": {one.person for one in owners if one and one.person},
        "owned before": {one.old.person for one in session.changes if isinstance(one.old, Owner) and one.old.person},
        "answers": {one.person for one in (*session.agreed, *session.accepted) if one.person},
        "agrees": {id for one in session.agreements.values() if not one.open for id in one.by_name or ()},
    }


def found(text: str, *names: str) -> list[Named]:
    return typed_names({"summary": text}, names)


def test_a_name_is_counted_wherever_somebody_typed_it() -> None:
    """“Mara” stands 4 times in the text."""
    session = samples.zoning()
    tasks = {ident(1): Task(text="Ask Mara", owner=Owner(words="mara"))}
    text = Text("# Mara’s plan\n\nMARA draws it, Maran prints it.\n", 7, 1)
    told = record.build(replace(session, tasks=tasks, text=text))
    assert typed_names(told, ["Mara", "Ben", "Ana", "Jo"]) == [("Mara", 4)]


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("Mara", 1),
        ("mara MARA Mara", 3),
        ("Mara’s, Mara's, (Mara), “Mara”; Mara-Lou", 5),
        ("**Mara** _Mara_ `Mara` ~~Mara~~ [Mara](x)", 5),
        ("Ma\u00adra M\u200bara \uff2dara", 3),
        ("Tamara Maran Mara2 xMara Mara\u0301", 0),
        ("", 0),
    ],
)
def test_whole_words_count(text: str, times: int) -> None:
    assert found(text, "Mara") == ([("Mara", times)] if times else [])


@pytest.mark.parametrize(
    ("text", "name", "times"),
    [
        ("Zoe\u0308 and ZOË", "Zoë", 2),
        ("GROSS und Groß", "Groß", 2),
        ("سأل مريم أحمد، ثم أحمد", "أحمد", 2),
        ("שאלו את נועה.", "נועה", 1),
        ("李小龍さんに聞く。李小龍", "李小龍", 2),
        ("たなかさん", "たなか", 1),
        ("ถามมารีก่อน", "มารี", 1),
        ("민수가 그린다", "민수", 1),
        ("Ольга, ОЛЬГА, Ольгах", "Ольга", 2),
        ("😀 asked 😀", "😀", 2),
        ("Mara\nEllis and Mara  Ellis", "Mara Ellis", 2),
        ("Mara\n\n> Ellis", "Mara Ellis", 0),
    ],
)
def test_names_of_any_script_are_found(text: str, name: str, times: int) -> None:
    assert found(text, name) == ([(name, times)] if times else [])


def test_the_longest_name_comes_first_and_its_parts_are_not_counted_again() -> None:
    text = "Mara Ellis asks Mara. Mara E asks nobody."
    assert found(text, "Mara", "Mara E", "Mara Ellis", "Ben") == [("Mara Ellis", 1), ("Mara E", 1), ("Mara", 1)]


def test_names_that_look_alike_are_one_and_blank_ones_none() -> None:
    assert found("Mara", "mara", "Mara", "\u200b", "") == [("mara", 1)]


def test_no_name_reaches_from_one_text_into_the_next() -> None:
    assert typed_names({"summary": "Mara", "next": "Ellis"}, ["Mara Ellis"]) == []


def test_what_the_record_says_by_itself_is_not_typed() -> None:
    told = record.build(samples.zoning())
    names = ["P1", "Lead", "Level", "Nearly", "Team", "Done", "Condition", "Audience", "4000", "Start", "Agree"]
    assert typed_names(told, names) == [("Agree", 1)], "the title of an item"


def strings(node: Json, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], Json]]:
    """Every field of the schema that may hold a string, with its path."""
    node = node | SCHEMA[node["$ref"].rpartition("/")[2]] if "$ref" in node else node
    if "properties" in node:
        for key, one in node["properties"].items():
            yield from strings(one, (*path, key))
    elif "items" in node:
        yield from strings(node["items"], path)
    elif "oneOf" in node:
        for one in node["oneOf"]:
            yield from strings(one, path)
    elif "string" in node.get("type", "string"):
        yield path, node


def test_every_field_with_free_words_counts_as_typed_and_no_chosen_one() -> None:
    free: set[tuple[str, ...]] = set()
    chosen: set[tuple[str, ...]] = set()
    for path, node in strings(SCHEMA["record"]):
        told: object = "Mara"
        for key in reversed(path):
            told = {key: told}
        # A digest is a word of its own, which no name is.
        if node.get("pattern") == SCHEMA["digest"]["pattern"]:
            continue
        is_chosen = bool({"enum", "const", "pattern"} & node.keys()) or path == ("tasks", "task")
        (chosen if is_chosen else free).add(path)
        assert list(typed_texts(told)) == ([] if is_chosen else ["Mara"]), path
    assert (len(free), len(chosen)) == (40, 32)


def test_a_full_session_is_searched_in_no_time() -> None:
    session = replace(samples.full(), text=Text("Mara and Nobody7 write. " * 8_000, 40_000, 0))
    names = [one.name for one in session.people.values()] + [f"Someone Else {n}" for n in range(750)]
    told = record.build(session)
    began = time.process_time()
    assert typed_names(told, names) == [("Nobody7", 8_000)]
    assert time.process_time() - began < 5


@pytest.mark.parametrize("text", ["a" * 200_000, "ab " * 66_000, ("a" * 61 + " ") * 3_000])
def test_names_that_nearly_match_everywhere_cost_no_more(text: str) -> None:
    """A name that does not fit is not looked for again inside the same word."""
    names = ["a" * length for length in range(1, 61)]
    began = time.process_time()
    assert found(text, *names) == []
    assert time.process_time() - began < 5
