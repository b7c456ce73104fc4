"""What somebody has in a work session: a browser with the chain's cookie, and pages open in it."""

import contextlib
import hashlib
from collections.abc import AsyncIterator
from dataclasses import dataclass

from tests.brainstorm.clients import Browser, Tab
from tests.brainstorm.running import Server
from tests.brainstorm.wire import Json

ARTIFACT = "A brief for the council"
ALL = ("meta", "conditions", "agenda", "people", "tasks", "parked", "agreements")


class Member(Browser):
    """One person's browser in a session."""

    kind = "worksessions"
    person = ""
    """who they are in the document, once they joined"""
    tab: Tab

    async def joins(self, link: str, name: str) -> Tab:
        """Follows a link, opens the page and joins with a name."""
        await self.follow(link)
        self.tab = await self.open()
        self.person = str((await self.tab.ok("join", name=name))["person"])
        return self.tab

    async def comes_to(self, id: str) -> Tab:
        """Opens a page of another session of the same chain."""
        before, self.board = self.board, id
        try:
            return await self.open()
        finally:
            self.board = before


@dataclass
class Work:
    """A session with its people."""

    server: Server
    links: dict[str, str]
    id: str
    lead: Member
    members: list[Member]

    async def comes(self, name: str, link: str = "join") -> Member:
        """One more person joins."""
        member = Member(self.server.base)
        self.members.append(member)
        await member.joins(self.links[link], name)
        return member

    @property
    def document(self) -> dict[str, Json]:
        """The document as the lead's page has it."""
        return {root: self.lead.tab.root(root) for root in ALL}

    @property
    def order(self) -> list[str]:
        """The ids of the items in their order."""
        agenda = self.lead.tab.root("agenda")
        return sorted(agenda, key=lambda id: str(agenda[id]["rank"]))

    async def seen(self, root: str, key: str, **fields: object) -> Json:
        """Waits until the lead's page has a value with these fields, and returns it."""

        def there(tab: Tab) -> bool:
            value = tab.root(root).get(key)
            return isinstance(value, dict) and fields.items() <= value.items()

        await self.lead.tab.until(there)
        value = self.lead.tab.root(root)[key]
        assert isinstance(value, dict)
        return value

    async def text(self) -> str:
        """What people have written."""
        return str((await self.lead.export("json")).json()["text"])

    async def until_text(self, text: str) -> Json:
        """Waits until the lead's page knows that the text is this one, and returns `meta`."""
        return await self.until_meta(text_digest=hashlib.sha256(text.encode()).hexdigest()[:16])

    async def until_meta(self, **fields: object) -> Json:
        """Waits until the lead's page has these fields in `meta`, and returns all of it."""
        await self.lead.tab.until(lambda tab: fields.items() <= tab.root("meta").items())
        return self.lead.tab.root("meta")


@contextlib.asynccontextmanager
async def session(server: Server, **wanted: object) -> AsyncIterator[Work]:
    """A session that was just opened, in which only the lead is."""
    lead = Member(server.base)
    asked = {"kind": "team", "artifact": ARTIFACT, "conditions": ["scope is in it", "the price is in it"]} | wanted
    answer = await lead.post("/api/worksessions", json=asked)
    assert answer.status_code == 201, answer.text
    opened = answer.json()
    work = Work(server, opened["links"], opened["id"], lead, [lead])
    await lead.joins(opened["links"]["lead"], "Ana")
    try:
        yield work
    finally:
        for member in work.members:
            await member.close()
