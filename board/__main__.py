"""The `board` command: run, migrate, copy, seed, verify.

Only what a command needs is loaded: `verify` and `--help` are for people who have no server.
"""

import argparse
import os
import sys

from board.decisions import KIND as DECISION
from board.recaps import KIND as RECAP
from board.records.verify import OPEN, verify
from board.settings import Settings, WrongSettingError
from board.words import language, say


def main() -> None:
    """Entry point; exits with a sentence for wrong settings, and after `verify` with the code of its verdict."""
    wrong, settings = None, Settings()
    try:
        settings = Settings.from_env(os.environ)
    except WrongSettingError as error:
        wrong = error
    language.set(settings.language)
    parser = argparse.ArgumentParser(prog="board", description=say("command-about"))
    commands = parser.add_subparsers(dest="command")
    commands.add_parser("run", help=say("command-run"))
    commands.add_parser("migrate", help=say("command-migrate"))
    moving = commands.add_parser("copy", help=say("command-copy"))
    moving.add_argument("source", metavar="FROM", help=say("command-copy-from"))
    moving.add_argument("target", metavar="TO", help=say("command-copy-to"))
    commands.add_parser("seed", help=say("command-seed"))
    checking = commands.add_parser("verify", help=say("command-verify"))
    checking.add_argument("target", metavar="FILE|LINK", help=say("command-verify-target"))
    checking.add_argument("address", metavar="ADDRESS", nargs="?", help=say("command-verify-address"))
    given = parser.parse_args()
    command = given.command or "run"
    if wrong:
        print(f"board: {wrong}", file=sys.stderr)
        sys.exit(OPEN if command == "verify" else 1)
    if command == "verify":
        # `verify` only reads, so it migrates nothing.
        verdict = verify(given.target, (DECISION, RECAP), address=given.address, database=settings.database_file)
        print("\n".join(verdict.sentences))
        sys.exit(verdict.code)
    from board import preparing, server

    server.log(settings)
    if command == "copy":
        preparing.copy(given.source, given.target)
        return
    preparing.prepare(settings, migrating=command == "migrate")
    if command == "run":
        server.run(settings)
    elif command == "seed":
        server.seed(settings)


if __name__ == "__main__":
    main()
