"""Real Yjs judges: whatever is done, and wherever connections break, every replica ends as the server's document.

`REFEREE_SEEDS=5000 pytest tests/brainstorm/test_referee.py -o timeout=0` runs the long version. A seed that failed is
written into `tests/data/referee_seeds.txt` and tried first from then on.
"""

import asyncio
import os
import random
import uuid
from collections import Counter
from collections.abc import Sequence

import pytest

from board.canvas.writer import ROOTS
from tests.brainstorm.clients import Tab, Written, draft
from tests.brainstorm.node import Script, running
from tests.brainstorm.readers import STEPS, InNode, InPycrdt, Reader, Replica, canonical, moment
from tests.brainstorm.running import ROOT, Server
from tests.brainstorm.wire import Json
from tests.cast import STEPS as PHASES
from tests.cast import Group, gather

SEEDS = int(os.environ.get("REFEREE_SEEDS", "10"))
KEPT = ROOT / "tests" / "data" / "referee_seeds.txt"
ROUNDS = 14
BREAKS = 8
PATIENCE = 15.0

pytestmark = pytest.mark.timeout(60 + 3 * SEEDS)


class Play:
    """What people do on one board, by chance of one seed."""

    def __init__(self, group: Group, chance: random.Random) -> None:
        self.group = group
        self.chance = chance
        self.ideas: list[tuple[Tab, Written]] = []
        self.clusters: list[str] = []
        self.merges: list[str] = []
        self.questions: list[tuple[Written, str]] = []

    async def round(self) -> None:
        """Some commands at once, so that they share a batch; now and then another phase, or a reload of the board."""
        acts = [self._act() for _ in range(self.chance.randint(1, 6))]
        sent = [(tab, await tab.send(do, **fields)) for tab, do, fields in acts]
        if self.chance.random() < 0.15:
            self.group.server.rooms._open[self.group.board].inbox.stale = True
        for tab, request in sent:
            await tab.answer(request)
        if self.chance.random() < 0.4:
            now = PHASES.index(self.group.fay.phase)
            on = PHASES[min(now + 1, 5)]
            await self.group.opens(self.chance.choice([on, on, on, PHASES[max(1, now - 1)]]))

    def _act(self) -> tuple[Tab, str, Json]:
        chance = self.chance
        tab = chance.choice([self.group.pia, self.group.ben])
        writer, idea = chance.choice(self.ideas) if self.ideas else (tab, draft("none"))
        cluster = (
            chance.choice(self.clusters) if self.clusters else str(uuid.UUID(int=chance.getrandbits(128), version=4))
        )
        own: Json = {"idea": idea.id, "secret": idea.secret}
        new = str(uuid.UUID(int=chance.getrandbits(128), version=4))
        acts: dict[str, Sequence[tuple[Tab, str, Json]]] = {
            "diverge": [
                (writer, "edit_idea", own | {"text": f"edited {chance.random()}"}),
                (writer, "withdraw_idea", own),
            ],
            "reveal": [
                (writer, "edit_idea", own | {"text": f"wörded «{chance.random()}» 🎲\n\u2028"}),
                (writer, "withdraw_idea", own),
                (writer, "sign_idea", own | {"name": chance.choice(["Pia", "Ben", ""])}),
                (self.group.fay, "hide_idea", {"idea": idea.id, "hidden": chance.random() < 0.6}),
                (self.group.fay, "highlight_idea", {"idea": chance.choice([None, idea.id]), "as": "page"}),
                (self.group.fay, "merge", {"merge": new, "into": cluster, "from": [idea.id]}),
                (self.group.fay, "undo_merge", {"merge": chance.choice(self.merges) if self.merges else new}),
                (self.group.fay, "admit_late", {}),
                (tab, "ask", {"question": new, "idea": idea.id, "text": f"Why {chance.random()}?"}),
                *self._about(writer),
                (tab, "set_ready", {"ready": chance.random() < 0.7}),
            ],
            "cluster": [
                (tab, "place_idea", {"idea": idea.id, "cluster": chance.choice([None, cluster])}),
                (tab, "place_idea", {"idea": idea.id, "cluster": cluster}),
                (tab, "name_cluster", {"cluster": chance.choice([new, cluster]), "name": f"group {chance.random()}"}),
                (tab, "dissolve_cluster", {"cluster": cluster}),
                (tab, "merge", {"merge": new, "into": cluster, "from": [idea.id]}),
                (self.group.fay, "highlight_idea", {"idea": cluster}),
                (tab, "undo_merge", {"merge": chance.choice(self.merges) if self.merges else new}),
                (self.group.fay, "set_aside", {"option": idea.id, "aside": chance.random() < 0.5}),
            ],
            "decide": [(self.group.fay, "highlight_idea", {"idea": idea.id})],
        }
        choice = chance.choice(acts.get(self.group.fay.phase, []) or [(tab, "cast_ballot", {"dots": {}})])
        if self.group.fay.phase in ("diverge", "reveal") and (not self.ideas or chance.random() < 0.5):
            written = Written(new, draft("").secret, f"idea {chance.random()}")
            self.ideas.append((tab, written))
            return tab, "add_idea", {"idea": written.id, "text": written.text, "secret": written.secret}
        if choice[1] == "ask":
            self.questions.append((idea, new))
        if choice[1] == "name_cluster":
            self.clusters.append(str(choice[2]["cluster"]))
        if choice[1] == "merge":
            self.merges.append(new)
            self.clusters.append(str(choice[2]["into"]))
        return choice

    def _about(self, writer: Tab) -> Sequence[tuple[Tab, str, Json]]:
        """What is done to a question that was asked."""
        if not self.questions:
            return []
        idea, question = self.chance.choice(self.questions)
        text = f"because {self.chance.random()}"
        return [
            (writer, "answer_question", {"question": question, "text": text, "secret": idea.secret}),
            (self.group.fay, "hide_question", {"question": question, "hidden": self.chance.random() < 0.6}),
        ]


async def judge(server: Server, script: Script, seed: int) -> Counter[str]:
    """Plays one seed; returns where connections broke. Fails when a replica ends otherwise than the server."""
    chance = random.Random(seed)
    async with gather(server) as group:
        number = seed * 10
        replicas: list[Replica] = [InNode(script, number), InNode(script, number + 1), InPycrdt()]
        names = ("ben", "olu", "fay")
        readers = [
            Reader(group.browser(name), replica, random.Random(chance.random()), BREAKS)
            for name, replica in zip(names, replicas, strict=True)
        ]
        try:
            await group.opens("diverge")
            play = Play(group, chance)
            for _ in range(ROUNDS):
                await play.round()
            for reader in readers:
                reader.calm()
            await server.rooms.journal.drain()
            await agree(group, readers)
        finally:
            for reader in readers:
                await reader.close()
            for n in (number, number + 1):
                await script.ask(n=n, do="close")
    return Counter(step for reader in readers for step in reader.broke)


async def agree(group: Group, readers: Sequence[Reader]) -> None:
    """All pages hold the same bytes as a late joiner and as the server."""
    late_comer = await group.browser("pia").open()
    truth = canonical(late_comer.all())
    canvas = group.server.rooms._open[group.board].board.canvas
    assert truth == canonical({root: canvas.plain(root) for root in ROOTS})
    fresh = InPycrdt()
    for frame in late_comer.frames:
        await fresh.take(frame)
    vector = (await fresh.state())[1]
    give_up = asyncio.get_running_loop().time() + PATIENCE
    for reader in readers:
        state: tuple[str | None, dict[int, int]] = (None, {})
        while asyncio.get_running_loop().time() < give_up and state != (truth, vector):
            await moment(0.005)
            state = await reader.replica.state()
        assert state == (truth, vector), f"{type(reader.replica).__name__} after {reader.broke}"


def kept() -> list[int]:
    return [int(line) for line in KEPT.read_text().split()] if KEPT.exists() else []


async def test_every_replica_ends_as_the_server(server: Server) -> None:
    broke: Counter[str] = Counter()
    first = random.SystemRandom().randrange(1, 2**40)
    async with running("replicas.mjs") as script:
        for seed in [*kept(), *range(first, first + SEEDS)]:
            try:
                broke += await judge(server, script, seed)
            except BaseException as error:
                if not isinstance(error, asyncio.CancelledError) and seed not in kept():
                    KEPT.write_text("".join(f"{one}\n" for one in [*kept(), seed]))
                error.add_note(f"seed {seed}")
                raise
    assert broke.keys() == set(STEPS), f"a run that breaks connections at every step breaks them at all: {broke}"
