"""How long the record of a whole town hall takes in each form: 900 ideas, 2,000 voters.

`python -m bench exports` prints and keeps the medians. A form is made as the server makes it, without the network; the
first typeset file also starts the typesetting process, which ends again when nobody needs it for a minute.
"""

import asyncio
import json
import time
from pathlib import Path
from statistics import median

from bench import machine
from board.decisions import record
from board.decisions.exports.formats import FORMATS
from board.records.canonical import Json
from board.records.exports.exporter import Exporter, Requester
from tests.decisions import samples

MOST_SECONDS = 2.0
"""what each form may take on a machine with two cores that do nothing else"""
ME = Requester("bench", "bench")


async def measure(exporter: Exporter, told: Json) -> tuple[dict[str, float], dict[str, int]]:
    """One pass: the seconds and the bytes of every form."""
    took, size = {}, {}
    for ending, file_format in FORMATS.items():
        began = time.perf_counter()
        content = await exporter.make(file_format, told, ME)
        took[ending], size[ending] = time.perf_counter() - began, len(content)
    return took, size


async def measure_all(told: Json, repeat: int) -> tuple[float, list[tuple[dict[str, float], dict[str, int]]]]:
    """The seconds of the first file after a start of the server, and all passes."""
    exporter = Exporter(most_cached=0)
    async with exporter.running():
        began = time.perf_counter()
        await exporter.make(FORMATS["pdf"], told, ME)
        first = time.perf_counter() - began
        # What is loaded once is loaded before.
        await measure(exporter, record.build(samples.alone()))
        return first, [await measure(exporter, told) for _ in range(repeat)]


def main(out: Path, *, repeat: int, quick: bool) -> int:
    """Prints the medians and keeps all passes."""
    told = record.build(samples.housing() if quick else samples.hall())
    first, measured = asyncio.run(measure_all(told, repeat))
    passes, sizes = [took for took, _ in measured], measured[0][1]
    medians = {ending: median(one[ending] for one in passes) for ending in passes[0]}
    on = machine.describe()
    ideas, voted = len(told["ideas"]), told["people"]["voted"]
    print(f"{machine.in_a_line(on)}\n{ideas:,} ideas, {voted:,} voters, {repeat} passes, medians\n")
    if quick:
        print("A quick run with a small board: the figures mean nothing.\n")
    for ending, took in medians.items():
        verdict = "reached" if took <= MOST_SECONDS else "missed"
        print(f"{took:>8.2f} s  .{ending:<5}{sizes[ending] / 1000:>9,.0f} kB  (≤ {MOST_SECONDS:g} s: {verdict})")
    print(f"{first:>8.2f} s  .pdf, the first one after a start")
    out.mkdir(parents=True, exist_ok=True)
    kept = {"machine": on, "medians": medians, "first_pdf": first, "bytes": sizes, "passes": passes}
    (out / f"{on['date']}-exports.json").write_text(json.dumps(kept, indent=1) + "\n")
    return 0
