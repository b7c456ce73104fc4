"""PostgreSQL, nginx and Caddy for these tests. `python -m tests.scale.installing` fetches on Debian what is missing.

PostgreSQL is installed, since it runs as another user, who may not reach this folder. nginx and Caddy are unpacked.
"""

import os
import re
import shutil
import sys
from pathlib import Path

from e2e.chromium import apt_install, may_use_apt
from tests.web import proxies

DEBIAN = Path("/usr/lib/postgresql")
"""where Debian keeps each version in a folder of its own, outside of PATH"""


def find(name: str) -> str | None:
    """A program of PostgreSQL, of the newest version that is installed."""
    versions = sorted(DEBIAN.glob("*/bin"), key=lambda path: [int(part) for part in re.findall(r"\d+", str(path))])
    return shutil.which(name, path=os.pathsep.join(map(str, reversed(versions)))) or shutil.which(name)


def missing() -> list[str]:
    """The Debian packages whose programs are not there."""
    found = {"postgresql": find("postgres") and find("initdb")} | {one: proxies.find(one) for one in proxies.NAMES}
    return [package for package, program in found.items() if not program]


def main() -> None:
    if "postgresql" in missing() and may_use_apt():
        apt_install("postgresql")
    proxies.fetch()
    if left := missing():
        sys.exit(f"These tests need {', '.join(left)} (on Debian: apt-get install {' '.join(left)}).")


if __name__ == "__main__":
    main()
