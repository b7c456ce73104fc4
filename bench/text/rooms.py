"""How people get into a text: here as people who joined a work session, at the peers as anybody."""

from dataclasses import dataclass, field

import httpx

from bench.dialects import Dialect
from bench.replica import Replica
from bench.rooms import Document, Entrance, Entry
from bench.sessions import Worksession
from bench.text.pages import SessionTextDialect, TextPage

SUBPROTOCOL = "shortlist.text.1"
"""in which the server says what is committed"""


@dataclass
class SessionText:
    """The text of a running session."""

    session: Worksession
    dialect: Dialect = field(default_factory=SessionTextDialect)
    replica: type[Replica] = TextPage

    @property
    def id(self) -> str:
        return self.session.id

    async def entries(self, people: int) -> list[Entry]:
        path, protocol = f"/worksessions/{self.id}/text?epoch=1", {"Sec-WebSocket-Protocol": SUBPROTOCOL}
        return [Entry(path, entry.headers | protocol) for entry in await self.session.entries(people)]


class TextDocument(Document):
    """The same text at a peer."""

    replica = TextPage


async def open_session_text(http: httpx.AsyncClient) -> Entrance:
    """A new session, started, with an empty text."""
    session = await Worksession.open(http, artifact="")
    await session.lead_does("start")
    return SessionText(session)
