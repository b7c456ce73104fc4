"""How long large records take in each form: a town hall with 900 ideas and 2,000 voters, and a recap with a long text.

`python -m bench exports` prints and keeps the medians. A form is made as the server makes it, without the network; the
first typeset file also starts the typesetting process, which ends again when nobody needs it for a minute.
"""

import asyncio
import json
import time
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from statistics import median

from bench import machine
from board.decisions import record
from board.decisions.exports import formats as decisions
from board.recaps import record as recap
from board.recaps.exports import formats as recaps
from board.recaps.material import Text
from board.records.canonical import Json
from board.records.exports.exporter import Exporter, Requester
from board.records.exports.format import Format
from tests.decisions import samples
from tests.recaps import samples as sessions
from tests.recaps.texts import chapters

MOST_SECONDS, MOST_SECONDS_RECAP = 2.0, 5.0
"""what each form of either record may take on a machine with two cores that do nothing else"""
CHARACTERS = 200_000
"""of the text of a session, which no page lets become longer"""
Pass = tuple[dict[str, float], dict[str, int]]
ME = Requester("bench", "bench")


async def measure(exporter: Exporter, told: Json, formats: Mapping[str, Format]) -> Pass:
    """One pass: the seconds and the bytes of every form."""
    took, size = {}, {}
    for ending, file_format in formats.items():
        began = time.perf_counter()
        content = await exporter.make(file_format, told, ME)
        took[ending], size[ending] = time.perf_counter() - began, len(content)
    return took, size


async def measure_all(told: Json, session: Json, repeat: int) -> tuple[float, list[Pass], list[Pass]]:
    """The seconds of the first file after a start of the server, and all passes of both records."""
    exporter = Exporter(most_cached=0)
    async with exporter.running():
        began = time.perf_counter()
        await exporter.make(decisions.FORMATS["pdf"], told, ME)
        first = time.perf_counter() - began
        # What is loaded once is loaded before.
        await measure(exporter, record.build(samples.alone()), decisions.FORMATS)
        await measure(exporter, recap.build(sessions.alone()), recaps.FORMATS)
        return (
            first,
            [await measure(exporter, told, decisions.FORMATS) for _ in range(repeat)],
            [await measure(exporter, session, recaps.FORMATS) for _ in range(repeat)],
        )


def main(out: Path, *, repeat: int, quick: bool) -> int:
    """Prints the medians and keeps all passes."""
    told = record.build(samples.housing() if quick else samples.hall())
    text = chapters(CHARACTERS // 100 if quick else CHARACTERS)
    session = recap.build(replace(sessions.zoning(), text=Text(text, len(text.split()), text.count("## "))))
    first, measured, recapped = asyncio.run(measure_all(told, session, repeat))
    on = machine.describe()
    ideas, voted = len(told["ideas"]), told["people"]["voted"]
    print(f"{machine.in_a_line(on)}\nload average {on['load_average']:.1f}, {repeat} passes, medians\n")
    if quick:
        print("A quick run with small records: the figures mean nothing.\n")
    print(f"A decision: {ideas:,} ideas, {voted:,} voters")
    kept = _printed(measured, MOST_SECONDS)
    print(f"{first:>8.2f} s  .pdf, the first one after a start\n\nA recap: a text of {len(text):,} characters")
    also = _printed(recapped, MOST_SECONDS_RECAP)
    out.mkdir(parents=True, exist_ok=True)
    whole = {"machine": on, **kept, "first_pdf": first, "recap": {"characters": len(text), **also}}
    (out / f"{on['date']}-exports.json").write_text(json.dumps(whole, indent=1) + "\n")
    return 0


def _printed(measured: list[Pass], most: float) -> dict[str, object]:
    """Prints a line for each form, and returns what is kept."""
    passes, sizes = [took for took, _ in measured], measured[0][1]
    medians = {ending: median(one[ending] for one in passes) for ending in passes[0]}
    for ending, took in medians.items():
        verdict = "reached" if took <= most else "missed"
        print(f"{took:>8.2f} s  .{ending:<5}{sizes[ending] / 1000:>9,.0f} kB  (≤ {most:g} s: {verdict})")
    return {"medians": medians, "bytes": sizes, "passes": passes}
