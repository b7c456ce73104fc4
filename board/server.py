"""The server as the `board` command starts it: log, web server, examples."""

import asyncio
import gc
import logging
import sys
from datetime import date
from functools import partial
from typing import Any

import uvicorn

from board import seed as seeding
from board.app import create_app
from board.brainstorm import BOARD
from board.db.engine import create_engine
from board.errors import BoardError
from board.live import FrameProtocol
from board.settings import Settings
from board.web.http import BoundedHttp, Connections, Limits
from board.words import day, say

OUT_OF_REACH = (
    "Outside the promise of anonymity: PostgreSQL's write-ahead log, WAL archives, replicas, and backups taken while"
    " people write, vote or answer. They keep what Shortlist deletes."
)
"""what is not promised where boards are kept in PostgreSQL"""


def seed(settings: Settings) -> None:
    """Makes a board in every phase and prints the links."""
    print("\n".join(asyncio.run(_seed(settings))))


async def _seed(settings: Settings) -> list[str]:
    engine = create_engine(settings.database)
    try:
        return await seeding.seed(engine, address=_address(settings))
    except BoardError as error:
        sys.exit(f"board: {say(error.code, **error.params)}")
    finally:
        await engine.dispose()


def _address(settings: Settings) -> str:
    # An IPv6 address stands in brackets in a URL (RFC 3986, section 3.2.2).
    host = f"[{settings.host}]" if ":" in settings.host else settings.host
    return settings.public_url or f"http://{host}:{settings.port}"


def greeting(settings: Settings) -> list[str]:
    """The lines that the operator reads at the start."""
    return [
        f"Shortlist is at {_address(settings)}",
        f"Boards are kept in {settings.database_file or 'the database that BOARD_DATABASE_URL names'}",
        *([] if settings.database_file else [OUT_OF_REACH]),
        "Stop it with Ctrl+C.",
    ]


def run(settings: Settings) -> None:
    """Serves until stopped."""
    print("\n".join(greeting(settings)), flush=True)
    app = create_app(settings)
    # A date makes the language's data load. What is loaded by now stays for good, so the garbage collector need not
    # look through it whenever a crowd joins.
    day(date(2000, 1, 1))
    gc.collect()
    gc.freeze()
    uvicorn.run(app, host=settings.host, port=settings.port, loop="uvloop", **wire(settings))


def log(settings: Settings) -> None:
    """The chosen level is for what we say ourselves.

    The database driver and the web server write statements, frames and addresses to their logs below a warning.
    """
    logging.basicConfig(level=max(logging.WARNING, _level(settings)), format="%(levelname)s %(name)s: %(message)s")
    for ours in ("board", "shortlist"):
        logging.getLogger(ours).setLevel(_level(settings))


def wire(settings: Settings, limits: Limits | None = None) -> dict[str, Any]:  # Any: as uvicorn takes it
    """How the web server serves; tests serve the same way, some with other `limits` for connections."""
    return {
        "http": partial(BoundedHttp, Connections(settings.trusted_proxies, limits)),
        "ws": FrameProtocol,
        "ws_max_size": BOARD.max_message,
        # Compressing every frame for every reader doubles the cost of a change.
        "ws_per_message_deflate": False,
        # It would print query strings and addresses.
        "access_log": False,
        "log_level": max(logging.WARNING, _level(settings)),
        "server_header": False,
        "forwarded_allow_ips": settings.trusted_proxies,
        # Proxies keep an idle connection for a minute. The side that closes it first loses what the other just sent.
        "timeout_keep_alive": 75,
        "timeout_graceful_shutdown": 5,
    }


def _level(settings: Settings) -> int:
    return int(logging.getLevelName(settings.log_level.upper()))
