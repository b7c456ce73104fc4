"""The cast: Fay facilitates, Pia and Ben take part, Olu watches, and Sam is a stranger."""

import contextlib
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass, field

from board.brainstorm.engine.room import Room
from board.brainstorm.phases import waiting_changes
from board.facilitation import crowd
from board.live.transport.send_queue import TransportSendQueue
from tests.brainstorm.clients import Browser, Tab, Written
from tests.brainstorm.running import Server, eventually
from tests.brainstorm.wire import Json

STEPS = ("lobby", "diverge", "reveal", "cluster", "vote", "decide", "frozen")
QUESTION = "What should we build next?"


@dataclass
class Group:
    """A board and its people, each with one page open. `fay` is the facilitator's page, `part` where she takes part."""

    server: Server
    board: str
    links: dict[str, str]
    browsers: dict[str, Browser]
    fay: Tab
    pia: Tab
    ben: Tab
    olu: Tab
    sam: Browser
    more: list[Tab] = field(default_factory=list)

    @property
    def voters(self) -> list[Tab]:
        """The participants' pages."""
        return [self.pia, self.ben, *self.more]

    def browser(self, name: str) -> Browser:
        return self.browsers[name]

    def everything(self) -> dict[str, bytes]:
        """All bytes that each of them has received."""
        return {name: browser.everything() for name, browser in self.browsers.items()}

    async def room(self) -> Room:
        """The board as the server holds it."""
        room = await self.server.rooms.find(self.board)
        assert room is not None
        return room

    async def way_out(self, browser: Browser) -> TransportSendQueue:
        """The server's send queue of this browser's newest page."""
        (value,) = browser.http.cookies.values()
        own = [one for one in (await self.room()).connections if value.startswith(one.person.token)]
        out = max(own, key=lambda one: one.since).out
        assert isinstance(out, TransportSendQueue)
        return out

    async def newcomer(self, link: str = "participate") -> Browser:
        """Somebody more who has the link, without a page yet."""
        browser = Browser(self.server.base)
        self.browsers[f"newcomer {len(self.browsers)}"] = browser
        await browser.follow(self.links[link])
        return browser

    async def joins(self, people: int) -> list[Tab]:
        """This many more people take part."""
        counting = self.fay.notice["counts"]["counting"]
        self.more += [await (await self.newcomer()).open() for _ in range(people)]
        if crowd.COUNTS_AFTER == 0:
            await self.fay.until(lambda tab: tab.notice["counts"]["counting"] >= counting + people)
        return self.more[-people:]

    async def opens(self, phase: str, **fields: object) -> Json:
        """The facilitator opens a phase; where the grace has to pass, it passes at once."""
        request = await self.fay.send("open_phase", phase=phase, **fields)
        await self.fay.until(lambda tab: request in tab.answers or tab.notice["closing"] or tab.notice["reveal_at"])
        if request not in self.fay.answers:
            wait = self.fay.notice["closing"] or self.fay.notice["reveal_at"]
            self.server.clock.advance(wait - self.server.clock.now() + 0.05)
        answer = await self.fay.answer(request)
        if answer["answer"] == "ok":
            for tab in (self.fay, self.pia, self.ben, self.olu, *self.more):
                await tab.until(lambda tab: tab.phase == phase and tab.synced and tab.meta("phase") == phase)
        return answer

    async def goes(self, phase: str, **fields: object) -> None:
        """Leads the board there, step by step or straight back."""
        now = STEPS.index(self.fay.phase)
        there = STEPS.index(phase)
        for step in STEPS[now + 1 : there + 1] if there >= now else [phase]:
            answer = await self.opens(step, **(fields if step == phase else {}))
            assert answer["answer"] == "ok", answer

    async def released(self) -> None:
        """Time passes until everything that waits to enter the document is in it."""
        room = await self.room()
        answers = waiting_changes.LONGEST_ANSWER if room.board.waiting_answers else 0.0
        self.server.clock.advance(max(waiting_changes.LONGEST_WAIT, answers))
        await eventually(lambda: not any(room.board.waiting.values()))

    async def writes(self, ideas: int) -> list[Written]:
        """Opens Write, and Pia writes this many ideas."""
        await self.goes("diverge")
        return [await self.pia.write(f"idea {number}") for number in range(ideas)]

    async def votes(self, ballots: Sequence[tuple[Tab, Sequence[str]]], *, done: bool = True) -> None:
        """Everybody casts a ballot with one dot on each of these options."""
        for tab, options in ballots:
            await tab.ok("cast_ballot", dots=dict.fromkeys(options, 1), done=done)

    def options(self) -> list[str]:
        """The ids of the options on the ballot."""
        return [option["option"] for option in self.pia.meta("ballot")["options"]]

    async def load_everything(self) -> None:
        """Everybody loads every page and file there is for them."""
        for browser in self.browsers.values():
            if not browser.board:
                continue
            for role in (None, "facilitate", "participate", "watch"):
                await browser.page(role)
            for ending in ("json", "md", "csv"):
                await browser.export(ending)


@contextlib.asynccontextmanager
async def gather(server: Server, **settings: object) -> AsyncIterator[Group]:
    """Opens a board, and everybody comes."""
    browsers = {name: Browser(server.base) for name in ("fay", "pia", "ben", "olu", "sam")}
    answer = await browsers["fay"].post("/api/boards", json={"question": QUESTION} | settings)
    assert answer.status_code == 201, answer.text
    links = answer.json()["links"]
    # The person who opened the board has seen its links; tests look only at what pages receive later.
    browsers["fay"].bodies.clear()
    tabs: dict[str, Tab] = {}
    for name, link in (("fay", "facilitate"), ("pia", "participate"), ("ben", "participate"), ("olu", "watch")):
        await browsers[name].follow(links[link])
        tabs[name] = await browsers[name].open()
    try:
        fay, pia, ben, olu = tabs.values()
        if crowd.COUNTS_AFTER == 0:
            await fay.until(lambda tab: tab.notice["counts"]["counting"] == 2)
        yield Group(server, answer.json()["id"], links, browsers, fay, pia, ben, olu, browsers["sam"])
    finally:
        for browser in browsers.values():
            await browser.close()
