"""A browser that lacks what a board needs says so in place of a blank page; what it merely lacks is done without."""

import re
from collections.abc import Callable

import httpx
import pytest
from playwright.sync_api import expect

from board.words import say
from e2e.api import TLS, Table
from e2e.conftest import People
from e2e.server import Server
from e2e.trouble import Trouble

WITHOUT = {
    "popover": "delete HTMLElement.prototype.popover",
    "dialog": "delete window.HTMLDialogElement",
    "findLast": "delete Array.prototype.findLast",
    "Object.hasOwn": "delete Object.hasOwn",
    ":has()": "const has = CSS.supports; CSS.supports = (...asked) => !/:has/.test(asked[0]) && has.apply(CSS, asked)",
}
# Newer than the floor, or only just below it.
UNUSED = """
for (const name of ["toReversed", "toSorted", "toSpliced", "with"]) delete Array.prototype[name];
for (const name of ["union", "intersection", "difference", "isSubsetOf"]) delete Set.prototype[name];
for (const name of ["groupBy"]) { delete Object[name]; delete Map[name]; }
delete Promise.withResolvers; delete Array.fromAsync; delete window.Iterator;
"""


@pytest.mark.parametrize("feature", WITHOUT)
def test_a_browser_without_one_of_them_is_told_the_floor(people: People, table: Table, feature: str) -> None:
    table.go("diverge")
    context = people.browser(table)
    context.add_init_script(WITHOUT[feature])
    page = context.new_page()
    connections: list[object] = []
    page.on("websocket", lambda connection: connections.append(connection))
    page.goto(table.links["participate"])
    expect(page.get_by_text(say("page-too-old"))).to_be_visible()
    page.wait_for_load_state("networkidle")
    expect(page.get_by_text(say("page-too-old"))).to_be_visible()
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    expect(page.get_by_text(say("page-loading"))).to_be_hidden()
    expect(page.get_by_role("textbox")).to_have_count(0)
    assert not connections, "A page that shows no board counts as a person"


def test_a_board_does_without_what_is_newer(people: People, table: Table) -> None:
    table.go("diverge")
    ben = people.participant(table)
    ben.page.context.add_init_script(UNUSED)
    ben.opens(table.links["participate"])
    for idea in ("Lend out tools", "Plant the verge"):
        ben.writes(idea)
    expect(ben.page.locator(".own-idea .text")).to_have_text(["Plant the verge", "Lend out tools"])
    expect(ben.page.get_by_text(say("page-too-old"))).to_be_hidden()
    table.go("cluster")
    ben.is_at("Group")
    ben.groups_anew("Lend out tools", "Sharing")
    ben.moves_to("Plant the verge", "Sharing")


def test_a_browser_without_scripts_is_told_that_and_no_more(people: People, table: Table, trouble: Trouble) -> None:
    trouble.allow(r"/static/assets/[^ ]+\.js csp$")
    page = people.browser(table, java_script_enabled=False).new_page()
    page.goto(table.links["participate"])
    expect(page.locator("noscript > p")).to_have_text(say("page-script-needed"))
    expect(page.locator("noscript > p")).to_be_visible()
    expect(page.get_by_text(say("page-loading"))).to_be_hidden()
    expect(page.get_by_text(say("page-too-old"))).to_be_hidden()


def test_the_first_script_can_be_read_by_browsers_of_2018(server: Server, tables: Callable[..., Table]) -> None:
    """It has to run where the others cannot even be parsed."""
    table = tables(server)
    client = httpx.Client(base_url=server.address, follow_redirects=True, verify=TLS)
    with client:
        page = client.get(table.links["participate"]).text
        script = re.search(r'<script type="module" async src="([^"]+)"', page)
        assert script
        code = client.get(script[1]).text
    assert "findLast" in code, "The check is not in it"
    assert "import" not in code
    newer = re.findall(r"\?\.(?!\d)|\?\?|\|\|=|&&=|#\w|\bclass\b|\basync\b|\bstatic\b|\d_\d|\d+n\b", code)
    assert not newer, newer
