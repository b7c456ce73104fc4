"""The registered file formats, and that everything which lists formats reads the registration."""

from dataclasses import replace
from pkgutil import resolve_name

import pytest

from board.decisions import record
from board.decisions.exports import html
from board.decisions.exports.formats import FORMATS
from board.decisions.routes import endings
from board.protocol.refusals import Refusal
from board.words import say
from tests.decisions import samples

HOUSING = record.build(samples.housing())


@pytest.mark.parametrize("ending", [ending for ending, one in FORMATS.items() if one.typeset])
def test_the_renderer_that_a_typeset_format_names_exists(ending: str) -> None:
    assert callable(resolve_name(str(FORMATS[ending].render)))


def test_the_menu_of_the_page_offers_what_it_is_given() -> None:
    one = replace(FORMATS["md"], ending="one", menu="format-csv-menu")
    two = replace(FORMATS["pdf"], ending="two", menu="format-json-menu")
    page = html.page(HOUSING, sha256="0" * 64, formats=[one, two, FORMATS["html"]]).decode()
    assert f'<li><a href="/decisions/{"0" * 64}.one" download>CSV, for a spreadsheet</a></li>' in page
    # Without `download` the browser shows why a file cannot be made.
    assert f'<li><a href="/decisions/{"0" * 64}.two">JSON, the record itself</a></li>' in page
    assert page.count(f'<li><a href="/decisions/{"0" * 64}.') == 2


def test_a_sentence_names_the_endings_it_is_given() -> None:
    said = say(Refusal.NO_FORMAT, formats=endings(["html", "md", "csv"]))
    assert said == "It is available as .html, .md or .csv."
