"""Four boards on which people do everything at once: write, watch ideas come out, group them, vote.

Each keeps what was answered, and knows at the end what has to be there.
"""

import asyncio
import random

from tests.brainstorm.clients import Tab, Written, draft
from tests.brainstorm.outbox import GONE, Outbox
from tests.brainstorm.place import Place
from tests.brainstorm.running import passing
from tests.brainstorm.wire import Json

PEOPLE = 4
OPTIONS, DOTS = 8, 3
GROUPS = [f"00000000-0000-4000-8000-00000000000{number}" for number in range(2)]


class Work:
    """One board, its facilitator and its people."""

    settings: dict[str, object] = {}  # noqa: RUF012 read only

    def __init__(self, place: Place) -> None:
        self.place = place
        self.people: list[Outbox] = []
        self.links: dict[str, str] = {}

    async def open(self) -> None:
        self.links = await self.place.new_board(**self.settings)
        self.leads = await self.somebody("facilitate")
        self.people = [await self.somebody() for _ in range(PEOPLE)]
        for one in self.people:
            await one.page()
        await self.leads_to("diverge")

    async def somebody(self, link: str = "participate") -> Outbox:
        return Outbox(await self.place.somebody(link, self.links), self.place.up)

    async def leads_to(self, *phases: str) -> None:
        for phase in phases:
            answer = await self.leads.give("open_phase", phase=phase)
            # When the command is repeated after a kill, the server may have done it already.
            assert answer["answer"] == "ok" or (await self.leads.page()).phase == phase, answer

    async def newcomer(self) -> Tab:
        """A page that had nothing before: what the server has."""
        return await (await self.place.somebody("watch", self.links)).open()

    async def go_on(self) -> None:
        """Works until cancelled, whatever happens to the server."""
        raise NotImplementedError

    def answered(self) -> int:
        """How often the server said `ok` to this work."""
        raise NotImplementedError

    async def check(self) -> None:
        """Everything that was answered is there, once, and all see the same."""
        raise NotImplementedError

    async def everybody_has_the_same(self) -> Json:
        """Every replica that went through all kills is the server's, byte for byte; returns the document."""
        served = await self.newcomer()
        for one in [self.leads, *self.people]:
            tab = await one.until(lambda tab: tab.synced and tab.all() == served.all())
            assert whole_state(tab) == whole_state(served)
        return served.all()


def whole_state(tab: Tab) -> tuple[bytes, bytes]:
    """The replica and its state vector as bytes, sorted: the library writes the keys of a map in random order."""
    return bytes(sorted(tab.doc.get_update())), bytes(sorted(tab.doc.get_state()))


class Writing(Work):
    """Ideas arrive at a rate, whether or not the server answers."""

    def __init__(self, place: Place, rate: float) -> None:
        super().__init__(place)
        self._rate = rate
        self.ideas: list[Written] = []
        self._sending: set[asyncio.Task[None]] = set()

    async def go_on(self) -> None:
        clock = asyncio.get_running_loop()
        began, wrote = clock.time(), 0
        while True:
            while wrote < (clock.time() - began) * self._rate:
                idea = draft(f"thought {len(self.ideas)}")
                self.ideas.append(idea)
                self._sending.add(asyncio.create_task(self.people[wrote % PEOPLE].write([idea])))
                wrote += 1
            await passing(0.02)

    def answered(self) -> int:
        return sum(len(one.answered) for one in self.people)

    async def check(self) -> None:
        await asyncio.gather(*self._sending)
        assert self.answered() == len(self.ideas)
        await self.everybody_has_the_same()
        await self.leads_to("reveal")
        shown = await self.everybody_has_the_same()
        assert shown["ideas"] == {idea.id: idea.text for idea in self.ideas}
        assert sorted(shown["numbers"].values()) == list(range(1, len(self.ideas) + 1))


class WritingInSight(Writing):
    """The same on a visible board: what came out was seen, and a replica that saw it is compared."""

    settings = {"visibility": "visible"}  # noqa: RUF012


class Grouping(Work):
    """Each person moves one card back and forth, each time further down."""

    async def open(self) -> None:
        await super().open()
        self.cards = [draft(f"card {number}") for number in range(PEOPLE)]
        self.moved: list[list[str]] = [[] for _ in self.cards]
        self._steps = [0] * PEOPLE
        for one, card in zip(self.people, self.cards, strict=True):
            await one.write([card])
        await self.leads_to("reveal", "cluster")
        for group in GROUPS:
            await self.leads.give("name_cluster", cluster=group, name=group[-1])

    async def go_on(self) -> None:
        await asyncio.gather(*(self._move(who) for who in range(PEOPLE)))

    async def _move(self, who: int) -> None:
        one, card = self.people[who], self.cards[who]
        while True:
            tab = await one.page()
            self._steps[who] += 1
            rank = f"b{self._steps[who]:06}V"
            try:
                await tab.ok("place_idea", idea=card.id, cluster=GROUPS[self._steps[who] % 2], rank=rank)
            except GONE:
                one.lost(tab)
                continue
            self.moved[who].append(rank)

    def answered(self) -> int:
        return sum(map(len, self.moved))

    async def check(self) -> None:
        places = (await self.everybody_has_the_same())["places"]
        for card, moved in zip(self.cards, self.moved, strict=True):
            assert places[card.id]["rank"] >= moved[-1], "an answered move is gone"


class Voting(Work):
    """Everybody changes their mind all the time."""

    async def open(self) -> None:
        await super().open()
        cards = [draft(f"option {number}") for number in range(OPTIONS)]
        await self.people[0].write(cards)
        await self.leads_to("reveal", "cluster", "vote")
        self.options = [card.id for card in cards]
        self.last: list[list[dict[str, int] | None]] = [[None] for _ in self.people]
        """of each person: the ballot answered last, and what was sent after it without an answer"""
        self.cast = 0

    async def go_on(self) -> None:
        await asyncio.gather(*(self._vote(who) for who in range(PEOPLE)))

    async def _vote(self, who: int) -> None:
        one = self.people[who]
        seen: Tab | None = None
        while True:
            tab = await one.page()
            if tab is not seen:
                self._is_kept(who, tab.notices[0]["you"]["ballot"])
            seen = tab
            await self._cast(who, tab, dict.fromkeys(random.sample(self.options, DOTS), 1))

    async def _cast(self, who: int, tab: Tab, dots: dict[str, int]) -> None:
        self.last[who].append(dots)
        try:
            await tab.ok("cast_ballot", dots=dots, done=True)
        except GONE:
            self.people[who].lost(tab)
            return
        self.last[who] = [dots]
        self.cast += 1

    def _is_kept(self, who: int, ballot: Json | None) -> dict[str, int]:
        dots = ballot["dots"] if ballot else None
        assert dots in self.last[who], "an answered ballot is gone"
        return dots or {}

    def answered(self) -> int:
        return self.cast

    async def check(self) -> None:
        await self.everybody_has_the_same()
        kept: list[dict[str, int]] = []
        for who in range(PEOPLE):
            again = await self.people[who].browser.open()
            kept.append(self._is_kept(who, again.notice["you"]["ballot"]))
        await self.leads_to("decide")
        tally = (await self.everybody_has_the_same())["meta"]["rounds"][0]["tally"]
        counted = {line["option"]: line["dots"] for line in tally}
        assert counted == {option: sum(dots.get(option, 0) for dots in kept) for option in self.options}
