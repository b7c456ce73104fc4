"""What a recap says: people stand by number unless they show their names, and what changed has three forms."""

from dataclasses import replace

import pytest
from msgspec.structs import replace as changed

from board.protocol.worksession.document import Ending, Owner, Task
from board.recaps import ahead, record
from board.recaps.exports import html
from board.recaps.material import Before, Text
from board.recaps.reading import Reading, read
from tests.recaps import samples


def told(sample: str, names: dict[str, str] | None = None) -> Reading:
    return read(record.build(samples.SAMPLES[sample]()), names)


def facts(reading: Reading) -> dict[str, str]:
    return {one.label: one.value for one in reading.facts}


@pytest.mark.parametrize("sample", samples.SAMPLES)
def test_every_sample_can_be_read_frozen_and_as_a_draft(sample: str) -> None:
    material = samples.SAMPLES[sample]()
    assert read(record.build(material)).draft is None
    assert read(record.draft(material)).draft


def test_somebody_who_shows_no_name_is_called_by_number() -> None:
    assert told("zoning").verdict == "P1 finishes it by 1 December 2026."
    assert told("zoning").numbered


def test_somebody_who_shows_a_name_is_called_by_it_everywhere() -> None:
    shown = told("zoning", {"P1": "Mara", "P2": "Ana", "P3": "Ben"})
    assert shown.verdict == "Mara finishes it by 1 December 2026."
    assert facts(shown)["Who was there"] == "Mara, Ana, Ben and 1 other"
    assert [one.owner for one in shown.tasks] == ["Ana", "Iris Okafor", None, "Ben", None]
    assert shown.numbered is None


def test_what_was_nearly_done_is_done_once_it_is_finished() -> None:
    finished = told("finished")
    assert (finished.headline, finished.verdict) == ("Done.", "P1 finished it on 30 November 2026.")
    assert facts(finished)["Nearly done"] == "27 November 2026, 16:04 UTC"


def test_who_accepted_what_is_done_stands_under_the_verdict() -> None:
    assert told("freelancer").verdict == "Accepted by Mara Ellis."
    material = samples.freelancer()
    (accepted,) = material.accepted
    for later in (changed(accepted, yes=False), changed(accepted, outdated=True)):
        assert read(record.build(replace(material, accepted=(later,)))).verdict is None
    unsaid = replace(material, ending=Ending(verdict="another", at=samples.at(61)))
    assert read(record.build(unsaid)).verdict is None


def test_a_yes_before_and_a_yes_after_stand_with_their_times() -> None:
    stands = facts(told("freelancer"))
    assert stands["Agreed before"] == "Mara Ellis, 26 November 2026, 16:04 UTC"
    assert stands["Accepted"] == "Mara Ellis, 27 November 2026, 16:38 UTC"


@pytest.mark.parametrize(
    ("sample", "form"),
    [("zoning", "nothing"), ("freelancer", "brought"), ("elsewhere", "elsewhere"), ("empty", "none")],
)
def test_what_changed_has_the_form_that_fits_how_it_was_made(sample: str, form: str) -> None:
    change = told(sample).change
    assert change is not None
    assert change.form == form


def test_the_text_before_is_told_of_and_not_shown_unless_it_was_ticked() -> None:
    change = told("another").change
    assert change is not None
    assert (change.form, change.before) == ("brought", None)
    assert change.headline == "From 15 words to 96."


def test_people_side_by_side_have_goals_in_place_of_a_text() -> None:
    side = told("side_by_side")
    assert side.change is None
    assert [one.outcome for one in side.goals] == ["It’s done", "It’s done", "Nearly", "Not this time", "Not said"]


def test_open_tasks_come_first_and_dropped_ones_do_not_count() -> None:
    assert [one.state for one in told("zoning").tasks] == ["open", "open", "open", "done", "dropped"]
    assert told("zoning").tasks_done == "1 of 4 done."


def test_the_days_ahead_are_those_of_the_finisher_and_of_open_tasks() -> None:
    days = [(one.day, one.what, one.owner) for one in told("zoning", {"P2": "Ana"}).ahead]
    assert days == [("1 December 2026", "The rest is finished", "P1"), ("3 December 2026", "Legal check", "Ana")]


@pytest.mark.parametrize("when", ["2026-13-01", "next week", "20261201", "2026-W49-1", "2026-12-1", "", None])
def test_a_day_is_a_date_and_no_free_words(when: str | None) -> None:
    assert ahead.is_day("2026-12-01")
    assert not ahead.is_day(when)


def test_nothing_about_people_is_said_of_somebody_who_worked_alone() -> None:
    alone = told("alone")
    assert alone.short == "48 minutes. 32 words, five headings."
    assert (alone.sentence, alone.items, alone.conditions, alone.changes) == ("", [], [], [])
    assert list(facts(alone)) == ["When"]
    material = samples.alone()
    nearly = Ending(verdict="nearly", finisher=samples.JO, by="2026-12-01", at=samples.at(48))
    left = {samples.ident(21): Task(text="Sources", owner=Owner(person=samples.JO), when="2026-12-02")}
    later = read(record.build(replace(material, ending=nearly, tasks=left)))
    assert later.verdict == "To be finished by 1 December 2026."
    assert [(one.what, one.owner) for one in later.ahead] == [("The rest is finished", None), ("Sources", None)]
    assert later.tasks[0].owner is None
    assert later.numbered is None


def test_what_somebody_wrote_with_an_answer_stands_beside_it() -> None:
    notes = [one.note for one in told("freelancer").facts if one.note]
    assert notes == ["Thank you, that was quick."]


def test_a_session_says_which_of_its_chain_it_is_from_the_second_on() -> None:
    assert told("zoning").session is None
    assert told("another").session == "Session 2 of its chain, after Session 1 (Nearly, 20 November 2026)"
    unshared = record.build(replace(samples.another(), chain=()))
    assert read(unshared).session == "Session 2 of its chain"


def test_words_of_a_decision_that_stood_there_at_the_start_were_not_written_here() -> None:
    quoted = replace(samples.zoning(), before=Before(Text("> We pilot.", 30, 0), "start"))
    change = read(record.build(quoted)).change
    assert change is not None
    assert change.headline == "From an empty page to 66 words in 59 minutes."
    page = html.page(record.build(quoted)).decode()
    assert record.sum_of("> We pilot.") not in page
