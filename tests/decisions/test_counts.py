"""How many ideas a record counts, and how many of them nobody can read: alike wherever it says a number."""

import re
from dataclasses import replace

import pytest

from board.decisions import reading, record
from board.decisions.exports import html, mail, markdown, pdf, slide
from board.decisions.lines import Idea, how_many
from board.decisions.record import Material
from tests.decisions import samples
from tests.decisions.pieces import ident

pytestmark = pytest.mark.usefixtures("unbuilt")


def board() -> Material:
    """Of the five ideas in group A two are hidden, of those in no group one."""
    housing = samples.housing()
    inside = [idea for idea, place in housing.places.items() if place.cluster == ident("c", 1)]
    lone = [idea for idea, place in housing.places.items() if place.cluster is None]
    return replace(housing, hidden=[*inside[:2], lone[3]])


TOLD = record.build(board())
EVERYBODY = "17 people joined, 12 wrote 42 ideas (3 of them hidden), 14 voted"


def test_every_form_says_how_many_wrote_how_many_and_how_many_are_hidden() -> None:
    assert reading.people(TOLD) == EVERYBODY
    for said in (
        html.page(TOLD, sha256="0" * 64).decode(),
        html.render(TOLD).decode(),
        mail.render(TOLD, "https://example.org/d"),
        markdown.render(TOLD).decode().replace("\\", ""),
        str(pdf.data(TOLD, None)["facts"]),
        str(slide.data(TOLD, None)["under"]),
    ):
        assert EVERYBODY in said
    assert "3 ideas are hidden by the facilitator. The numbers stay." in reading.read(TOLD).remarks


def test_a_group_counts_its_own_hidden_ideas() -> None:
    page = html.page(TOLD, sha256="0" * 64).decode()
    counts = re.findall(r"<small[^>]*>([^<]* ideas?[^<]*)</small>", page)
    assert "5 ideas, 2 of them hidden" in counts
    assert sum("1 of them hidden" in count for count in counts) == 1
    assert "5 ideas, 2 of them hidden, shown with the shortlist above." in str(pdf.data(TOLD, None)["groups"])


def test_an_idea_that_was_taken_back_is_not_called_hidden() -> None:
    assert how_many([Idea(1, "One"), Idea(None, None, note="taken back by its author")]) == "2 ideas"
    assert how_many([Idea(1, None, note="hidden by the facilitator", hidden=True)]) == "1 idea, hidden"
    assert how_many([Idea(at, None, hidden=True) for at in (1, 2)]) == "2 ideas, all hidden"
