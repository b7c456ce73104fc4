"""The big screen in all that it can show, at every size, with few ideas and many, is whole and large enough to read.

`e2e.big_screen` says what is looked for. What is wrong stands in the failure, one line each: where, at which size, with
how many ideas, in which element. `make soak` looks at every size with every filling.
"""

import os
from collections.abc import Callable

import pytest

from e2e.api import Table
from e2e.big_screen import faults
from e2e.big_screen_walk import Filling, walk
from e2e.conftest import People
from e2e.server import Server

PROJECTOR, TELEVISION, LARGEST = (1280, 720), (1920, 1080), (3840, 2160)
SIZES = (PROJECTOR, TELEVISION, LARGEST)
FILLINGS = (
    (Filling(5, people=4, groups=(0, 2)), (PROJECTOR, LARGEST)),
    (Filling(60), SIZES),
    (Filling(60, hard=True, groups=(0, 3, 9)), (PROJECTOR, LARGEST)),
    (Filling(200, people=60, groups=(0, 8, 14)), (PROJECTOR, LARGEST)),
)
EVERYTHING = (
    *((filling, SIZES) for filling, _ in FILLINGS),
    (Filling(5, people=16, groups=(0, 2), hard=True), SIZES),
    (Filling(200, people=50, groups=(0, 3, 8, 14), hard=True), SIZES),
)


@pytest.mark.parametrize(
    ("filling", "sizes"),
    [pytest.param(*one, id=str(one[0])) for one in (EVERYTHING if "SOAK" in os.environ else FILLINGS)],
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
    wrong = []
    for stage in walk(table, filling):
        stage.comes_large(screen)
        for width, height in sizes:
            screen.page.set_viewport_size({"width": width, "height": height})
            cell = f"{stage.name}, {width} × {height}, {filling} ideas"
            wrong += [f"{cell}: {fault}" for fault in faults(screen.page)]
    assert not wrong, "\n" + "\n".join(wrong)
