"""Makes the pictures of the README from the real product: `python -m e2e.pictures`.

A seeded server, one browser, and each page as a WebP file in `docs/pictures/`.
"""

import base64
import re
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from uuid import uuid4

import httpx
from playwright.sync_api import Browser, Page, expect, sync_playwright

from e2e.chromium import QUIET, find_chromium
from e2e.members import Member
from e2e.people import Participant, Person
from e2e.server import Server
from e2e.sessions import Worker

ROOT = Path(__file__).parent.parent
FOLDER = ROOT / "docs" / "pictures"
MOST_BYTES = 150_000
REPLY, CHANGED = "Who pays for the second site?", "The price has a line for each site."
CONDITION, ADDED = "Each site has a price", "The first site costs 9 million, the second 11 million with the dam."
# In the order in which `board seed` prints its boards and sessions.
STEPS = ("Welcome", "Write", "Read", "Group", "Vote", "Decide", "Done")
SESSIONS = ("Prepare", "Work", "Finished", "Another", "Shared")
FIRST_LINKS = ("facilitate", "lead")
LINK = re.compile(r"\s+(facilitate|participate|watch|decision|lead|join|read|recap)\s+(\S+)")
# Chromium writes WebP by itself; a picture needs no further program.
TO_WEBP = """async ([png, quality]) => {
  const image = await createImageBitmap(await (await fetch(`data:image/png;base64,${png}`)).blob());
  const canvas = new OffscreenCanvas(image.width, image.height);
  canvas.getContext("2d").drawImage(image, 0, 0);
  const bytes = new Uint8Array(await (await canvas.convertToBlob({ type: "image/webp", quality })).arrayBuffer());
  return btoa(bytes.reduce((text, byte) => text + String.fromCharCode(byte), ""));
}"""


@dataclass(frozen=True)
class Picture:
    """What stands on it: the step, for whom, in which theme, how large."""

    name: str
    step: str
    role: str = "participate"
    theme: str = "light"
    width: int = 1280
    height: int = 800
    phone: bool = False


PICTURES = (
    Picture("write", "Write"),
    Picture("big-screen", "Write", "watch"),
    Picture("read", "Read"),
    Picture("group", "Group", width=1600, height=1000),
    Picture("vote", "Vote"),
    Picture("decide", "Decide", "facilitate"),
    Picture("decision", "Done", "decision"),
    Picture("group-dark", "Group", theme="dark", width=1600, height=1000),
    Picture("vote-phone", "Vote", width=390, height=844, phone=True),
    Picture("session-prepare", "Prepare", "lead"),
    Picture("session-work", "Work", "join", width=1440, height=900),
    Picture("session-screen", "Work", "read", width=1600, height=900),
    Picture("session-finished", "Finished", "join"),
    Picture("recap", "Shared", "recap", height=1000),
    Picture("recap-phone", "Shared", "recap", width=390, height=844, phone=True),
    # What follows changes the boards and sessions of the pictures before.
    Picture("goes-on", "Done", "watch", width=1600, height=900),
    Picture("answered", "Answered", "recap", height=900),
)


def links(seeded: str) -> dict[tuple[str, str], str]:
    """From what `board seed` prints: step and role to the link."""
    found: dict[tuple[str, str], str] = {}
    steps = iter((*STEPS, *SESSIONS))
    step = ""
    for line in seeded.splitlines():
        if link := LINK.match(line):
            step = next(steps) if link[1] in FIRST_LINKS else step
            found[step, link[1]] = link[2]
    return found


@contextmanager
def seeded_server() -> Iterator[dict[tuple[str, str], str]]:
    with tempfile.TemporaryDirectory() as folder:
        server = Server(ROOT, Path(folder))
        found = links(server.seed())
        server.start()
        try:
            yield found
        finally:
            server.stop()


def main() -> None:
    FOLDER.mkdir(parents=True, exist_ok=True)
    with seeded_server() as found, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=QUIET)
        for picture in PICTURES:
            if picture.name == "goes-on":
                start_the_work(browser, found["Done", "facilitate"])
                found["Answered", "recap"] = answer_a_reply(found)
            file = FOLDER / f"{picture.name}.webp"
            file.write_bytes(taken(browser, picture, found[picture.step, picture.role]))
            print(f"{file.relative_to(ROOT)}  {file.stat().st_size:,} bytes")
        browser.close()


def start_the_work(browser: Browser, link: str) -> None:
    """The board that is done goes on with a session."""
    context = browser.new_context()
    facilitator = Person(context.new_page())
    facilitator.opens(link)
    facilitator.page.get_by_role("button", name="Start with this").first.click()
    facilitator.page.get_by_role("button", name="Invite everybody here").click()
    facilitator.page.wait_for_url(re.compile(r"/worksessions/[\w-]+$"))
    context.close()


def answer_a_reply(found: dict[tuple[str, str], str]) -> str:
    """A reader of the shared recap replies; returns the address of the next recap, which says what became of that."""
    recap, link = found["Shared", "recap"], found["Shared", "lead"]
    httpx.post(f"{recap}/feedback", json={"unclear": REPLY}).raise_for_status()
    address = link.partition("/join/")[0]
    lead = Worker(address, link)
    reply = str(lead.replies()[0]["feedback"])
    lead.do("show_feedback", feedback=reply, shown=True)
    lead.do("answer_feedback", feedback=reply, answer="changed", note=CHANGED)
    lead.board = str(lead.do("open_next")["worksession"])
    lead.joins("Tom")
    lead.do("add_condition", condition=str(uuid4()), text=CONDITION)
    lead.do("start")
    lead.do("append_text", line=str(uuid4()), text=ADDED, heading=CONDITION)
    lead.do("tick_condition", condition=next(iter(lead.document["conditions"])), met=True)
    lead.do("end", verdict="done")
    sha256 = lead.do("share", visibility="link")["recap"]
    lead.close()
    return f"{address}/recaps/{sha256}"


def taken(browser: Browser, picture: Picture, link: str) -> bytes:
    """The picture in WebP, as good as its size allows."""
    context = browser.new_context(
        viewport={"width": picture.width, "height": picture.height},
        device_scale_factor=2 if picture.phone else 1.5 if picture.width <= 1280 else 1.2,
        color_scheme="dark" if picture.theme == "dark" else "light",
        reduced_motion="reduce",
        has_touch=picture.phone,
        is_mobile=picture.phone,
    )
    page = context.new_page()
    page.goto(link)
    if picture.step in (*SESSIONS, "Answered"):
        settle_session(picture, Member(page))
    else:
        settle(picture, page)
    page.wait_for_load_state("networkidle")
    page.mouse.move(0, 0)
    png = base64.b64encode(page.screenshot()).decode()
    page.goto("about:blank")
    tries = (base64.b64decode(page.evaluate(TO_WEBP, [png, quality])) for quality in (0.92, 0.85, 0.75, 0.6, 0.45))
    small = next(webp for webp in tries if len(webp) <= MOST_BYTES)
    context.close()
    return small


def settle(picture: Picture, page: Page) -> None:
    """Waits until the page is as a person would see it, and does what makes it worth seeing."""
    person = Person(page)
    if picture.role == "decision":
        expect(page.get_by_role("heading", level=1)).to_be_visible()
    else:
        person.is_at(picture.step)
    if (picture.step, picture.role) == ("Write", "participate"):
        for text in ("Build on public land first", "Let neighbours share one deposit"):
            Participant(page).writes(text)
        page.keyboard.insert_text("Turn the empty offices by the station into flats")
    if picture.step == "Vote":
        give = page.get_by_role("button", name=re.compile("^Give a dot to "), pressed=False)
        for _ in range(2):
            give.first.click()
        expect(page.get_by_text("Saving…")).to_be_hidden()
    if picture.step in ("Read", "Group"):
        expect(person.ideas().first).to_be_visible()
    if picture.step == "Decide":
        page.get_by_text("How the dots fell").click()
        page.get_by_role("table", name=re.compile("^The count of round")).evaluate(
            "one => one.scrollIntoView({ block: 'start' })"
        )
        page.mouse.wheel(0, -160)


def settle_session(picture: Picture, person: Member) -> None:
    """The same for a work session. The one at work is in its break until somebody goes on."""
    main = person.page.get_by_role("main")
    if (picture.step, picture.role) == ("Work", "join"):
        person.field(re.compile("^Your name")).fill("Iris")
        person.field(re.compile("^Your name")).press("Enter")
        person.presses(re.compile("^Next"))
    expect(main).to_be_visible()


if __name__ == "__main__":
    main()
