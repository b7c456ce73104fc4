"""The page of a recap: read, checked by axe, watched, copied; and its one file, opened without a network."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from msgspec.json import encode
from playwright.sync_api import Browser, BrowserContext, Locator, Page, Route, expect

from board.markdown.making import Making
from board.recaps import record
from board.recaps.chain import Chain, Session, Told
from board.recaps.exports import html
from board.recaps.exports.formats import FORMATS
from board.recaps.exports.shown import Shown
from board.records import canonical
from board.records.canonical import Json
from e2e.axe import Look
from e2e.conftest import DESKTOP, People
from e2e.server import Server
from e2e.trouble import Trouble
from tests.recaps import samples
from tests.recaps.makings import making

PHONE = {"width": 390, "height": 844}
QUESTION = "How can homes near the two stations become affordable again for people who work here, " * 3 + "and by when?"
CHAIN = Chain(
    question=QUESTION,
    decision="d" * 64,
    earlier=3,
    sessions=(
        Session(4, Told("another", "2026-11-13T16:04:00Z", "a" * 64)),
        Session(5),
        Session(6, Told("nearly", "2026-11-20T16:04:00Z")),
        Session(7),
        Session(9, Told("done", "2026-12-04T16:04:00Z", "b" * 64)),
    ),
    later=4,
)


class Shelf:
    """A browser on the server's address, which answers with recaps that were drawn here."""

    def __init__(self, context: BrowserContext) -> None:
        self._context = context
        self._policy = context.request.get("/").headers["content-security-policy"]
        self.page = context.new_page()

    def opens(self, told: Json, grown: Making | None = None, chain: Chain | None = None) -> Page:
        content = canonical.encode(told)
        sha256 = canonical.digest(content)
        shown = Shown(making=grown, chain=chain, formats=list(FORMATS.values()))
        drawn = html.page(told, sha256="" if told["format"] == record.DRAFT else sha256, shown=shown)
        self._answers(f"/recaps/{sha256}", drawn, "text/html; charset=utf-8")
        self._answers(f"/recaps/{sha256}.json", content, "application/json")
        self._answers(f"/recaps/{sha256}/making", encode(grown), "application/json")
        self.page.goto(f"/recaps/{sha256}")
        return self.page

    def _answers(self, path: str, body: bytes, kind: str) -> None:
        def answer(route: Route) -> None:
            route.fulfill(body=body, content_type=kind, headers={"Content-Security-Policy": self._policy})

        self._context.route(lambda url: url.split("#")[0].endswith(path), answer)


@pytest.fixture
def shelf(server: Server, people: People) -> Callable[..., Shelf]:
    return lambda **options: Shelf(people.browser(server, **options))


def grown(told: Json) -> Making:
    return making(told["made"]["text"])


@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["desktop", "phone"])
def test_axe_finds_nothing_on_any_kind_of_recap(shelf: Callable[..., Shelf], look: Look, size: dict[str, int]) -> None:
    reader = shelf(viewport=size)
    for name in ("zoning", "freelancer", "elsewhere", "side_by_side"):
        told = record.build(samples.SAMPLES[name]())
        page = reader.opens(told, grown(told) if told["made"]["text"] else None)
        if name == "zoning":
            page.get_by_role("button", name="Watch it being made").click()
            page.get_by_role("button", name="Pause").click()
        look.at_both(name, page)
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), name
    look.at_both("preview", reader.opens(record.draft(samples.zoning())))


def in_a_chain() -> Json:
    return record.build(replace(samples.another(), number=7))


def chain_of(page: Page) -> Locator:
    return page.get_by_role("region", name="The chain").get_by_role("list")


@pytest.mark.parametrize("size", [DESKTOP, PHONE, {"width": 320, "height": 640}], ids=["desktop", "phone", "narrow"])
def test_the_chain_stands_in_one_line_that_breaks_between_its_sessions(
    shelf: Callable[..., Shelf], look: Look, size: dict[str, int]
) -> None:
    page = shelf(viewport=size).opens(in_a_chain(), chain=CHAIN)
    chain = chain_of(page)
    chain.scroll_into_view_if_needed()
    assert chain.get_by_role("listitem").all_inner_texts() == [
        QUESTION,
        "→The decision",
        "→… 3 more",
        "→Session 4 (Another session needed, 13 November 2026)",
        "→Session 5",
        "→Session 6 (Nearly, 20 November 2026)",
        "→Session 7 (this page)",
        "→Session 9 (Done, 4 December 2026)",
        "→… 4 more",
    ]
    expect(chain.locator("[aria-current=page]")).to_have_text("Session 7")
    expect(chain.get_by_role("link")).to_have_text(["The decision", "Session 4", "Session 9"])
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    look.at_both("the chain", page)
    page.emulate_media(media="print", color_scheme="light")
    expect(chain).to_be_visible()


def test_from_right_to_left_the_arrows_of_the_chain_point_on(shelf: Callable[..., Shelf]) -> None:
    page = shelf().opens(in_a_chain(), chain=replace(CHAIN, question="كيف نبني بيوتا؟"))
    arrows = chain_of(page).locator(".arrow")
    turned = "all => [...new Set(all.map(one => getComputedStyle(one).scale))]"
    assert arrows.evaluate_all(turned) == ["none"], "the question alone turns nothing"
    page.evaluate("Object.assign(document.documentElement, { dir: 'rtl', lang: 'ar' })")
    assert arrows.evaluate_all(turned) == ["-1 1"]
    first, second = chain_of(page).get_by_role("listitem").all()[:2]
    before, after = first.bounding_box(), second.bounding_box()
    assert before is not None
    assert after is not None
    assert before["x"] > after["x"]


def test_the_text_is_folded_until_somebody_reads_on(shelf: Callable[..., Shelf]) -> None:
    page = shelf().opens(record.build(samples.zoning()))
    study = page.get_by_role("link", name="the study")
    expect(study).not_to_be_in_viewport()
    page.get_by_role("button", name="Read all of it").click()
    expect(page.get_by_role("button", name="Read all of it")).to_be_hidden()
    study.scroll_into_view_if_needed()
    expect(study).to_be_in_viewport()


def test_a_condition_leads_to_its_place_in_the_folded_text(shelf: Callable[..., Shelf]) -> None:
    page = shelf().opens(record.build(samples.zoning()))
    page.get_by_role("link", name="Objection about speed is answered").click()
    expect(page.locator("[data-text] h3", has_text="Objection about speed is answered")).to_be_in_viewport()


def test_the_text_is_copied_with_its_formatting_and_its_markdown(shelf: Callable[..., Shelf]) -> None:
    reader = shelf(permissions=["clipboard-read", "clipboard-write"])
    page = reader.opens(record.build(samples.zoning()))
    page.get_by_role("button", name="Copy with formatting").click()
    expect(page.get_by_role("button", name="Copied with formatting")).to_be_visible()
    read = "async kind => (await (await navigator.clipboard.read())[0].getType(kind)).text()"
    assert "<strong>station square</strong>" in page.evaluate(read, "text/html")
    assert "The **station square** and the *north yard*" in page.evaluate(read, "text/plain")


def test_a_reader_watches_the_text_grow(shelf: Callable[..., Shelf]) -> None:
    told = record.build(samples.zoning())
    reader = shelf()
    reader.page.clock.install()
    page = reader.opens(told, grown(told))
    page.get_by_role("button", name="Watch it being made").click()
    expect(page.get_by_text("1 of 10")).to_be_visible()
    stage = page.get_by_role("region", name="The text at this moment")
    expect(stage).to_have_text("Nothing is written yet.")
    page.get_by_role("button", name="A step on").click()
    expect(page.get_by_role("button", name="Play", exact=True)).to_be_visible()
    for _ in range(8):
        page.get_by_role("button", name="A step on").click()
    expect(page.get_by_text("10 of 10")).to_be_visible()
    expect(page.get_by_text("Nearly. 2 of 3 are met.")).to_be_visible()
    expect(stage).to_contain_text("Two sites are enough to see whether it holds")


@pytest.fixture
def saved(tmp_path: Path) -> str:
    """The file of a recap on the disk, which plays."""
    told = record.build(samples.zoning())
    file = tmp_path / "recap.html"
    file.write_bytes(html.render(told, grown(told)))
    return file.as_uri()


def offline(browser: Browser, trouble: Trouble, **options: object) -> Page:
    context = browser.new_context(offline=True, viewport=DESKTOP, **options)  # type: ignore[arg-type]  # Playwright's own
    trouble.watch(context)
    return context.new_page()


def test_a_saved_file_plays_from_the_disk_without_a_network(browser: Browser, trouble: Trouble, saved: str) -> None:
    page = offline(browser, trouble)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.clock.install()
    page.goto(saved)
    page.get_by_role("button", name="Watch it being made").click()
    expect(page.get_by_text("1 of 10")).to_be_visible()
    page.clock.run_for(7_000)
    expect(page.get_by_text("5 of 10")).to_be_visible()
    page.clock.run_for(9_000)
    expect(page.get_by_text("10 of 10")).to_be_visible()
    expect(page.get_by_role("button", name="Play again")).to_be_focused()
    assert [url for url in asked if not url.startswith(("file:", "data:"))] == []
    page.context.close()


def test_with_reduced_motion_a_file_goes_step_by_step(browser: Browser, trouble: Trouble, saved: str) -> None:
    page = offline(browser, trouble, reduced_motion="reduce")
    page.goto(saved)
    expect(page.get_by_text("Step by step, without names")).to_be_visible()
    page.get_by_role("button", name="Watch it being made").click()
    expect(page.get_by_role("button", name="Play")).to_have_count(0)
    expect(page.get_by_role("button", name="A step back")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_text("9 of 10")).to_be_visible()
    page.context.close()


def test_all_of_it_is_read_without_a_script(shelf: Callable[..., Shelf]) -> None:
    told = record.build(samples.zoning())
    page = shelf(java_script_enabled=False).opens(told, grown(told))
    page.get_by_role("link", name="the study").scroll_into_view_if_needed()
    expect(page.get_by_role("link", name="the study")).to_be_in_viewport()
    expect(page.get_by_role("button")).to_have_count(0)
