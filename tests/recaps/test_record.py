"""What a recap holds: people by number, equal sessions as equal bytes, and times that everybody reads alike."""

from collections.abc import Mapping
from dataclasses import replace
from typing import TypeVar

import pytest
from msgspec import structs

from board.protocol.worksession.document import Accepted, Agreement, Change, Owner, Person
from board.recaps import record
from board.recaps.material import Text
from board.records import canonical
from board.records.canonical import Json
from tests.recaps import samples
from tests.recaps.samples import BEN, MARA, at, ident

T = TypeVar("T")


def test_the_one_who_leads_is_the_first_and_the_others_stand_by_their_random_ids() -> None:
    people = {id: Person(name=id, colour=0, role="lead" if id == "m" else "member") for id in ("z", "m", "a")}
    assert record.numbered(people) == {"m": "P1", "a": "P2", "z": "P3"}


def test_a_recap_needs_a_verdict_and_a_draft_does_not() -> None:
    unended = replace(samples.zoning(), ending=None)
    with pytest.raises(ValueError, match="verdict"):
        record.build(unended)
    assert record.draft(unended)["verdict"] is None


def backwards(root: Mapping[str, T]) -> dict[str, T]:
    return dict(reversed(list(root.items())))


def test_the_order_in_which_the_document_was_put_together_does_not_matter() -> None:
    """Two agreements of the same moment included."""
    session = samples.zoning()
    again = {ident(n): Agreement(text=f"{n}", open=False, at=at(52)) for n in (33, 32)}
    session = replace(session, agreements={**session.agreements, **again})
    other = replace(
        session,
        conditions=backwards(session.conditions),
        agenda=backwards(session.agenda),
        people=backwards(session.people),
        tasks=backwards(session.tasks),
        agreements=backwards(session.agreements),
    )
    assert canonical.encode(record.build(session)) == canonical.encode(record.build(other))


def test_the_planned_start_is_a_time_as_all_others_are() -> None:
    changes = (Change(at=at(1), field="starts", old=int(at(0))), Change(at=at(2), field="starts", old=None))
    told = record.build(replace(samples.zoning(), changes=changes))["changes"]
    assert [one["old"] for one in told] == ["2026-11-27T15:05:00Z", None]


def test_the_owner_before_is_a_person_by_number_or_words() -> None:
    olds = (Owner(person=BEN), Owner(words="Iris"), None)
    changes = tuple(Change(at=at(1), field="owner", old=old) for old in olds)
    told = record.build(replace(samples.zoning(), changes=changes))["changes"]
    assert [one["old"] for one in told] == [{"person": "P3", "words": None}, {"person": None, "words": "Iris"}, None]


@pytest.mark.parametrize(
    ("typed", "name", "person", "expected"),
    [
        ("Ben", "Ben", BEN, {"person": "P3", "words": None}),
        ("BEN", "Ben", BEN, {"person": "P3", "words": None}),
        ("Ben", "Ben 2", BEN, {"person": "P3", "words": None}),
        ("Ben", "Ben Adler", BEN, {"person": None, "words": "Ben"}),
        ("Mara Ellis", "Ben", BEN, {"person": None, "words": "Mara Ellis"}),
        ("Ben", "Ben", None, {"person": None, "words": "Ben"}),
    ],
)
def test_somebody_who_joined_and_answers_for_themselves_is_a_number(
    typed: str, name: str, person: str | None, expected: Json
) -> None:
    session = samples.zoning()
    people = {**session.people, BEN: structs.replace(session.people[BEN], name=name)}
    answer = Accepted(name=typed, yes=True, at=at(1), person=person)
    (told,) = record.build(replace(session, people=people, accepted=(answer,)))["accepted"]
    assert {key: told[key] for key in expected} == expected


def test_nothing_but_white_space_is_no_text() -> None:
    told = record.build(replace(samples.zoning(), text=Text(" \n\n", 0, 0)))["made"]
    assert (told["text"], told["characters"]) == (None, 0)


def test_the_seconds_of_the_items_add_up_to_those_of_the_session() -> None:
    for sample in samples.SAMPLES.values():
        told = record.build(sample())
        assert told["seconds"] == sum(one["seconds"] or 0 for one in told["agenda"])


def test_an_agreement_that_is_still_open_is_none() -> None:
    session = samples.zoning()
    told = record.draft(replace(session, agreements={ident(1): Agreement(text="Soon?", at=at(1))}))
    assert told["agreements"] == []


def test_a_person_who_was_removed_keeps_a_number() -> None:
    session = samples.zoning()
    people = {**session.people, MARA: structs.replace(session.people[MARA], removed=True)}
    told = record.build(replace(session, people=people))
    assert (told["finisher"], told["people"][0]["left"]) == ("P1", True)


def test_what_a_board_decided_is_a_decision_and_no_agreement() -> None:
    told = record.build(samples.on_a_board())
    assert [one["text"] for one in told["agreements"]] == ["One space per home near stations"]
    assert told["decisions"] == [
        {"sha256": "ef" * 32, "question": "What do we draw first?", "decision": "The square, then the yard"}
    ]
    assert record.build(samples.zoning())["decisions"] is None
