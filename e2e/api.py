"""People without a browser: they give the same commands over HTTP, to prepare a board or to act beside a page."""

import base64
import html
import json
import re
import secrets
import ssl
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import cycle, islice
from typing import Any, Self
from uuid import uuid4

import httpx
from websockets.sync.client import ClientConnection, connect
from websockets.typing import Origin

# Made once: each one made costs as much as a page.
TLS = ssl.create_default_context()
PHASES = ("lobby", "diverge", "reveal", "cluster", "vote", "decide", "frozen")
QUESTION = "How can we make housing affordable?"
AT_ONCE = 12
"""requests that are under way when many write"""


def secret() -> str:
    return base64.urlsafe_b64encode(secrets.token_bytes(16)).decode().rstrip("=")


class Api:
    """One person of one board."""

    kind = "boards"

    def __init__(self, address: str, link: str) -> None:
        self._client = httpx.Client(base_url=address, timeout=30, follow_redirects=True, verify=TLS)
        page = self._client.get(link)
        page.raise_for_status()
        self.board = page.url.path.rpartition("/")[2]
        self.ideas: dict[str, str] = {}

    def close(self) -> None:
        self._client.close()

    def ask(self, do: str, **fields: object) -> dict[str, Any]:
        """Gives a command and returns the answer."""
        command = {"id": str(uuid4()), "do": do} | fields
        answered = self._client.post(f"/api/{self.kind}/{self.board}/commands", json=command)
        answered.raise_for_status()
        answer: dict[str, Any] = answered.json()
        return answer

    def do(self, do: str, **fields: object) -> dict[str, Any]:
        """Gives a command that must succeed."""
        answer = self.ask(do, **fields)
        assert answer["answer"] in ("ok", "late"), f"{do}: {answer}"
        return answer

    def deletes(self) -> None:
        """The board, with its decision."""
        self._client.delete(f"/api/boards/{self.board}?decision=delete").raise_for_status()

    def writes(self, text: str) -> str:
        """Adds an idea; returns its id."""
        idea = str(uuid4())
        self.do("add_idea", idea=idea, text=text, secret=secret())
        self.ideas[idea] = text
        return idea

    def groups(self, ideas: Iterable[str], name: str) -> str:
        """Puts ideas together; returns the id of the group."""
        cluster = str(uuid4())
        self.do("merge", merge=str(uuid4()), **{"from": list(ideas)}, into=cluster, name=name)
        return cluster

    def moves(self, idea: str, cluster: str | None) -> None:
        self.do("place_idea", idea=idea, cluster=cluster)

    @contextmanager
    def attends(self) -> Iterator[ClientConnection]:
        """Has the board open, as a page has it, for as long as the block lasts."""
        address = f"{self._client.base_url}".replace("http", "ws", 1).rstrip("/")
        cookies = "; ".join(f"{name}={value}" for name, value in self._client.cookies.items())
        origin = Origin(f"{self._client.base_url}".rstrip("/"))
        headers = {"Cookie": cookies}
        with connect(f"{address}/boards/{self.board}/live", origin=origin, additional_headers=headers) as connection:
            yield connection

    def boot(self) -> dict[str, Any]:
        """What the page begins with."""
        page = self._client.get(f"/{self.kind}/{self.board}").text
        found = re.search(r'<script type="application/json" id="boot">(.*?)</script>', page, re.DOTALL)
        assert found, "The page holds no data"
        told: dict[str, Any] = json.loads(html.unescape(found[1]))
        return told

    def sees(self) -> dict[str, Any]:
        """The export of the board in its current phase."""
        answered = self._client.get(f"/api/boards/{self.board}/export.json")
        answered.raise_for_status()
        seen: dict[str, Any] = answered.json()
        return seen


@dataclass
class Table:
    """A board with its facilitator and as many people as were let in."""

    address: str
    board: str
    links: dict[str, str]
    lead: Api
    opened: list[Api]
    people: list[Api] = field(default_factory=list)
    written: dict[str, str] = field(default_factory=dict)
    groups: dict[str, str] = field(default_factory=dict)

    @classmethod
    def open(cls, address: str, opened: list[Api], **settings: object) -> Self:
        wanted = {"question": QUESTION, "criterion": "Which helps most within a year?"} | settings
        answered = httpx.post(f"{address}/api/boards", json=wanted, timeout=30, verify=TLS)
        answered.raise_for_status()
        told = answered.json()
        lead = Api(address, told["links"]["facilitate"])
        opened.append(lead)
        return cls(address, told["id"], told["links"], lead, opened)

    def seat(self, count: int) -> list[Api]:
        """Lets people in."""
        new = [Api(self.address, self.links["participate"]) for _ in range(count)]
        self.opened += new
        self.people += new
        return new

    def write(self, texts: Sequence[str]) -> list[str]:
        """People write at the same time; returns the ids in the order of the texts.

        An idea is answered once it is stored, so one after the other would wait for the disk as often.
        """
        with ThreadPoolExecutor(AT_ONCE) as pool:
            ids = list(pool.map(Api.writes, cycle(self.people or self.seat(3)), texts))
        self.written |= dict(zip(ids, texts, strict=True))
        return ids

    def lay(self, texts: Sequence[str], groups: Mapping[str, int]) -> None:
        """All the way to grouping: the first of these ideas lie in groups of such sizes, the others are loose."""
        self.go("diverge")
        ids = iter(self.write(texts))
        self.go("cluster")
        for name, size in groups.items():
            self.groups[name] = self.people[0].groups(islice(ids, size), name)

    def go(self, phase: str, **fields: object) -> None:
        """Opens a phase through all phases before it."""
        now = self.lead.sees()["phase"]
        at, to = PHASES.index(now), PHASES.index(phase)
        for step in PHASES[at + 1 : to + 1]:
            self.lead.do("open_phase", phase=step, **(fields if step == phase else {}))

    def places(self) -> dict[str, str | None]:
        """Every idea with the group it lies in."""
        seen = self.lead.sees()
        lies = {idea: cluster["cluster"] for cluster in seen["clusters"] for idea in cluster["members"]}
        return {idea["idea"]: lies.get(idea["idea"]) for idea in seen["ideas"]}

    def vote(self) -> None:
        """Everybody gives all dots, mostly to the first options."""
        paper = self.options()
        for at, person in enumerate(self.people):
            order = paper["options"][at % 2 :] + paper["options"][: at % 2]
            chosen = dict.fromkeys(order[: paper["dots"]], 1)
            person.do("cast_ballot", dots=chosen, bold=order[-1], done=True, round=paper["round"])

    def options(self) -> dict[str, Any]:
        """The ballot as it stands on everybody's page."""
        ballot = self.lead.boot()["meta"]["ballot"]
        return {
            "round": int(ballot["round"]),
            "dots": int(ballot["dots"]),
            "options": [one["option"] for one in ballot["options"]],
        }

    def decide(
        self,
        decision: str = "We pilot council-built sections on two sites.",
        why: str = "It got most dots.",
        owner: str = "Mara Ellis",
    ) -> None:
        """A wording on the first option of the count."""
        first = self.lead.boot()["meta"]["rounds"][-1]["tally"][0]["option"]
        self.lead.do("write_decision", decision=decision, why=why, owner=owner, shortlist=[first])
