"""The page of a decision as its browser prints it: nothing that a reader needs stays folded away."""

import io
from collections.abc import Callable

import httpx
from pypdf import PdfReader

from e2e.api import TLS, Table
from e2e.conftest import People
from e2e.server import Server

# No letters that a font joins: the text is read back from the drawn page.
NAMES = [
    *("Amber", "Birch", "Cedar", "Date", "Ebony", "Guava", "Hazel", "Ivory"),
    *("Juniper", "Kiwi", "Lemon", "Maple", "Nutmeg", "Olive", "Pear", "Quince"),
]


def test_more_options_and_all_ideas_are_printed_without_unfolding_them(
    server: Server, people: People, tables: Callable[..., Table]
) -> None:
    table = tables(server)
    table.go("diverge")
    ids = dict(zip(NAMES, table.write(NAMES), strict=True))
    table.go("cluster")
    table.lead.groups([ids["Amber"], ids["Birch"]], "Trees")
    table.go("vote")
    for person in table.people:
        person.do("cast_ballot", dots={ids["Cedar"]: 1}, bold=None, done=True, round=1)
    table.go("decide")
    table.decide()
    address = table.lead.do("freeze")["decision"]

    reader = people.browser(server).new_page()
    reader.goto(f"/decisions/{address}")
    on_screen = reader.locator("main").inner_text().split()
    assert {"Amber", "Birch"}.isdisjoint(on_screen)
    assert not set(NAMES) - {"Amber", "Birch"} <= set(on_screen), "Some options stand under a fold"
    pages = PdfReader(io.BytesIO(reader.pdf())).pages
    printed = " ".join(page.extract_text() for page in pages).split()
    # In the list of all ideas; lone ones were an option, too.
    counted = {name: printed.count(name) for name in NAMES}
    assert counted == dict.fromkeys(("Amber", "Birch"), 1) | {"Cedar": counted["Cedar"]} | dict.fromkeys(NAMES[3:], 2)
    assert "Show" not in printed


def test_paper_says_a_thing_once_and_needs_hardly_more_pages_than_the_pdf(
    server: Server, people: People, tables: Callable[..., Table]
) -> None:
    table = tables(server)
    table.seat(3)
    ideas = [f"{name}: {'plant along every street that has room to spare, ' * 2}please" for name in NAMES]
    table.lay(ideas, {"Hardwood": 7, "Orchard": 5})
    ids = dict(zip(NAMES, table.written, strict=True))
    for name in ("Pear", "Quince"):
        table.lead.do("set_aside", option=ids[name], aside=True)
    table.go("vote")
    for person in table.people:
        person.do("cast_ballot", dots=dict.fromkeys(table.groups.values(), 1), bold=None, done=True, round=1)
    table.go("decide")
    shortlist = [*table.groups.values(), ids["Nutmeg"], ids["Olive"]]
    table.lead.do("write_decision", decision="We plant both.", why="It is time.", owner="Ivo", shortlist=shortlist)
    for person, reason in zip(table.people, ("Roots lift the paving", "", ""), strict=True):
        person.do("answer_consent", level=1 if reason else 4, reason=reason)
    table.lead.do("close_consent")
    address = table.lead.do("freeze")["decision"]

    reader = people.browser(server).new_page()
    reader.goto(f"/decisions/{address}")
    reader.get_by_text("Set aside before the vote").click()
    aside = reader.locator("details", has_text="Set aside before the vote").get_by_role("listitem")
    # In the order of their numbers, which are drawn at the reveal.
    assert {text.split(":")[0].split()[-1] for text in aside.all_inner_texts()} == {"Pear", "Quince"}

    pages = PdfReader(io.BytesIO(reader.pdf(format="A4"))).pages
    printed = " ".join(" ".join(page.extract_text() for page in pages).split())
    assert printed.count("Roots lift the paving") == 1
    assert "asked about the decision as a whole" not in printed
    assert [printed.count(f"{name}: plant") for name in NAMES[:12]] == [1] * 12, "Ideas hang under the shortlist"
    assert "7 ideas, shown with the shortlist above." in printed
    pdf = httpx.get(f"{server.address}/decisions/{address}.pdf", timeout=60, verify=TLS)
    assert len(pages) <= len(PdfReader(io.BytesIO(pdf.content)).pages) + 1

    # Firefox moves a row of a grid to the next page as a whole, and cuts through a line where it is longer than one.
    reader.emulate_media(media="print")
    boxes = reader.locator(".record > *, .story").evaluate_all("all => all.map(one => getComputedStyle(one).display)")
    assert set(boxes) <= {"block", "none"}
