"""Hebrew and Arabic in every form of a record: no label of ours decides in which direction they run."""

import re
from dataclasses import replace

import pytest
from msgspec import structs

from board.decisions import record
from board.decisions.exports import html, mail, markdown, pdf, slide
from board.protocol.document import NextStep
from board.records import canonical
from board.records.canonical import Json
from board.records.exports import filename
from board.records.exports.escaping import inside
from board.records.pages.assets import Assets
from tests.decisions import samples

QUESTION = "איך נסדר את חדר האופניים בבניין?"
WHY = "الغرفة ضيقة، ولا يجد أحد دراجته (حتى الآن)."
OWNER = "דנה כהן"
STEP_TEXT, STEP_WHEN = "شراء رفوف!", "يوم الخميس"

pytestmark = pytest.mark.usefixtures("unbuilt")


def told() -> Json:
    board = samples.alone()
    assert board.decision is not None
    steps = (NextStep(STEP_TEXT, OWNER, STEP_WHEN),)
    decision = structs.replace(board.decision, why=WHY, owner=OWNER, next_steps=steps, decision="נקנה מתלים.")
    return record.build(replace(board, question=QUESTION, decision=decision))


@pytest.fixture(params=["page", "file"])
def page(request: pytest.FixtureRequest, unbuilt: Assets) -> str:
    one = told()
    if request.param == "file":
        return html.render(one).decode()
    return html.page(one, sha256=canonical.digest(canonical.encode(one)), assets=unbuilt).decode()


def test_labels_inside_an_automatic_direction_are_isolated(page: str) -> None:
    """A browser takes the direction from the first letter that is in no `bdi`."""
    inside = re.findall(r'<p class="(?:question|why) said" dir="auto">(.*?)</p>', page)
    assert [re.sub(r"<bdi.*?</bdi>", "", one) for one in inside] == [QUESTION, WHY]
    assert all("<bdi" in one for one in inside)


def test_the_file_name_beside_the_command_is_isolated(page: str) -> None:
    name = f"{filename.stem(QUESTION, record.KIND.name)}.json"
    assert f'<span class="command">sha256sum <bdi>{name}</bdi></span>' in page


@pytest.mark.parametrize("form", ["mail", "markdown"])
def test_plain_text_isolates_what_stands_beside_our_words(form: str) -> None:
    one = told()
    made = mail.render(one, "https://example.org/1") if form == "mail" else markdown.render(one).decode()
    # Markdown escapes nothing in these; a heading or a cell of a table holds no word of ours.
    for text in (QUESTION, WHY, OWNER, STEP_TEXT, STEP_WHEN):
        assert f"\u2068{text}\u2069" in made, text
    latin = [line for line in made.splitlines() if not re.search("[\u0590-\u06ff]", line)]
    assert not any("\u2068" in line for line in latin)


def test_lines_of_one_text_are_isolated_each_for_itself() -> None:
    """A line break ends every isolate."""
    assert inside(f"{OWNER}\ntwo\n{WHY}") == f"\u2068{OWNER}\u2069<br>two<br>\u2068{WHY}\u2069"


def test_paper_and_slide_are_told_the_direction_of_each_value() -> None:
    one = told()
    paper = pdf.data(one, "https://example.org/1")
    assert (paper["command"], paper["file"]["rtl"]) == ("sha256sum", True)
    assert paper["file"]["text"] == f"{filename.stem(QUESTION, record.KIND.name)}.json", (
        "no break inside what is copied"
    )
    assert {label: value["rtl"] for label, value in paper["facts"]}["Who decided"]
    assert next(value["rtl"] for _, value in slide.data(one, None)["facts"])
