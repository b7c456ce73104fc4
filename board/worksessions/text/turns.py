"""Decodes a large update in turns with everything else that the server does: a megabyte takes a tenth of a second."""

import asyncio

from board.worksessions.text.reading import reading
from board.worksessions.text.update import Limits, TextUpdate


async def read_in_turns(update: bytes, limits: Limits) -> TextUpdate:
    """What the update says. Raises RefusedUpdateError."""
    steps = reading(update, limits)
    while True:
        try:
            next(steps)
        except StopIteration as finished:
            found: TextUpdate = finished.value
            return found
        await asyncio.sleep(0)
