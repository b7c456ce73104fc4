"""The page of a decision as its browser prints it: nothing that a reader needs stays folded away."""

import io
from collections.abc import Callable

from pypdf import PdfReader

from e2e.api import Table
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
