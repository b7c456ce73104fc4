"""The `board` command: run, migrate, seed, verify.

Only what a command needs is loaded: `verify` and `--help` are for people who have no server.
"""

import argparse
import os
import sys

from board.decisions import KIND
from board.records.verify import OPEN, verify
from board.settings import Settings, WrongSettingError
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
        print(f"board: {error}", file=sys.stderr)
        sys.exit(OPEN if command == "verify" else 1)
    if command == "verify":
        # Nothing is migrated for it: it looks and changes nothing.
        verdict = verify(given.target, KIND, address=given.address, database=settings.database_file)
        print("\n".join(verdict.sentences))
        sys.exit(verdict.code)
    from board import server

    server.log(settings)
    server.prepare(settings)
    if command == "run":
        server.run(settings)
    elif command == "seed":
        server.seed(settings)


if __name__ == "__main__":
    main()
