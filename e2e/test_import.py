"""From existing ideas to a board: with script, without it, from a decision, and its layout."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import FilePayload, Page, expect

from e2e.api import Table
from e2e.axe import violations
from e2e.conftest import People
from e2e.people import Facilitator
from e2e.server import Server
from e2e.trouble import Trouble
from e2e.widths import SIZES, sticking_out

ROOT = Path(__file__).parents[1]
POLIS = ROOT / "tests" / "data" / "polis" / "comments.csv"
LONG_WORD = "Wohnraumbeschaffungsgenossenschaftsfoerderungsgesetzesaenderungsausschussvorsitz"
PASTED = [
    "- Build on public land",
    "2) 先在公共土地上建房",
    "",
    "• ابنوا على الأرض العامة",
    "- Build on public land",
    "x" * 1204,
]
TAKEN = ["Build on public land", "先在公共土地上建房", "ابنوا على الأرض العامة"]
ASK = "What is the question?"
START = "Start from ideas you already have"
LOOK = "Preview"


def starts(mara: Facilitator, question: str | None = "Where do we begin?") -> None:
    mara.opens("/")
    if question:
        mara.field(ASK).fill(question)
    mara.page.get_by_text(START).click()


def file(name: str, text: str) -> FilePayload:
    return {"name": name, "mimeType": "text/plain", "buffer": text.encode()}


def stands(mara: Facilitator, step: str, *texts: str) -> None:
    """The board is open at this step, with these ideas, and shows the links to share by itself."""
    mara.is_at(step)
    ways_in = mara.dialog("Let people in")
    for way in ("Take part", "Big screen", "Your facilitator link"):
        expect(mara.button(f"Copy link: {way}", ways_in)).to_be_visible()
    mara.presses("Close", ways_in)
    for text in texts:
        expect(mara.idea(text)).to_be_visible()
    # Once: not again for whoever comes back to it.
    assert "#" not in mara.page.url


def test_pasted_ideas_are_looked_at_corrected_and_opened(server: Server, people: People) -> None:
    mara = people.facilitator(server)
    starts(mara)
    mara.field("Paste them, one idea per line").fill("\n".join(PASTED))
    # Whichever button is pressed: ideas are looked at before anything is open.
    mara.presses("Open the board")
    expect(mara.page.get_by_role("heading", name="3 ideas to start with", level=1)).to_be_visible()
    expect(mara.field(ASK)).to_have_value("Where do we begin?")
    mara.reads("Line 6: 1,204 characters, 1,000 at most.")
    mara.reads("Line 5: the same as line 1.")
    mara.reads("Line 3: empty.")
    text = mara.field("The text as it was read")
    text.fill(text.input_value().replace("x" * 1204, "A shorter one"))
    mara.presses("Open the board")
    mara.reads("You changed the text.")
    expect(mara.page.get_by_role("heading", name="4 ideas to start with", level=1)).to_be_visible()
    mara.presses("Open the board")
    stands(mara, "Read", *TAKEN, "A shorter one")
    mara.reads("Where do we begin?")


def test_a_file_becomes_a_board_without_script(server: Server, people: People, trouble: Trouble) -> None:
    # The start page comes back with 422; without script a browser reports the scripts that it does not load.
    trouble.allow(r"422|csp")
    mara = people.facilitator(server, java_script_enabled=False)
    starts(mara)
    table = "idea;group\nBank am Fluss;Draußen\nBäume;Draußen\nKaffee;\nTee; drinnen;x\n"
    mara.page.get_by_label("Or choose a file").set_input_files(file("Ideen.csv", table))
    mara.presses(LOOK)
    expect(mara.page.get_by_role("heading", name="3 ideas to start with, in 1 group", level=1)).to_be_visible()
    mara.reads("Line 5: 3 columns, where the first line has 2.")
    text = mara.field("The text as it was read")
    text.fill(text.input_value().replace("Tee; drinnen;x", '"Tee; drinnen";'))
    mara.presses("Update the preview")
    expect(mara.page.get_by_role("heading", name="4 ideas to start with, in 1 group", level=1)).to_be_visible()
    mara.field(ASK).fill("")
    mara.presses("Open the board")
    mara.reads("A board needs its question.")
    mara.field(ASK).fill("Was fehlt?")
    mara.presses("Open the board")
    mara.page.wait_for_url(re.compile("/boards/"))
    # A board itself needs script: the same browser's links are taken on by another one.
    cookies = mara.page.context.cookies()
    lively = people.browser(server)
    lively.add_cookies([{"name": one["name"], "value": one["value"], "url": server.address} for one in cookies])
    ann = Facilitator(lively.new_page())
    ann.opens(mara.page.url)
    stands(ann, "Group", "Kaffee", "Tee; drinnen")
    expect(ann.group("Draußen").get_by_text("Bank am Fluss")).to_be_visible()


def test_pasted_ideas_without_script_are_never_dropped(server: Server, people: People, trouble: Trouble) -> None:
    # A browser without scripts reports those that the page would have loaded ahead.
    trouble.allow(r"/static/assets/[^ ]+\.js csp$")
    mara = people.facilitator(server, java_script_enabled=False)
    starts(mara)
    mara.field("Paste them, one idea per line").fill("one\ntwo")
    mara.presses("Open the board")
    expect(mara.page.get_by_role("heading", name="2 ideas to start with", level=1)).to_be_visible()


def test_a_dropped_file_is_taken_and_one_that_is_too_large_is_said_at_once(server: Server, people: People) -> None:
    mara = people.facilitator(server)
    mara.opens("/")
    mara.field(ASK).fill("Dropped?")
    _drops(mara.page, "large.txt", "a" * 2_000_001)
    mara.reads("This file is larger than 2 MB.")
    mara.presses(LOOK)
    expect(mara.page.get_by_label("Or choose a file")).to_be_focused()
    _drops(mara.page, "comments.csv", POLIS.read_text("utf-8"))
    expect(mara.page.get_by_text("This file is larger than 2 MB.")).to_have_count(0)
    mara.presses(LOOK)
    expect(mara.page.get_by_role("heading", name="165 ideas to start with", level=1)).to_be_visible()
    expect(mara.field(ASK)).to_have_value("Dropped?")
    expect(mara.page.get_by_role("region", name="All of them").get_by_role("listitem")).to_have_count(165)


def test_a_decisions_open_ideas_begin_a_new_board(server: Server, people: People, tables: Callable[..., Table]) -> None:
    table = tables(server)
    table.go("diverge")
    table.write(["Public land", "Rent cap", "House swap", "Tiny homes", "Empty offices"])
    table.go("vote")
    table.vote()
    table.go("decide")
    table.decide()
    sha256 = table.lead.do("freeze")["decision"]
    mara = people.facilitator(server)
    mara.opens(f"/decisions/{sha256}")
    mara.page.get_by_text("More", exact=True).click()
    mara.page.get_by_role("link", name="Start a new board from its open ideas").click()
    fewer = mara.page.get_by_role("radio", name=re.compile("^Open ideas only"))
    expect(fewer).to_be_checked()
    expect(mara.page.get_by_role("heading", level=1)).not_to_have_text("5 ideas to start with")
    mara.page.get_by_role("radio", name=re.compile("^All ideas · 5")).check()
    expect(mara.page.get_by_role("heading", name="5 ideas to start with", level=1)).to_be_visible()
    expect(mara.field(ASK)).to_have_value("How can we make housing affordable?")
    mara.presses("Open the board")
    stands(mara, "Read", "Public land", "Empty offices")


def test_going_back_to_the_start_page_finds_what_was_pasted(server: Server, people: People) -> None:
    mara = people.facilitator(server)
    starts(mara, "Still here?")
    mara.field("Paste them, one idea per line").fill("one\ntwo")
    mara.presses(LOOK)
    expect(mara.page.get_by_role("heading", level=1)).to_have_text("2 ideas to start with")
    mara.page.go_back()
    expect(mara.field(ASK)).to_have_value("Still here?")
    expect(mara.field("Paste them, one idea per line")).to_be_visible()
    expect(mara.field("Paste them, one idea per line")).to_have_value("one\ntwo")


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_preview_is_whole_for_everybody(server: Server, people: People, trouble: Trouble, theme: str) -> None:
    trouble.allow("422")
    mara = people.facilitator(server, color_scheme=theme, reduced_motion="reduce")
    starts(mara, None)
    wrong = [f"/, {line}" for line in violations(mara.page, ROOT)]
    for size in SIZES:
        wrong += [f"/, {size[0]}: {line}" for line in sticking_out(mara.page, size)]
    mara.presses(LOOK)
    mara.reads("Paste at least one idea, or choose a file.")
    wrong += [f"/ with nothing, {line}" for line in violations(mara.page, ROOT)]
    rows = [f'"{text}",{group}' for text, group in [(LONG_WORD, LONG_WORD), *zip(TAKEN, "abc", strict=True)]]
    many = [f"Idea {n} on how people can afford to live here," for n in range(60)]
    text = "\n".join(["idea,group", *rows, *many, "x" * 1204 + ",", *many[:30], "a,b,c"])
    mara.page.get_by_label("Or choose a file").set_input_files(file("ideas.csv", text))
    mara.presses(LOOK)
    expect(mara.page.get_by_role("heading", name="64 ideas to start with, in 4 groups", level=1)).to_be_visible()
    wrong += [f"preview, {line}" for line in violations(mara.page, ROOT)]
    for size in SIZES:
        wrong += [f"preview, {size[0]}: {line}" for line in sticking_out(mara.page, size)]
    mara.presses("Open the board")
    mara.reads("A board needs its question.")
    wrong += [f"preview without a question, {line}" for line in violations(mara.page, ROOT)]
    assert not wrong, "\n" + "\n".join(wrong)


def _drops(page: Page, name: str, text: str) -> None:
    page.evaluate(
        """([name, text]) => {
          const carried = new DataTransfer();
          carried.items.add(new File([text], name));
          for (const kind of ["dragover", "drop"]) {
            const event = new DragEvent(kind, { bubbles: true, cancelable: true, dataTransfer: carried });
            document.body.dispatchEvent(event);
          }
        }""",
        [name, text],
    )
