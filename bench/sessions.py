"""A work session of this server, in which people write tasks."""

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from uuid import uuid4

import httpx

from bench import dialects
from bench.dialects import Dialect
from bench.replica import Replica
from bench.rooms import AT_ONCE, CommandPen, Entry, Pen, cookie_of


class TaskPen(CommandPen):
    """Writes tasks. A task has no place, so nothing can be moved."""

    def write(self, texts: Mapping[str, str]) -> list[bytes]:
        return [self.command("add_task", task=key, text=text) for key, text in texts.items()]

    def edit(self, key: str, text: str) -> bytes:
        return self.command("edit_task", task=key, text=text)


@dataclass
class Worksession:
    """Led over HTTP by the person who opened it. `http` keeps no cookies."""

    http: httpx.AsyncClient
    id: str
    link: str
    lead: str
    """the lead's cookie"""
    dialect: Dialect = field(default_factory=dialects.Shortlist)
    replica: type[Replica] = Replica
    acknowledges: bool = True
    phase: str = ""
    ideas: str = "tasks"
    texts: str = "tasks"

    @classmethod
    async def open(cls, http: httpx.AsyncClient, artifact: str = "A brief for the council") -> "Worksession":
        """The text begins with the artifact as its title."""
        answered = await http.post("/api/worksessions", json={"artifact": artifact})
        answered.raise_for_status()
        told = answered.json()
        links = told["links"]
        return cls(http, told["id"], links["join"], await cookie_of(http, links["lead"]))

    async def entries(self, people: int) -> list[Entry]:
        path = f"/worksessions/{self.id}/live"
        origin = str(self.http.base_url).rstrip("/")
        gate = asyncio.Semaphore(AT_ONCE)

        async def admit(name: str) -> Entry:
            async with gate:
                cookie = await cookie_of(self.http, self.link)
                await self._command(cookie, "join", name=name)
                return Entry(path, {"Cookie": cookie, "Origin": origin})

        return await asyncio.gather(*(admit(f"Person {at + 1}") for at in range(people)))

    def pen(self) -> Pen:
        return TaskPen()

    async def open_writing(self) -> None:
        pass

    async def end_writing(self) -> None:
        pass

    async def reveal(self) -> None:
        await self.lead_does("start")

    async def open_grouping(self) -> None:
        pass

    async def open_texts(self, ideas: Sequence[str]) -> list[str]:
        return list(ideas)

    async def lead_does(self, do: str, **fields: object) -> None:
        """Gives a command that must succeed."""
        await self._command(self.lead, do, **fields)

    async def adds(self, entry: Entry, text: str) -> None:
        """Somebody adds a paragraph to the text."""
        await self._command(entry.headers["Cookie"], "append_text", line=str(uuid4()), text=text)

    async def lead_reads(self) -> None:
        """Fetches the formatted text, as every open page does after a change; the server keeps it for the next one."""
        (await self.http.get(f"/worksessions/{self.id}/text", headers={"Cookie": self.lead})).raise_for_status()

    async def _command(self, cookie: str, do: str, **fields: object) -> None:
        answered = await self.http.post(
            f"/api/worksessions/{self.id}/commands", json={"id": "1", "do": do, **fields}, headers={"Cookie": cookie}
        )
        answered.raise_for_status()
        if answered.json()["answer"] != "ok":
            raise RuntimeError(f"{do}: {answered.json()}")
