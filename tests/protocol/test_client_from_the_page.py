"""`docs/protocol.md` is enough: a client that was written from it plays a whole board."""

import ast
import asyncio
import hashlib
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.brainstorm.running import Server
from tests.protocol import client
from tests.protocol.client import Client, new_board

PIA, BEN, EVE = "Plant trees", "Cap the rents", "عدد أقل من السيارات 🚲"


@pytest.fixture
async def people(server: Server) -> AsyncIterator[list[Client]]:
    """The facilitator, three participants, and a watcher."""
    links = await new_board(server.base, question="What should the city do?")
    people = [Client(server.base) for _ in range(5)]
    for person, role in zip(people, ("facilitate", *["participate"] * 3, "watch"), strict=True):
        await person.join(links[role])
    yield people
    for person in people:
        await person.leave()


def test_the_client_knows_nothing_of_the_product() -> None:
    tree = ast.parse(Path(client.__file__).read_text("utf-8"))
    names = [one.module or "" for one in ast.walk(tree) if isinstance(one, ast.ImportFrom)]
    names += [alias.name for one in ast.walk(tree) if isinstance(one, ast.Import) for alias in one.names]
    assert not {name.partition(".")[0] for name in names} & {"board", "frontend", "tests"}


async def test_it_plays_a_whole_board(people: list[Client]) -> None:
    leads, pia, ben, eve, watcher = people

    async def opens(phase: str) -> None:
        assert (await leads.do("open_phase", phase=phase))["answer"] == "ok"
        for person in people:
            await person.until(lambda page: page.whole and page.meta("phase") == phase)

    await opens("diverge")
    for person, text in ((pia, PIA), (ben, BEN), (eve, EVE)):
        assert (await person.write(text))["answer"] == "ok"
    assert (await watcher.write("I only watch"))["answer"] == "refused"
    await watcher.until(lambda page: page.notice["counts"]["ideas"] == 3)
    assert not watcher.root("ideas"), "hidden until the reveal"

    await opens("reveal")
    assert sorted(watcher.root("ideas").values()) == sorted((PIA, BEN, EVE))
    assert sorted(watcher.root("numbers").values()) == [1, 2, 3]
    assert (await ben.write("Free buses"))["answer"] == "late"
    assert (await leads.do("admit_late"))["answer"] == "ok"
    await pia.until(lambda page: len(page.root("ideas")) == 4)

    await opens("cluster")
    id_of = {text: idea for idea, text in pia.root("ideas").items()}
    group = "00000000-0000-4000-8000-000000000001"
    merged = await pia.do("merge", merge=group[:-1] + "2", **{"from": [id_of[PIA], id_of[EVE]]}, into=group, name="Air")
    assert merged["answer"] == "ok"
    await watcher.until(lambda page: group in page.root("clusters"))
    assert watcher.root("clusters")[group]["letter"] == "A"

    await opens("vote")
    options = [option["option"] for option in ben.meta("ballot")["options"]]
    assert options[0] == group
    assert set(options) == {group, id_of[BEN], id_of["Free buses"]}
    chosen = {pia: [group, id_of[BEN]], ben: [id_of[BEN]], eve: [group]}
    for person, dots in chosen.items():
        assert (await person.vote(dots, bold=id_of["Free buses"]))["answer"] == "ok"
    await leads.until(lambda page: page.notice["counts"]["done"] == 3)
    assert not leads.meta("rounds"), "no count before the vote is closed"

    await opens("decide")
    tally = {line["option"]: (line["dots"], line["bold"]) for line in watcher.meta("rounds")[0]["tally"]}
    assert tally == {group: (2, 0), id_of[BEN]: (2, 0), id_of["Free buses"]: (0, 3)}
    written = {"decision": "We plant trees.", "owner": "Mara", "shortlist": [group], "after": 0}
    assert (await leads.do("write_decision", **written))["answer"] == "ok"
    await asyncio.gather(*(person.until(lambda page: page.meta("consent")) for person in (pia, ben, eve)))
    for person, level in ((pia, 5), (ben, 3), (eve, 4)):
        answered = await person.do("answer_consent", level=level, n=int(person.meta("consent")["n"]))
        assert answered["answer"] == "ok"
    assert (await leads.do("close_consent"))["answer"] == "ok"

    sha256 = (await leads.do("freeze"))["decision"]
    await watcher.until(lambda page: page.whole and page.meta("frozen") == sha256)
    content = (await watcher.http.get(f"/decisions/{sha256}.json")).content
    assert hashlib.sha256(content).hexdigest() == sha256
    record = (await watcher.http.get(f"/decisions/{sha256}.json")).json()
    assert record["decision"] == "We plant trees."
    assert [line["option"] for line in record["shortlist"]] == [group, id_of["Free buses"]], "and the bold winner"
    for person, dots in chosen.items():
        assert sorted(person.own_dots(record)) == sorted(dots)
    assert watcher.own_dots(record) == []
