"""`python -m bench`: the whole comparison; `browser`: how fast the pages are; `exports`: how fast a large record is;
`catalogue`: what it costs PostgreSQL to forget; `scale`: one process and several;
`commits`: how many of them one PostgreSQL takes.
"""

import argparse
import os
import sys
from pathlib import Path

from bench import browser, catalogue, exports, machine, peers, picture, suite, table, workloads
from bench.scale import commits, comparison
from bench.scale.setups import SETUPS
from bench.servers import SERVERS

WHAT = ("servers", "browser", "exports", "catalogue", "scale", "commits")
RESULTS = Path(__file__).resolve().parent / "results"


def main() -> None:
    """Exits with 1 when a run was void."""
    parser = argparse.ArgumentParser(prog="bench", description="Speed, side by side.")
    parser.add_argument("what", nargs="?", choices=WHAT, default="servers")
    parser.add_argument(
        "--only",
        action="append",
        metavar="WORKLOAD",
        choices=[one.name for one in workloads.WORKLOADS],
        help=f"one of {', '.join(one.name for one in workloads.WORKLOADS)}; can be given several times",
    )
    parser.add_argument("--server", action="append", choices=SERVERS, help="can be given several times; all by default")
    parser.add_argument("--setup", action="append", choices=[one.name for one in SETUPS], help="of `scale`")
    parser.add_argument("--repeat", type=int, default=3, help="repetitions of every cell (3)")
    parser.add_argument("--quick", action="store_true", help="tiny loads, to see that everything runs")
    parser.add_argument("--boards", type=int, default=catalogue.BOARDS, help="of the catalogue (%(default)s)")
    parser.add_argument(
        "--minutes", type=float, default=catalogue.MINUTES, help="for opening them, each way (%(default)s)"
    )
    parser.add_argument("--old", metavar="REVISION", help="an older commit that `scale` compares on SQLite")
    parser.add_argument("--out", type=Path, help="folder for the results")
    chosen = parser.parse_args()
    # Figures of a quick run mean nothing and do not belong beside real ones.
    out = chosen.out or (peers.CACHE / "results" if chosen.quick else RESULTS)
    if chosen.what == "exports":
        sys.exit(exports.main(out, repeat=1 if chosen.quick else chosen.repeat, quick=chosen.quick))
    if chosen.what == "catalogue":
        sys.exit(catalogue.main(catalogue.QUICK if chosen.quick else chosen.boards, chosen.minutes))
    if chosen.what == "commits":
        sys.exit(commits.main(quick=chosen.quick))
    if chosen.what == "scale":
        repeat = 1 if chosen.quick else chosen.repeat
        only, among = chosen.only or (), chosen.setup or ()
        sys.exit(comparison.main(out, only, among, repeat=repeat, quick=chosen.quick, old=chosen.old))
    peers.prepare()
    if chosen.what == "browser":
        sys.exit(browser.main(out, repeat=1 if chosen.quick else chosen.repeat, quick=chosen.quick))
    sys.exit(_servers(chosen, out))


def _servers(chosen: argparse.Namespace, out: Path) -> int:
    on = machine.describe() | ({"quick": True} if chosen.quick else {})
    if os.getloadavg()[0] > machine.BUSY:
        print("Something else is running on this machine: the figures will be worse than they are.", file=sys.stderr)
    wanted = [one for one in workloads.WORKLOADS if not chosen.only or one.name in chosen.only]
    runs = []
    servers = [one for one in SERVERS if not chosen.server or one in chosen.server]
    repeat = 1 if chosen.quick else chosen.repeat
    for run in suite.run_all(wanted, servers, repeat=repeat, quick=chosen.quick):
        runs.append(run)
        print(table.line(run, workloads.find(run.workload)), file=sys.stderr, flush=True)
        _keep(out, runs, on)
    print(table.markdown(runs, on))
    print(f"Kept in {out / str(on['date'])}.json, .md and .svg", file=sys.stderr)
    return 1 if any(run.void is not None for run in runs) else 0


def _keep(out: Path, runs: list[suite.Run], on: dict[str, object]) -> None:
    """Written after every run, so that nothing is lost when it is stopped."""
    out.mkdir(parents=True, exist_ok=True)
    name = str(on["date"])
    (out / f"{name}.json").write_text(suite.as_json(runs, on))
    (out / f"{name}.md").write_text(table.markdown(runs, on))
    (out / f"{name}.svg").write_text(picture.svg(runs, on))


if __name__ == "__main__":
    main()
