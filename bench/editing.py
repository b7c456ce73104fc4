"""People change texts or drag ideas at a steady rate, as in an ordinary hour of a board."""

import asyncio
import math
import random
from collections.abc import Sequence
from dataclasses import dataclass, field

from bench.clock import Change, Figures, Sent, Watch, Window, percentiles, send_open_loop, without_pauses
from bench.replica import Kind, Replica
from bench.rooms import FIRST, TEXT, Room
from bench.scene import KEEPERS, Author, DivergedError, LostError, Scene, everybody, until, write
from bench.workloads import Scenario, Workload

DRAGGING = 5
LATE_JOINERS = 3
PATIENCE = 20.0
"""seconds after the last change until a missing change counts as lost"""


@dataclass
class Place:
    """One room with its people and ideas."""

    room: Room
    people: list[Replica]
    probes: list[Replica]
    keepers: list[Replica]
    authors: list[Author]
    keys: list[str]
    texts: list[str] = field(default_factory=list)
    """keys of the texts that change"""


async def measure(scene: Scene, workload: Workload) -> Figures:
    """CPU per delivery, latency at the probes and bytes; raises LostError when anything differs from what was sent."""
    total = round(workload.rate * workload.seconds)
    drags = workload.scenario is Scenario.DRAG
    ideas = workload.people if drags else math.ceil(total / (workload.people * workload.rooms)) * workload.people
    places = [await _set(scene, workload, ideas) for _ in range(workload.rooms)]
    await asyncio.gather(*(_show(scene, place, drags=drags) for place in places))
    sent = Sent()
    watches = [Watch(probe, sent) for place in places for probe in place.probes]
    changes = _moves(places[0], total) if drags else _edits(places, total)
    replicas = [one for place in places for one in place.people]
    frames = sum(one.frames for one in replicas)
    await asyncio.sleep(0.5)
    with without_pauses():
        window = Window(scene.server, replicas)
        await send_open_loop(changes, workload.rate, sent)
        wanted = total * len(places[0].probes)
        seen = "changes never came to a probe"
        await until(lambda: sum(len(watch.latencies) for watch in watches) >= wanted, seen, within=PATIENCE)
        spent = window.end()
    await _settled(scene, places, sent)
    for place in places[: LATE_JOINERS if workload.rooms > 1 else 1]:
        place.keepers.append(await scene.join(place.room, (await place.room.entries(1))[0], Kind.KEEPER))
    for place in places:
        _check(place, sent, drags=drags)
    deliveries = total * (workload.people - 1)
    return (
        spent
        | percentiles([one for watch in watches for one in watch.latencies])
        | {
            "cpu_us": spent["cpu_s"] / deliveries * 1e6,
            "deliveries": deliveries,
            "deliveries_per_s": deliveries / spent["wall_s"],
            "bytes_per_delivery": spent["bytes_down"] / deliveries,
            "frames": sum(one.frames for one in replicas) - frames,
            "generator_late_ms": sorted(sent.late)[int(0.99 * total)],
        }
    )


async def _set(scene: Scene, workload: Workload, ideas: int) -> Place:
    """Opens a room in which everybody has written."""
    room = await scene.room(session=workload.session)
    await room.open_writing()
    single = workload.rooms == 1
    probes, keepers = (3, min(KEEPERS, workload.people - 3)) if single else (1, 1)
    people = await scene.seat(room, workload.people, probes=probes, keepers=keepers)
    # Light readers write too; the probes only watch where somebody else can write.
    authors = [Author(one, room.pen()) for one in people]
    keys = await write(room, authors, ideas, people[:probes])
    return Place(room, people, people[:probes], people[probes : probes + keepers], authors, keys)


async def _show(scene: Scene, place: Place, *, drags: bool) -> None:
    await scene.reveal(place.room, place.people)
    if drags:
        await place.room.open_grouping()
    else:
        place.texts = await place.room.open_texts(place.keys)
    await everybody(place.room, place.people)
    await until(
        lambda: all(probe.count(place.room.ideas) == len(place.keys) for probe in place.probes), "a probe lacks ideas"
    )
    root, wanted = place.room.texts, len(place.texts)
    await until(lambda: all(probe.count(root) >= wanted for probe in place.probes), "a probe lacks texts")


def _edits(places: Sequence[Place], total: int) -> list[Change]:
    """Each text in turn, by one author, in an order that is the same for every server."""

    def edit(author: Author, key: str) -> Change:
        def change(stamped: int) -> str:
            author.replica.send(author.pen.edit(key, f"{stamped} {TEXT}"))
            return key

        return change

    owned = [(place.authors[at % len(place.authors)], key) for place in places for at, key in enumerate(place.texts)]
    random.Random(7).shuffle(owned)  # noqa: S311 repeatable
    return [edit(*owned[at % len(owned)]) for at in range(total)]


def _moves(place: Place, total: int) -> list[Change]:
    """Some people drag one of their ideas each, in turn; they are not among the probes."""
    first = len(place.authors) - DRAGGING

    def move(author: Author, key: str) -> Change:
        def change(stamped: int) -> str:
            author.replica.send(author.pen.move(key, f"{stamped}V"))
            return key

        return change

    dragging = [move(place.authors[first + at], place.keys[first + at]) for at in range(DRAGGING)]
    return [dragging[at % DRAGGING] for at in range(total)]


async def _settled(scene: Scene, places: Sequence[Place], sent: Sent) -> None:
    """Waits until every command is answered and the slowest reader has what the probes have."""
    people = [one for place in places for one in place.people]
    if places[0].room.acknowledges:
        wanted = sent.changes + sum(len(place.keys) for place in places)
        answered = "a change was never answered"
        await until(lambda: sum(one.answered for one in people) == wanted, answered, within=PATIENCE)
    await asyncio.sleep(0.3)
    scene.check_sockets()
    for place in places:
        changed = any(key in sent.stamps for key in place.keys + place.texts)
        if changed and any(one.changes == 0 for one in place.people):
            raise LostError("a reader got no change at all")


def _check(place: Place, sent: Sent, *, drags: bool) -> None:
    """Checks that every stored replica shows exactly what was sent."""
    last = {key: sent.stamps[key][-1] for key in place.keys + place.texts if key in sent.stamps}
    ideas = dict.fromkeys(place.keys, FIRST)
    texts = dict.fromkeys(place.texts, FIRST)
    if not drags:
        texts |= {key: f"{at} {TEXT}" for key, at in last.items()}
    if place.room.texts == place.room.ideas:
        ideas |= texts
    for replica in place.probes + place.keepers:
        if replica.texts(place.room.ideas) != ideas or (texts and replica.texts(place.room.texts) != texts):
            raise DivergedError(f"a {replica.kind} does not show what was sent")
        shown = replica.root("places")
        if drags and any(shown[key]["rank"] != f"{at}V" for key, at in last.items()):
            raise DivergedError(f"a {replica.kind} shows an idea at another place")
