"""Typesetting processes that do what a test says, without a process."""

import asyncio
import contextlib
import json
from collections.abc import AsyncIterator
from dataclasses import replace

from board.records.exports.exporter import Exporter, Requester
from board.records.exports.format import Format
from board.records.exports.typeset_process import CannotStart
from board.records.exports.typesetting import Limits, Typesetting


def typeset(ending: str) -> Format:
    """A typeset format whose renderer exists in workshops only."""
    return Format(ending=ending, media_type="x/y", label=ending, menu=None, render=ending)


PDF, PNG, SVG = map(typeset, ("pdf", "png", "svg"))
JSON = replace(PDF, ending="json", render=lambda record: json.dumps(record).encode())


class Workshop:
    """Starts processes and keeps what they were asked for. A file is finished once `go` is set."""

    def __init__(self) -> None:
        self.begun, self.go = asyncio.Event(), asyncio.Event()
        self.asked: list[tuple[str, object, str | None]] = []
        self.processes: list[Fake] = []
        self.attempts = 0
        self.starts = True
        self.fault: Exception | None = None
        self.memory = 0

    async def start(self) -> "Fake":
        self.attempts += 1
        if not self.starts:
            raise CannotStart from FileNotFoundError("no such program")
        self.processes.append(Fake(self))
        return self.processes[-1]

    @property
    def numbers(self) -> list[object]:
        return [number for _, number, _ in self.asked]


class Fake:
    """One process of a workshop."""

    def __init__(self, workshop: Workshop) -> None:
        self._workshop = workshop
        self.files = 0
        self.memory = 0
        self.running = True
        self.ended = ""

    async def typeset(self, renderer: str, record: bytes, link: str | None, *, seconds: float) -> bytes:
        shop = self._workshop
        number = json.loads(record).get("n")
        shop.asked.append((renderer, number, link))
        self.files += 1
        shop.begun.set()
        async with asyncio.timeout(seconds):
            await shop.go.wait()
        self.memory = shop.memory
        if shop.fault is not None:
            raise shop.fault
        return f"{renderer} {number}".encode()

    async def close(self) -> None:
        self.running, self.ended = False, self.ended or "closed"

    async def kill(self) -> None:
        self.running, self.ended = False, self.ended or "killed"


@contextlib.asynccontextmanager
async def exporting(workshop: Workshop, limits: Limits | None = None) -> AsyncIterator[Exporter]:
    """An exporter whose files this workshop makes."""
    exporter = Exporter(Typesetting(limits, workshop.start))
    async with exporter.running():
        yield exporter


def ask(exporter: Exporter, number: object, board: str = "a", person: object = None) -> "asyncio.Task[bytes]":
    """Begins to ask for a file; a person of its own for each file, unless one is named."""
    return asyncio.create_task(exporter.make(PDF, {"n": number}, Requester(board, person or object())))
