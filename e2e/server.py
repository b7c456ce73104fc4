"""The real server as a person starts it: a process of its own, on a free port, with a database file of its own."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from http.client import HTTPConnection
from pathlib import Path

from e2e.played import ahead_file
from tests.ports import free_port

START = 120.0
LOADED = """
import runpy, sys
import board.server
print("loaded", flush=True)
sys.stdin.readline() or sys.exit()
runpy.run_module({module!r}, run_name="__main__")
"""
"""the command up to the moment at which it would begin"""


class Server:
    """Can be killed at any moment and started again on the same file and the same port."""

    def __init__(
        self, root: Path, folder: Path, *, hurried: bool = True, played: bool = False, **settings: str
    ) -> None:
        """`hurried` servers hold things for half a second only, `played` ones have a clock that `advance` moves.

        Settings are those of `board`, such as `language`.
        """
        self._settings = {f"BOARD_{name.upper()}": value for name, value in settings.items()}
        self._root = root
        self._ahead = 0.0
        self._port = free_port()
        self._log = folder / "server.log"
        self.database = folder / "shortlist.db"
        self.address = f"http://127.0.0.1:{self._port}"
        self._process: subprocess.Popen[bytes] | None = None
        self._module = "e2e.played" if played else "e2e.hurried" if hurried else "board"
        self._python = ["-m", self._module]

    @property
    def log(self) -> str:
        """The server's output so far."""
        return self._log.read_text() if self._log.exists() else ""

    def advance(self, seconds: float) -> None:
        """Time passes at once on a `played` server."""
        self._ahead += seconds
        unfinished = self.database.with_suffix(".unfinished")
        unfinished.write_text(str(self._ahead))
        unfinished.replace(ahead_file(self.database))

    def seed(self) -> str:
        """A board in every phase; returns what `board seed` prints. Before the start."""
        return subprocess.run(
            [sys.executable, *self._python, "seed"],
            cwd=self._root,
            env=self._environment(),
            check=True,
            capture_output=True,
            text=True,
        ).stdout

    def start(self) -> None:
        """Returns when it answers."""
        self._process = self._begin()
        self._await(self._answers, self._process)

    def restart(self) -> None:
        """Stops it as a supervisor does for a new version, and starts it again at once.

        The next process is loaded before: a busy machine takes longer to load it than pages wait until they say that
        they are offline.
        """
        following = self._begin("-c", LOADED.format(module=self._module), stdin=subprocess.PIPE)
        self._await(lambda: self.log.endswith("loaded\n"), following)
        self.terminate()
        self._process = following
        if following.stdin is not None:
            following.stdin.write(b"\n")
            following.stdin.close()
        self._await(self._answers, following)

    def _begin(self, *python: str, stdin: int = subprocess.DEVNULL) -> subprocess.Popen[bytes]:
        with self._log.open("ab") as log:
            return subprocess.Popen(
                [sys.executable, *(python or self._python), "run"],
                cwd=self._root,
                env=self._environment(),
                stdin=stdin,
                stdout=log,
                stderr=subprocess.STDOUT,
            )

    def _await(self, condition: Callable[[], bool], process: subprocess.Popen[bytes]) -> None:
        give_up = time.monotonic() + START
        while not condition():
            if process.poll() is not None or time.monotonic() > give_up:
                raise RuntimeError(f"The server did not start:\n{self.log}")
            time.sleep(0.05)

    def becomes(self, python: str) -> None:
        """From the next start on it is this Python, which gets the same arguments: another version of the server."""
        self._python = ["-c", python]

    def kill(self) -> None:
        """Kills it as a power cut does."""
        self._end(signal.SIGKILL)

    def stop(self) -> None:
        """Stops it as Ctrl+C does."""
        self._end(signal.SIGINT)

    def terminate(self) -> None:
        """Stops it as a supervisor does for a new version."""
        self._end(signal.SIGTERM)

    def _end(self, how: signal.Signals) -> None:
        if self._process is None:
            return
        self._process.send_signal(how)
        try:
            self._process.wait(timeout=15)
        finally:
            self._process.kill()
            self._process = None

    def _answers(self) -> bool:
        asked = HTTPConnection("127.0.0.1", self._port, timeout=10)
        try:
            asked.request("GET", "/health")
            return asked.getresponse().read() == b"ok"
        except OSError:
            return False
        finally:
            asked.close()

    def _environment(self) -> dict[str, str]:
        rest = {name: value for name, value in os.environ.items() if not name.startswith("BOARD_")}
        rest.pop("HOST", None)
        rest.pop("PORT", None)
        # All tests create their boards from one address.
        many = {"BOARD_BOARDS_PER_MINUTE": "10000", "BOARD_BOARDS_PER_HOUR": "10000"}
        rest |= many | self._settings
        return rest | {"BOARD_PORT": str(self._port), "BOARD_DATABASE_URL": f"sqlite:///{self.database}"}
