"""Toasts and notices cover no text that people read, and nothing shows through the bars."""

import pytest
from playwright.sync_api import expect

from e2e.api import Table
from e2e.conftest import People
from e2e.server import Server

NO_STORAGE = "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); }"
# The bottom of the notices, and the top of what the board shows below the top bar.
EDGES = """() => {
  const box = one => one.getBoundingClientRect();
  const told = [...document.querySelectorAll(".strip")].filter(one => one.checkVisibility());
  const top = box(document.querySelector(".top"));
  return { count: told.length, lowest: Math.max(...told.map(one => box(one).bottom)), bar: top.bottom };
}"""
SEE_THROUGH = """() => [".top", ".bar"].map(name => getComputedStyle(document.querySelector(name)))
  .map(({ backgroundColor, backdropFilter }) => [backgroundColor, backdropFilter])"""


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_notices_and_bars_cover_no_text(server: Server, people: People, table: Table, theme: str) -> None:
    table.go("diverge")
    table.write([f"Idea {n}: let people who live in a street decide what is built there" for n in range(1, 13)])
    table.go("reveal")
    context = people.browser(server, reduced_motion="reduce", color_scheme=theme)
    context.add_init_script(NO_STORAGE)
    page = context.new_page()
    page.goto(table.links["facilitate"])
    page.get_by_role("button", name="Hide idea 2 from everybody").click()
    expect(page.get_by_text("Hidden", exact=False).first).to_be_visible()
    page.get_by_role("button", name="Hide idea 7 from everybody").click()
    shown = page.locator(".notices .strip")
    expect(shown).to_have_count(1)
    expect(shown).to_contain_text("One more message")
    # It stays as long as the pointer is on it.
    shown.hover()
    for width, height in ((1440, 900), (820, 1180), (390, 844)):
        page.set_viewport_size({"width": width, "height": height})
        for down in (0, 300):
            page.evaluate("down => window.scrollTo(0, down)", down)
            edges = page.evaluate(EDGES)
            assert edges["lowest"] <= edges["bar"] + 1, (width, edges)
    for colour, behind in page.evaluate(SEE_THROUGH):
        assert "/" not in colour, colour
        assert not colour.startswith("rgba"), colour
        assert behind == "none"
    page.set_viewport_size({"width": 1440, "height": 900})
    shown.get_by_role("button", name="Undo").click()
    expect(shown).not_to_contain_text("One more message")
    expect(shown).to_be_visible()
