"""The `board` command: run, migrate, seed, verify."""

import argparse
import asyncio
import logging
import os
import sys
from functools import partial
from typing import Any

import uvicorn
from sqlalchemy.exc import DBAPIError

from board.app import create_app
from board.db.base import metadata
from board.db.engine import create_engine
from board.db.migrate import migrate
from board.decisions.checking import OPEN, verify
from board.errors import BoardError
from board.seed import seed
from board.settings import Settings, WrongSettingError
from board.sync import frames
from board.sync.wire import FrameProtocol
from board.web.connections import Connections, Limits
from board.web.http import BoundedHttp
from board.words import verify as words


def main() -> None:
    """Entry point; exits with a sentence for wrong settings, and after `verify` with the code of its verdict."""
    parser = argparse.ArgumentParser(prog="board", description="Shortlist: from a question to a decision.")
    commands = parser.add_subparsers(dest="command")
    commands.add_parser("run", help="migrate the database and serve (the default)")
    commands.add_parser("migrate", help="bring the database to the present schema")
    commands.add_parser("seed", help="make a board in every phase from a real conversation, and print the links")
    checking = commands.add_parser("verify", help=words.HELP)
    checking.add_argument("target", metavar="FILE|LINK", help=words.HELP_WHAT)
    checking.add_argument("address", metavar="ADDRESS", nargs="?", help=words.HELP_ADDRESS)
    given = parser.parse_args()
    command = given.command or "run"
    try:
        settings = Settings.from_env(os.environ)
    except WrongSettingError as error:
        if command == "verify":
            print(f"board: {error}", file=sys.stderr)
            sys.exit(OPEN)
        sys.exit(f"board: {error}")
    if command == "verify":
        # Nothing is migrated for it: it looks and changes nothing.
        verdict = verify(given.target, address=given.address, database=settings.database_file)
        print("\n".join(verdict.sentences))
        sys.exit(verdict.code)
    log(settings)
    try:
        if settings.database_file is not None:
            settings.database_file.parent.mkdir(parents=True, exist_ok=True)
        asyncio.run(_migrate(settings))
    except (OSError, DBAPIError) as error:
        reason = error.orig if isinstance(error, DBAPIError) else error.strerror
        sys.exit(f"board: {settings.database_file or 'The database'} cannot be used as the database: {reason}.")
    if command == "run":
        run(settings)
    elif command == "seed":
        print("\n".join(asyncio.run(_seed(settings))))


async def _migrate(settings: Settings) -> None:
    try:
        await migrate(settings.database, metadata)
    except DBAPIError:
        # The thread of the driver ends through the loop, and prints a traceback when the loop is closed before.
        await asyncio.sleep(0.2)
        raise


async def _seed(settings: Settings) -> list[str]:
    engine = create_engine(settings.database)
    try:
        return await seed(engine, address=_address(settings))
    except BoardError as error:
        sys.exit(f"board: {error.why}")
    finally:
        await engine.dispose()


def _address(settings: Settings) -> str:
    # An IPv6 address stands in brackets in a URL (RFC 3986, section 3.2.2).
    host = f"[{settings.host}]" if ":" in settings.host else settings.host
    return settings.public_url or f"http://{host}:{settings.port}"


def run(settings: Settings) -> None:
    """Serves until stopped."""
    print(f"Shortlist is at {_address(settings)}")
    print(f"Boards are kept in {settings.database_file or 'the database that BOARD_DATABASE_URL names'}")
    print("Stop it with Ctrl+C.", flush=True)
    uvicorn.run(create_app(settings), host=settings.host, port=settings.port, loop="uvloop", **wire(settings))


def log(settings: Settings) -> None:
    """The chosen level is for what we say ourselves.

    The database driver and the web server write statements, frames and addresses to their logs below a warning.
    """
    logging.basicConfig(level=max(logging.WARNING, _level(settings)), format="%(levelname)s %(name)s: %(message)s")
    for ours in ("board", "shortlist"):
        logging.getLogger(ours).setLevel(_level(settings))


def wire(settings: Settings, limits: Limits | None = None) -> dict[str, Any]:
    """How the web server serves; tests serve the same way, some with other `limits` for connections."""
    return {
        "http": partial(BoundedHttp, Connections(settings.trusted_proxies, limits)),
        "ws": FrameProtocol,
        "ws_max_size": frames.MOST_BYTES * 2,
        # Compressing every frame for every reader doubles the cost of a change.
        "ws_per_message_deflate": False,
        # It would print query strings and addresses.
        "access_log": False,
        "log_level": max(logging.WARNING, _level(settings)),
        "server_header": False,
        "forwarded_allow_ips": settings.trusted_proxies,
        # Proxies keep an idle connection for a minute. Whoever ends it first loses what the other just sent on it.
        "timeout_keep_alive": 75,
        "timeout_graceful_shutdown": 5,
    }


def _level(settings: Settings) -> int:
    return int(logging.getLevelName(settings.log_level.upper()))


if __name__ == "__main__":
    main()
