"""The chain around a session: which sessions stand in the line, and what the page says of each."""

import re

import pytest

from board.recaps import record
from board.recaps.chain import MOST, REACH, Chain, Head, Session, Told, head, near, told, window
from board.recaps.exports import html
from board.recaps.exports.chain import Part, parts
from board.recaps.exports.shown import Shown
from board.records import canonical
from tests.recaps import samples
from tests.recaps.readers import Page

DECISION, RECAP = "d" * 64, "a" * 64
NOVEMBER = "2026-11-27T16:04:00Z"
LINE = re.compile(r'<ol class="chain-line".*?</ol>', re.DOTALL)


def test_sessions_before_stand_there_and_of_those_after_the_shared_ones() -> None:
    assert window(3, [1, 5]) == (0, [1, 2, 3, 5], 0)
    assert window(1, []) == (0, [1], 0)
    assert window(1, [2, 3]) == (0, [1, 2, 3], 0)


@pytest.mark.parametrize("number", [1, 2, 11, 12, 13, 500, 10**9])
@pytest.mark.parametrize("after", [0, 1, 5, 6, 80])
def test_twelve_are_shown_and_all_others_are_counted(number: int, after: int) -> None:
    later = range(number + 1, number + 1 + after)
    found = window(number, later)
    assert len(found.numbers) == min(MOST, number + after)
    assert found.earlier + len(found.numbers) + found.later == number + after
    assert found.numbers == sorted(found.numbers)
    assert number in found.numbers
    beside = set(found.numbers) - {number}
    assert beside <= set(near(number)), "what is shown was looked for"
    assert len(near(number)) < MOST + REACH
    if number > 1:
        assert number - 1 in beside
    if after:
        assert number + 1 in beside


def test_the_head_of_a_record_says_what_its_page_says() -> None:
    for name, verdict in (("zoning", "nearly"), ("another", "another"), ("freelancer", "done"), ("finished", "done")):
        frozen = record.build(samples.SAMPLES[name]())
        one = told(head(canonical.encode(frozen)), sha256=RECAP, public=False)
        assert (one.verdict, one.at) == (verdict, frozen["finished_at"] or frozen["ended_at"])


def test_the_address_of_a_recap_is_told_only_where_it_is_public() -> None:
    one = Head("done", NOVEMBER, NOVEMBER)
    assert told(one, sha256=RECAP, public=False) == Told("done", NOVEMBER)
    assert told(one, sha256=RECAP, public=True) == Told("done", NOVEMBER, RECAP)


def test_the_line_goes_from_the_question_to_the_sessions() -> None:
    sessions = [
        Session(4, Told("nearly", NOVEMBER)),
        Session(5),
        Session(6, Told("done", NOVEMBER)),
        Session(8, Told("another", NOVEMBER, RECAP)),
    ]
    line = parts(Chain(question="Where?", decision=DECISION, earlier=3, sessions=sessions, later=4), 6)
    assert line == [
        Part("Where?", typed=True),
        Part("The decision", href=f"/decisions/{DECISION}"),
        Part("… 3 more"),
        Part("Session 4", note="Nearly, 27 November 2026"),
        Part("Session 5"),
        Part("Session 6", note="this page", here=True),
        Part("Session 8", href=f"/recaps/{RECAP}", note="Another session needed, 27 November 2026"),
        Part("… 4 more"),
    ]


def test_a_decision_that_was_deleted_is_called_so_and_one_that_was_never_here_is_not() -> None:
    alone = (Session(1),)
    assert [one.words for one in parts(Chain(decision_deleted=True, sessions=alone), 1)] == [
        "The decision was deleted",
        "Session 1",
    ]
    assert parts(Chain(sessions=alone), 1) == []
    assert parts(None, 1) == []


def test_the_line_stands_on_the_live_page_alone() -> None:
    frozen = record.build(samples.another())
    chain = Chain(question="<b>Where?</b>", sessions=(Session(1, Told("done", NOVEMBER, RECAP)), Session(2)))
    made = html.page(frozen, sha256=RECAP, shown=Shown(chain=chain)).decode()
    (line,) = LINE.findall(made)
    assert (
        " ".join(Page(line).words.split()) == "<b>Where?</b> →Session 1 (Done, 27 November 2026) →Session 2 (this page)"
    )
    assert '<b aria-current="page">Session 2</b>' in line
    assert Page(line).values("href") == [f"/recaps/{RECAP}"]
    assert "Session 2 of its chain" in made, "as the record says it"
    assert LINE.findall(html.page(frozen, sha256=RECAP).decode() + html.render(frozen).decode()) == []


def test_a_first_session_has_a_chain_once_something_is_beside_it() -> None:
    frozen = record.build(samples.zoning())
    heading = '<h2 id="chain">'
    assert heading not in html.page(frozen, sha256=RECAP, shown=Shown(chain=Chain(sessions=[Session(1)]))).decode()
    chain = Chain(question="Where?", decision=DECISION, sessions=[Session(1)])
    assert heading in html.page(frozen, sha256=RECAP, shown=Shown(chain=chain)).decode()
