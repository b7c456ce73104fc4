"""A process on a network of its own, and two cables: one to the database, which can be cut, and one to people.

`python -m tests.scale.cable` is the `board` command in such a network. It begins when its address is there. The network
goes when the process goes.
"""

import os
import select
import shutil
import socket
import subprocess
import sys
from dataclasses import dataclass

from tests.brainstorm.running import eventually

INSIDE = "inside"
LOOK = 0.05
BENCH = "198.18"
"""of the networks that are for tests alone (RFC 2544)"""


def why_not() -> str:
    """What is missing for it; empty when nothing is."""
    if not all(map(shutil.which, ("ip", "unshare", "nsenter"))):
        return "needs ip, unshare and nsenter"
    try:
        _run("unshare", "--net", "ip", "link", "add", "type", "veth")
    except subprocess.CalledProcessError:
        return "may make no network"
    return ""


def _run(*command: str) -> None:
    subprocess.run(command, check=True, stdin=subprocess.DEVNULL, capture_output=True)


@dataclass
class Cables:
    """From this network to that of a process. Each has two addresses: ours, and the process's."""

    number: int = os.getpid()
    """another for each test run, since names and addresses are the machine's"""

    def _address(self, cable: int, end: int) -> str:
        return f"{BENCH}.{self.number % 256}.{self.number // 256 % 32 * 8 + cable * 4 + end}"

    @property
    def ours(self) -> str:
        """Where the process finds the database."""
        return self._address(0, 1)

    @property
    def theirs(self) -> str:
        """Where people find the process."""
        return self._address(1, 2)

    def _name(self, cable: int) -> str:
        return f"sl{self.number}-{cable}"

    async def join(self, pid: int) -> None:
        """Lays both, once the process has a network of its own."""
        network = f"/proc/{pid}/ns/net"
        await eventually(lambda: os.readlink(network) != os.readlink("/proc/self/ns/net"), within=60)  # noqa: PTH115
        within = ("nsenter", f"--net={network}", "ip")
        for cable in range(2):
            name, there = self._name(cable), f"to-us-{cable}"
            _run("ip", "link", "add", name, "type", "veth", "peer", "name", there, "netns", str(pid))
            _run("ip", "addr", "add", f"{self._address(cable, 1)}/30", "dev", name)
            _run("ip", "link", "set", name, "up")
            _run(*within, "addr", "add", f"{self._address(cable, 2)}/30", "dev", there)
            _run(*within, "link", "set", there, "up")

    def cut(self) -> None:
        """Nothing passes between the process and the database, and no connection closes."""
        _run("ip", "link", "set", self._name(0), "down")

    def heal(self) -> None:
        _run("ip", "link", "set", self._name(0), "up")


def _wait_for(host: str) -> None:
    while True:
        try:
            socket.create_server((host, 0)).close()
        except OSError:
            select.select([], [], [], LOOK)
        else:
            return


if __name__ == "__main__":
    if sys.argv[1:] != [INSIDE]:
        inside = ["unshare", "--net", sys.executable, "-m", "tests.scale.cable", INSIDE]
        os.execvp(inside[0], inside)  # noqa: S606 no shell is wanted
    from board.__main__ import main

    _wait_for(os.environ["BOARD_HOST"])
    sys.argv[1:] = []
    main()
