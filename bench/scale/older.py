"""Another version of this server beside this one, to see whether a change made it slower."""

import io
import subprocess
import sys
import tarfile
from pathlib import Path

from bench import peers
from bench.servers import ROOT


def checkout(revision: str) -> Path:
    """The tree of a commit, ready to run with an environment of its own. Exits with a sentence if there is none."""
    commit = _git("rev-parse", "--verify", "--quiet", "--short", f"{revision}^{{commit}}").decode().strip()
    if not commit:
        sys.exit(f"There is no commit {revision} here.")
    folder = peers.cache() / f"shortlist-{commit}"
    if not folder.exists():
        unpack(commit, folder)
    subprocess.run(["make", "--silent", "-C", str(folder), "ready-to-run"], check=True, stdout=sys.stderr)  # noqa: S603, S607
    return folder


def unpack(commit: str, folder: Path) -> None:
    """Writes the tree of a commit into a new folder, which is there once it is whole."""
    partial = folder.with_suffix(".partial")
    with tarfile.open(fileobj=io.BytesIO(_git("archive", commit))) as archive:
        archive.extractall(partial, filter="data")
    partial.rename(folder)


def _git(*arguments: str) -> bytes:
    """What git prints; nothing when it fails."""
    return subprocess.run(["git", *arguments], cwd=ROOT, stdout=subprocess.PIPE, check=False).stdout  # noqa: S603, S607
