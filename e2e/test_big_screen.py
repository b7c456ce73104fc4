"""The big screen in all that it can show, at every size, with few ideas and many, is whole and large enough to read.

`e2e.big_screen` says what is looked for. What is wrong stands in the failure, one line each: where, at which size, with
how many ideas, in which element; `pytest -s` prints what is known as well. `make soak` looks at every size with every
filling.
"""

import os
from collections.abc import Callable, Mapping
from itertools import chain

import pytest

from e2e.api import Table
from e2e.big_screen import Fault, faults
from e2e.big_screen_walk import Filling, walk
from e2e.conftest import People
from e2e.server import Server

PROJECTOR, TELEVISION, LARGEST = (1280, 720), (1920, 1080), (3840, 2160)
SIZES = (PROJECTOR, TELEVISION, LARGEST)
FILLINGS = (
    (Filling(5, people=4, groups=(0, 2)), (PROJECTOR, LARGEST)),
    (Filling(60), SIZES),
    (Filling(60, hard=True, groups=(0, 3, 9)), (PROJECTOR, LARGEST)),
    (Filling(200, people=30, groups=(0, 8, 14)), (PROJECTOR, LARGEST)),
)
EVERYTHING = (
    *((filling, SIZES) for filling, _ in FILLINGS),
    (Filling(5, people=16, groups=(0, 2), hard=True), SIZES),
    (Filling(200, people=50, groups=(0, 3, 8, 14), hard=True), SIZES),
)
SOAKING = "SOAK" in os.environ

NOT_YET: Mapping[str, Mapping[str, str]] = {}
"""what is still wrong: stage → what → the fillings with which it is. Nothing else may be wrong, and this has to be."""


@pytest.mark.parametrize(
    ("filling", "sizes"), [pytest.param(*one, id=str(one[0])) for one in (EVERYTHING if SOAKING else FILLINGS)]
)
def test_the_big_screen_shows_everything_large_enough_and_whole(
    server: Server,
    people: People,
    tables: Callable[..., Table],
    filling: Filling,
    sizes: tuple[tuple[int, int], ...],
) -> None:
    table = tables(server, **filling.settings)
    screen = people.watcher(table, reduced_motion="reduce")
    screen.opens(table.links["watch"])
    new, over = [], []
    for stage in walk(table, filling):
        stage.comes_large(screen)
        seen: dict[str, list[Fault]] = {}
        for width, height in sizes:
            screen.page.set_viewport_size({"width": width, "height": height})
            seen[f"{stage.name}, {width} × {height}, {filling} ideas"] = faults(screen.page)
        known = {
            what for what, where in NOT_YET.get(stage.name, {}).items() if SOAKING or str(filling) in where.split()
        }
        for cell, found in seen.items():
            new += [f"{cell}: {one}" for one in found if one.what not in known]
            print(*(f"{cell}, not yet: {one}" for one in found if one.what in known), sep="\n")
        over += [f"{stage.name}: {what}" for what in known - {one.what for one in chain(*seen.values())}]
    assert not new, "\n" + "\n".join(new)
    assert SOAKING or not over, f"No longer wrong with {filling} ideas: take it off NOT_YET: {'; '.join(over)}"
