"""The real typesetting process: what it makes, what bounds it, and that the server loads nothing of it."""

import asyncio
import json
import subprocess
import sys
from collections.abc import AsyncIterator
from pathlib import Path
from pkgutil import resolve_name

import pytest

from board.decisions import record
from board.decisions.exports.formats import FORMATS
from board.errors import Unavailable
from board.records.canonical import Json
from board.records.exports import pipe, typeset_process
from board.records.exports.exporter import Exporter, Requester
from board.records.exports.typeset_process import CannotStart, Died, Failed, TypesetProcess
from board.records.exports.typesetting import MIB, Limits, Typesetting
from board.words import language
from board.words.pseudo import OPEN
from tests.brainstorm.running import ROOT, eventually
from tests.decisions import samples

LINK = "https://shortlist.example.org/decisions/1"
HOSTILE = record.build(samples.hostile())
TYPESET = {ending: one.render for ending, one in FORMATS.items() if isinstance(one.render, str)}
PDF, PNG = TYPESET["pdf"], TYPESET["png"]
DESCRIPTORS = Path("/proc/self/fd")
LONG = 45.0
"""seconds that a file may take on a busy machine"""


@pytest.fixture
async def process() -> AsyncIterator[TypesetProcess]:
    started = await TypesetProcess.start()
    yield started
    await started.close()


READY = pipe.frames(b'{"memory": 1, "failed": null}', b"")


def program(monkeypatch: pytest.MonkeyPatch, body: str, *, ready: bool = True) -> None:
    """Stands in for the typesetter: the pipes are real, `body` is what it does with its first request."""
    code = f"import os, sys, signal\nos.write(1, {READY if ready else b''!r})\nsys.stdin.buffer.read(4)\n{body}"
    monkeypatch.setattr(typeset_process, "COMMAND", (sys.executable, "-c", code))


def as_json(told: Json) -> bytes:
    return json.dumps(told).encode()


@pytest.mark.parametrize("ending", TYPESET)
async def test_its_files_are_those_of_the_renderers(process: TypesetProcess, ending: str) -> None:
    made = await process.typeset(TYPESET[ending], as_json(HOSTILE), LINK, seconds=LONG)
    assert made == resolve_name(TYPESET[ending])(json.loads(as_json(HOSTILE)), LINK)


async def test_a_file_is_in_the_language_in_which_it_was_asked_for() -> None:
    exporter = Exporter()
    async with exporter.running():
        english = await exporter.make(FORMATS["svg"], HOSTILE, Requester("a", 1), sha256="0" * 64)
        before = language.set("en-XA")
        other = await exporter.make(FORMATS["svg"], HOSTILE, Requester("a", 1), sha256="0" * 64)
        language.reset(before)
    assert [OPEN in file.decode() for file in (english, other)] == [False, True]


async def test_it_goes_on_after_a_record_that_it_cannot_read_and_quotes_nothing(process: TypesetProcess) -> None:
    with pytest.raises(Failed) as failed:
        await process.typeset(PDF, b'{"secret words": 1}', LINK, seconds=LONG)
    assert str(failed.value) == "KeyError"
    with pytest.raises(Failed, match="JSONDecodeError"):
        await process.typeset(PDF, b"secret words", LINK, seconds=LONG)
    assert (await process.typeset(PNG, as_json(HOSTILE), None, seconds=LONG)).startswith(b"\x89PNG")
    assert (process.files, process.running) == (3, True)
    assert process.memory > 10 * MIB


async def test_it_gets_nothing_of_the_servers_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BOARD_DATABASE_URL", "sqlite:////secret")
    monkeypatch.setenv("HOME", "/home/somebody")
    kept = typeset_process._environment()
    assert kept["HOME"] == "/home/somebody"
    assert not [name for name in kept if name not in (*typeset_process.PASSED_ON, "PYTHONPATH")]
    assert not [part for part in typeset_process.COMMAND if "secret" in part]


@pytest.mark.parametrize("module", ["board.app", "board.server"])
def test_the_server_loads_neither_the_typesetter_nor_a_font(module: str) -> None:
    code = f"import sys, {module}; print([name for name in sys.modules if 'typst' in name or 'font' in name])"
    said = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert said.stdout.strip() == "[]"


# --- its end ---------------------------------------------------------------------------------------------------------


async def test_it_ends_when_it_gets_no_more_work(process: TypesetProcess) -> None:
    assert process.running
    await process.close()
    assert process._process.returncode == 0


async def test_a_process_that_hangs_is_killed_and_the_next_file_is_made(monkeypatch: pytest.MonkeyPatch) -> None:
    typesetting = Typesetting(Limits(seconds=0.5))
    exporter = Exporter(typesetting)
    async with exporter.running():
        with monkeypatch.context() as hanging:
            program(hanging, "signal.pause()")
            with pytest.raises(Unavailable, match="typesetting_slow"):
                await exporter.make(FORMATS["pdf"], {}, Requester("a", 1))
        typesetting._limits = Limits()
        assert (await exporter.make(FORMATS["png"], HOSTILE, Requester("a", 1))).startswith(b"\x89PNG")


@pytest.mark.parametrize(
    "body",
    [
        "sys.exit(0)",
        "os.kill(os.getpid(), 9)",
        "os.write(1, b'\\xff' * 200)",
        "os.write(1, b'\\0\\0\\0\\4nope' * 2); sys.stdin.buffer.read()",
        "os.write(1, b'\\0\\0\\0\\x14half an answer')",
    ],
    ids=["leaves", "killed", "too large", "no answer", "half an answer"],
)
async def test_a_process_that_breaks_in_the_middle_of_a_file_is_noticed(
    monkeypatch: pytest.MonkeyPatch, body: str
) -> None:
    program(monkeypatch, body)
    process = await TypesetProcess.start()
    try:
        with pytest.raises(Died):
            # More than a pipe holds: a write ends with its reader.
            await process.typeset(PDF, b"x" * MIB, None, seconds=LONG)
    finally:
        await process.kill()
    assert not process.running


@pytest.mark.parametrize(
    "command", [("/nowhere/python",), (sys.executable, "-c", ""), (sys.executable, "-c", "import no_such_package")]
)
async def test_a_process_that_does_not_get_ready_cannot_start(
    monkeypatch: pytest.MonkeyPatch, command: tuple[str, ...]
) -> None:
    monkeypatch.setattr(typeset_process, "COMMAND", command)
    with pytest.raises(CannotStart):
        await TypesetProcess.start()


async def test_a_process_that_never_gets_ready_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(typeset_process, "START", 0.3)
    program(monkeypatch, "", ready=False)
    with pytest.raises(CannotStart):
        await TypesetProcess.start()


def test_alone_it_ends_in_the_middle_of_a_file() -> None:
    """The server was killed while a file was made: nobody reads the answer and nobody ends the process but itself."""
    code = (
        "from board.records.exports import typesetter, typeset; import signal\n"
        "typesetter.ORPHANED = 0.2; typesetter.resolve_name = lambda _: lambda *_: signal.pause()\n"
        "typeset.faces = lambda: None; typesetter.main()"
    )
    head = json.dumps({"renderer": PDF, "link": None, "seconds": 0.1, "language": "en"}).encode()
    ended = subprocess.run([sys.executable, "-c", code], cwd=ROOT, input=pipe.frames(head, b"{}"), capture_output=True)
    assert ended.returncode == -14
    assert ended.stderr == b""


@pytest.mark.skipif(sys.platform != "linux", reason="other systems do not limit the data of a process")
def test_its_memory_has_a_bound_and_no_core_is_written() -> None:
    code = (
        "from board.records.exports import typesetter; import resource\n"
        "typesetter._limit_itself(); assert resource.getrlimit(resource.RLIMIT_CORE)[0] == 0\n"
        "bytearray(typesetter.MOST_MEMORY // 4)\n"
        "try: bytearray(typesetter.MOST_MEMORY)\n"
        "except MemoryError: print('bounded')"
    )
    said = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert said.stdout == "bounded\n"


def test_what_a_library_prints_does_not_get_between_the_frames() -> None:
    code = (
        "from board.records.exports import typesetter; import os\n"
        "out = typesetter._take_stdout(); print('noise', flush=True); os.write(1, b'noise'); out.write(b'answer')"
    )
    said = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, check=True)
    assert said.stdout == b"answer"


def test_nothing_is_left_open_on_the_plain_loop_of_python() -> None:
    """The other tests run on uvloop. Warnings are errors: a transport that is never closed fails this one."""

    async def both_ways_to_end() -> None:
        closed, killed = await TypesetProcess.start(), await TypesetProcess.start()
        await closed.close()
        asked = asyncio.create_task(killed.typeset(PDF, as_json(HOSTILE), None, seconds=LONG))
        await asyncio.wait({asked}, timeout=0.05)
        asked.cancel()
        await asyncio.wait({asked})
        await killed.kill()

    asyncio.run(both_ways_to_end())


def open_descriptors() -> int:
    return len(list(DESCRIPTORS.iterdir()))


@pytest.mark.skipif(not DESCRIPTORS.exists(), reason="this system does not show open descriptors")
async def test_processes_that_were_replaced_leave_no_descriptors_open() -> None:
    exporter = Exporter(Typesetting(Limits(files=1)), most_cached=0)
    async with exporter.running():
        await exporter.make(FORMATS["png"], HOSTILE, Requester("a", 1))
        before = open_descriptors()
        for _ in range(3):
            await exporter.make(FORMATS["png"], HOSTILE, Requester("a", 1))
        await eventually(lambda: open_descriptors() <= before)
