"""How long the record of a whole town hall takes in each form: 900 ideas, 2,000 voters.

`python -m bench exports` prints and keeps the medians. A form is made as the server makes it, without the network.
"""

import json
import time
from pathlib import Path
from statistics import median

from bench import machine
from board.decisions import record
from board.decisions.exports import FORMS
from tests.decisions import samples

MOST_SECONDS = 2.0
"""what each form may take on a machine with two cores that do nothing else"""


def measure(told: record.Json) -> tuple[dict[str, float], dict[str, int]]:
    """One pass: the seconds and the bytes of every form."""
    took, size = {}, {}
    for ending, (_, make) in FORMS.items():
        began = time.perf_counter()
        content = make(told)
        took[ending], size[ending] = time.perf_counter() - began, len(content)
    return took, size


def main(out: Path, *, repeat: int, quick: bool) -> int:
    """Prints the medians and keeps all passes."""
    told = record.build(samples.housing() if quick else samples.hall())
    # What is loaded once, fonts above all, is loaded before.
    measure(record.build(samples.alone()))
    measured = [measure(told) for _ in range(repeat)]
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
    out.mkdir(parents=True, exist_ok=True)
    kept = {"machine": on, "medians": medians, "bytes": sizes, "passes": passes}
    (out / f"{on['date']}-exports.json").write_text(json.dumps(kept, indent=1) + "\n")
    return 0
