"""What is looked for on the big screen is found: each fault, planted once in a page that is good without it."""

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page

from e2e.big_screen import faults

SIZE = {"width": 1280, "height": 720}
WORDS = "Turn the empty offices above the market hall into flats that teachers and nurses can pay for. "
PAGE = """<!doctype html><style>
  * {{ margin: 0; box-sizing: border-box }}
  body {{ height: 100vh; overflow: hidden; font: 24px/1.3 sans-serif; overflow-wrap: anywhere }}
  .box {{ height: 5em; width: 20em; overflow: hidden }}
  .clamp {{ display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 2; overflow: hidden }}
  .one {{ white-space: nowrap; overflow: hidden; width: 20em }}
  .over {{ position: absolute; left: 0; top: 0 }}
  .fixed {{ position: fixed }}
  .dot {{ display: inline-block; width: 20px; height: 20px; background: black }}
  .away {{ position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap }}
</style>{body}"""

GOOD = {
    "a text": f"<h1>{WORDS}</h1><p>{WORDS}</p>",
    "a clamp": f"<p class='clamp' style='width: 20em'>{WORDS * 9}</p>",
    "an ellipsis": f"<p class='one' style='text-overflow: ellipsis'>{WORDS}</p>",
    "a number of those that are left out": f"<div><div class='box'>{WORDS * 9}</div><p>and 6 more</p></div>",
    "a sign": f"<div><div class='box'>{WORDS * 9}</div>…</div>",
    "words that are read out": f"<p class='away'>{WORDS}</p><p style='visibility: hidden; font-size: 9px'>{WORDS}</p>",
    "a link that waits for the focus": f"<a class='over' style='top: -100px; font-size: 9px' href='#on'>{WORDS}</a>",
    "a small page behind a large one": f"<p style='font-size: 9px'>{WORDS}</p>"
    f"<div class='over' style='background: white; width: 100vw; height: 100vh'>{WORDS}</div>",
    "lines close together": f"<h1 style='font-size: 90px; line-height: 0.95'>{WORDS}</h1><p>{WORDS}</p>",
    "a picture and a dot": "<svg width='90' height='90'><text y='60' font-size='40'>7</text></svg><i class='dot'></i>",
    "a picture drawn larger": "<svg viewBox='0 0 10 10' width='90'><text y='6' font-size='4'>7</text></svg>",
    "a fixed element in a small box": f"<div class='box'><p style='position: fixed; top: 600px'>{WORDS}</p></div>",
}
BAD = {
    "a long page": ("scrolls", "<div style='height: 800px'></div>"),
    "a wide page": ("scrolls", "<div style='width: 1400px; height: 9px'></div>"),
    "a box that scrolls": ("scrolls", f"<div class='box' style='overflow: auto'>{WORDS * 9}</div>"),
    "small type": ("too small", "<p style='font-size: 21px'>Small</p>"),
    "type made small": ("too small", "<p style='transform: scale(0.5); transform-origin: 0 0'>Small</p>"),
    "small type in a picture": (
        "too small",
        "<svg viewBox='0 0 10 10' width='90'><text y='5' font-size='2'>7</text></svg>",
    ),
    "a text past the right edge": (
        "outside the screen",
        f"<p class='fixed' style='left: 1000px; width: 400px'>{WORDS}</p>",
    ),
    "a text past the lower edge": ("outside the screen", "<p class='fixed' style='top: 705px'>Low</p>"),
    "a text past the upper edge": ("outside the screen", "<p class='fixed' style='top: -20px'>High</p>"),
    "a text cut below": ("cut without a sign", f"<div class='box'>{WORDS * 9}</div>"),
    "a text cut at its side": ("cut without a sign", f"<p class='one'>{WORDS}</p>"),
    "a word that a clamp cuts": ("cut without a sign", f"<p class='clamp one'>{WORDS}</p>"),
    "a clamp that is cut itself": (
        "cut without a sign",
        f"<div style='height: 1.5em; width: 20em; overflow: clip'><p class='clamp'>{WORDS * 9}</p></div>",
    ),
    "a sign that is cut as well": ("cut without a sign", f"<div class='box'>{WORDS * 9}<p>and 6 more</p></div>"),
    "dots that are cut": (
        "cut without a sign",
        "<p style='width: 100px; overflow: hidden; white-space: nowrap'>" + "<i class='dot'></i>" * 9,
    ),
    "a picture past the edge": ("outside the screen", "<svg class='fixed' style='top: 700px' width='40' height='40'/>"),
    "a text over another": ("overlaps", f"<p>{WORDS}</p><p style='margin-top: -0.7em'>{WORDS}</p>"),
    "a text under something": (
        "covered",
        "<p>One<br>Two</p><div class='over' style='width: 9em; height: 1.2em; background: black'></div>",
    ),
    "a text that begins under something": (
        "covered",
        "<p>One and two and three<br>Four</p>"
        "<div class='over' style='width: 2em; height: 1.2em; background: black'></div>",
    ),
    "a text under something that no pointer meets": (
        "covered",
        "<p>One<br>Two</p>"
        "<div class='over' style='width: 9em; height: 1.2em; background: black; pointer-events: none'></div>",
    ),
}


@pytest.fixture
def page(new_context: Callable[..., BrowserContext]) -> Page:
    return new_context(viewport=SIZE).new_page()


def found(page: Page, body: str) -> set[str]:
    page.set_content(PAGE.format(body=body))
    return {one.what for one in faults(page)}


def test_a_good_page_has_no_fault(page: Page) -> None:
    assert {name: found(page, body) for name, body in GOOD.items()} == {name: set() for name in GOOD}


def test_a_planted_fault_is_found_and_nothing_else(page: Page) -> None:
    assert {name: found(page, body) for name, (_, body) in BAD.items()} == {
        name: {what} for name, (what, _) in BAD.items()
    }


def test_a_page_that_never_rests_is_a_fault(page: Page) -> None:
    moving = "let n = 0; setInterval(() => { document.querySelector('p').style.marginLeft = `${n++}px` }, 5)"
    page.set_content(PAGE.format(body=f"<p>{WORDS}</p><script>{moving}</script>"))
    assert [one.what for one in faults(page, patience=30)] == ["never at rest"]


def test_faults_of_the_same_kind_are_one_line(page: Page) -> None:
    page.set_content(PAGE.format(body="<ul>" + "<li style='font-size: 12px'>An idea</li>" * 8 + "</ul>"))
    assert [str(one) for one in faults(page)] == [
        "too small: ul > li “An idea” (12.0 px, 1/60 of the height), and 7 more"
    ]
