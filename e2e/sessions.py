"""Work sessions without a browser: people who speak to the server directly, to set a scene quickly."""

from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import cycle
from typing import Any, Self
from uuid import uuid4

import httpx
from playwright.sync_api import BrowserContext

from e2e.api import AT_ONCE, TLS, Api


class Worker(Api):
    """One person of one session."""

    kind = "worksessions"
    person = ""

    def joins(self, name: str) -> None:
        self.person = str(self.do("join", name=name)["person"])

    def lends(self, browser: BrowserContext) -> None:
        """A browser with the same cookie: its pages are this person."""
        here = str(self._client.base_url)
        browser.add_cookies(
            [{"name": one.name, "value": one.value or "", "url": here} for one in self._client.cookies.jar]
        )

    def adds_task(self, text: str) -> None:
        """It is theirs."""
        self.do("add_task", task=str(uuid4()), text=text, owner={"person": self.person})

    def replies(self) -> list[dict[str, Any]]:
        """What readers of the recaps replied."""
        answered = self._client.get(f"/api/worksessions/{self.board}/feedback")
        answered.raise_for_status()
        return list(answered.json()["replies"])

    @property
    def document(self) -> dict[str, Any]:
        """What everybody sees, by root."""
        return dict(self.boot()["document"])

    @property
    def text(self) -> str:
        """What they write together, as it is saved."""
        answered = self._client.get(f"/api/worksessions/{self.board}/export.json")
        answered.raise_for_status()
        return str(answered.json()["text"])

    def items(self) -> Iterator[str]:
        """The ids of the items, in their order."""
        agenda = self.document["agenda"]
        yield from sorted(agenda, key=lambda id: str(agenda[id]["rank"]))


@dataclass
class Session:
    """A session with its lead, Mara, and as many people as joined."""

    address: str
    links: dict[str, str]
    lead: Worker
    people: list[Worker] = field(default_factory=list)

    @classmethod
    @contextmanager
    def opened(cls, address: str, **wanted: object) -> Iterator[Self]:
        answered = httpx.post(f"{address}/api/worksessions", json=wanted, timeout=30, verify=TLS)
        answered.raise_for_status()
        links = answered.json()["links"]
        lead = Worker(address, links["lead"])
        lead.joins("Mara")
        session = cls(address, links, lead)
        try:
            yield session
        finally:
            for one in (lead, *session.people):
                one.close()

    def come(self, names: Sequence[str]) -> None:
        """People join at the same time."""
        with ThreadPoolExecutor(AT_ONCE) as pool:
            self.people += pool.map(self._comes, names)

    def _comes(self, name: str) -> Worker:
        one = Worker(self.address, self.links["join"])
        one.joins(name)
        return one

    def add_tasks(self, texts: Sequence[str]) -> None:
        """Everybody writes some, at the same time."""
        with ThreadPoolExecutor(AT_ONCE) as pool:
            list(pool.map(Worker.adds_task, cycle(self.people), texts))

    def go_to(self, kind: str) -> None:
        """Next, until an item of this kind runs."""
        items, agenda = list(self.lead.items()), self.lead.document["agenda"]
        for at, item in enumerate(items):
            if agenda[item]["kind"] == kind:
                return
            self.lead.do("next_item", **{"from": items[at]})
