"""The `board` command as an operator runs it, to its end."""

import asyncio
import os
import sys
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[2]


class Ended(NamedTuple):
    """A command that has ended."""

    code: int
    said: str
    """on standard output"""
    complained: str
    """on standard error"""


async def begin(*arguments: str, **settings: str) -> asyncio.subprocess.Process:
    """Starts the command."""
    inherited = {name: value for name, value in os.environ.items() if not name.startswith(("BOARD_", "HOST", "PORT"))}
    pipe = asyncio.subprocess.PIPE
    return await asyncio.create_subprocess_exec(
        sys.executable, "-m", "board", *arguments, cwd=ROOT, env=inherited | settings, stdout=pipe, stderr=pipe
    )


async def board(*arguments: str, **settings: str) -> Ended:
    """Runs the command."""
    process = await begin(*arguments, **settings)
    said, complained = await process.communicate()
    assert process.returncode is not None
    return Ended(process.returncode, said.decode(), complained.decode())
