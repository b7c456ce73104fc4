"""Shows a whole board on every screen of a room of forty people: `python -m e2e.room FOLDER`.

Forty people without a browser take part, beside a facilitator, a phone, a laptop and a big screen. Each stage of the
board becomes a picture of each screen in each theme: `04-read-big-screen-dark.png`.
"""

import argparse
import re
import tempfile
from pathlib import Path

from playwright.sync_api import Browser, Page, expect, sync_playwright

from e2e.api import Api, Table
from e2e.big_screen import AT_REST
from e2e.big_screen_walk import Filling, Stage, walk
from e2e.chromium import QUIET, find_chromium
from e2e.people import Facilitator, Participant, Person, Watcher
from e2e.pictures import ROOT, Picture, settle
from e2e.server import Server

ROOM = Filling(ideas=60, people=40, groups=(0, 3, 8))
THEMES = ("light", "dark")
PATIENCE = 30_000
STILL = 300
"""frames after which a picture is taken even though something moves"""


class Screens:
    """The four screens, each a browser of its own."""

    def __init__(self, browser: Browser, table: Table) -> None:
        self._browser = browser
        self.big = Watcher(self._opens(table.links["watch"], 1920, 1080))
        self.lead = Facilitator(self._opens(table.links["facilitate"], 1440, 900))
        self.laptop = Participant(self._opens(table.links["participate"], 1366, 768))
        self.phone = Participant(self._opens(table.links["participate"], 390, 844, phone=True))
        self.all: dict[str, Person] = {
            "big-screen": self.big,
            "facilitator": self.lead,
            "laptop": self.laptop,
            "phone": self.phone,
        }

    def act(self, stage: Stage) -> None:
        """What the two participants with a browser do."""
        if stage.name in ("write", "vote"):
            for person in (self.laptop, self.phone):
                settle(Picture(stage.name, stage.step), person.page)
        if stage.name == "consent check":
            for person in (self.laptop, self.phone):
                person.answers("I support it")

    def pictures(self, folder: Path, name: str) -> None:
        for screen, person in self.all.items():
            person.page.mouse.move(0, 0)
            for theme in THEMES:
                person.page.emulate_media(color_scheme="dark" if theme == "dark" else "light")
                person.page.evaluate(AT_REST, STILL)
                person.page.screenshot(path=folder / f"{name}-{screen}-{theme}.png")

    def _opens(self, link: str, width: int, height: int, *, phone: bool = False) -> Page:
        context = self._browser.new_context(
            viewport={"width": width, "height": height},
            device_scale_factor=2 if phone else 1,
            is_mobile=phone,
            has_touch=phone,
            reduced_motion="reduce",
        )
        context.set_default_timeout(PATIENCE)
        page = context.new_page()
        page.goto(link)
        return page


def main() -> None:
    parser = argparse.ArgumentParser(prog="e2e.room", description=__doc__)
    parser.add_argument("folder", type=Path)
    folder: Path = parser.parse_args().folder
    folder.mkdir(parents=True, exist_ok=True)
    expect.set_options(timeout=PATIENCE)
    opened: list[Api] = []
    with tempfile.TemporaryDirectory() as data, sync_playwright() as playwright:
        server = Server(ROOT, Path(data))
        server.start()
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=QUIET)
        try:
            _show(browser, Table.open(server.address, opened, **ROOM.settings), folder)
        finally:
            browser.close()
            for one in opened:
                one.close()
            server.stop()


def _show(browser: Browser, table: Table, folder: Path) -> None:
    screens = Screens(browser, table)
    for at, stage in enumerate(walk(table, ROOM), start=1):
        for person in screens.all.values():
            stage.comes(person)
        stage.comes_large(screens.big)
        screens.act(stage)
        name = f"{at:02}-{re.sub(r'[^a-z0-9]+', '-', stage.name)}"
        screens.pictures(folder, name)
        print(name, flush=True)


if __name__ == "__main__":
    main()
