"""A consent check belongs to the wording it asked about: no form of a record lends its answers to another one."""

import csv
import html as entities
import io
import re
from collections.abc import Callable
from dataclasses import replace

import pytest
from msgspec import structs

from board.decisions import consents, reading, record
from board.decisions.exports import html, mail, pdf, slide
from board.protocol.document import ConsentCheck, LevelKey, Reason
from board.records.canonical import Json
from tests.decisions import readers, samples
from tests.decisions.rendering import render

pytestmark = pytest.mark.usefixtures("unbuilt")

ASKED = "We open the library on Sundays from September."
ANSWERS: dict[LevelKey, int] = {"5": 9, "4": 6, "3": 3, "2": 1, "1": 2, "0": 0}
COUNTS = "21 of 25 people answered; 4 said nothing. 2 objected."
REASON = Reason(1, "Nobody has asked the staff.")
NOT_ASKED = re.compile("was not asked about (the decision as it stands here|this wording)")


def decided(wording: str, *asked: str, counts: dict[LevelKey, int] = ANSWERS, owner: str = "Mara Ellis") -> Json:
    """The record of a board that was asked about these wordings, one after the other, and froze this one."""
    board = samples.housing()
    assert board.decision is not None
    checks = [
        ConsentCheck(n=n, decision=one, counts=counts, silent=4, reasons=(REASON,))
        for n, one in enumerate(asked, start=1)
    ]
    return record.build(
        replace(board, decision=structs.replace(board.decision, decision=wording, owner=owner), consents=checks)
    )


def plain(page: bytes) -> str:
    shown = re.sub(r"<(style|script).*?</\1>", "", page.decode(), flags=re.DOTALL)
    return entities.unescape(re.sub(r"<[^>]*>", " ", shown))


def cells(content: bytes) -> str:
    rows = csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""))
    return "\n".join(" ".join(filter(None, row)) for row in rows)


READ: dict[str, Callable[[Json], str]] = {
    "page": lambda told: plain(html.page(told, sha256="0" * 64)),
    "html": lambda told: plain(render("html", told)),
    "md": lambda told: readers.unescaped(render("md", told).decode()),
    "csv": lambda told: cells(render("csv", told)),
    "pdf": lambda told: " ".join(readers.pdf_pages(pdf.render(told))),
    "mail": lambda told: mail.render(told, "https://example.org/d"),
    "svg": lambda told: plain(re.search(rb"<desc.*?</desc>", slide.svg(told))[0]),  # type: ignore[index]
    "png": lambda told: str(slide.data(told, None)["consent"]["text"]),
}


def said(form: str, told: Json) -> str:
    return " ".join(readers.INVISIBLE.sub("", READ[form](told)).split())


@pytest.mark.parametrize("form", READ)
def test_a_correction_that_changes_the_wording_borrows_no_consent(form: str) -> None:
    told = said(form, decided("We open the library on Saturdays only.", ASKED))
    first = NOT_ASKED.search(told)
    assert first is not None
    if form == "csv":
        assert f"consent check {ASKED} {COUNTS}" in told
        return
    assert first.start() < told.index(COUNTS)
    assert told.count(COUNTS) == len(re.findall("about an earlier (?:one|wording): ", told)) == told.count(ASKED)
    assert "decision as a whole" not in told


@pytest.mark.parametrize("form", READ)
def test_a_correction_that_keeps_the_wording_keeps_its_consent(form: str) -> None:
    told = said(form, decided(ASKED, ASKED, owner="Ines Prado"))
    assert COUNTS in told
    assert not NOT_ASKED.search(told)
    assert "earlier" not in told


@pytest.mark.parametrize("form", READ)
def test_nothing_is_known_of_objections_when_too_few_answered(form: str) -> None:
    told = said(form, decided(ASKED, ASKED, counts=dict.fromkeys(ANSWERS, 0)))
    assert "Too few people answered to show what they said; 4 said nothing." in told
    assert "objected." not in told


def test_the_check_on_the_decision_as_it_stands_comes_first_whatever_was_asked_after_it() -> None:
    told = reading.read(decided(ASKED, ASKED, "Another sentence.", "A third one."))
    assert [check.wording for check in told.consent] == [ASKED, "A third one.", "Another sentence."]
    assert told.not_asked is None
    assert told.consent_in_short == COUNTS


def test_a_board_without_a_decision_is_not_told_that_it_was_not_asked_about_it() -> None:
    draft = decided(ASKED, ASKED) | {"decision": None}
    assert consents.missing(draft, consents.checks(draft)) is None
    assert consents.missing(draft, []) == "“Can you live with it?” was not asked."


def test_a_long_wording_does_not_push_the_counts_out_of_the_mail() -> None:
    lines = mail.render(decided("Something else.", "Everything that we have ever said. " * 28), "https://e.org/d")
    line = next(line for line in lines.splitlines() if line.startswith("Can you live with it?"))
    assert COUNTS in line
    assert line.endswith("…”")
