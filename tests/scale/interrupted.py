"""`python -m tests.scale.interrupted <commits> <before|after> FROM TO`: `board copy`, killed at one of its commits."""

import itertools
import os
import signal
import sys

from sqlalchemy.engine.default import DefaultDialect
from sqlalchemy.engine.interfaces import PoolProxiedConnection

from board.preparing import copy


def main(at: int, when: str, source: str, target: str) -> None:
    numbers, commit = itertools.count(1), DefaultDialect.do_commit

    def counted(self: DefaultDialect, connection: PoolProxiedConnection) -> None:
        last = next(numbers) == at
        if last and when == "before":
            os.kill(os.getpid(), signal.SIGKILL)
        commit(self, connection)  # type: ignore[no-untyped-call]
        if last:
            os.kill(os.getpid(), signal.SIGKILL)

    DefaultDialect.do_commit = counted  # type: ignore[method-assign]
    copy(source, target)
    print(f"{next(numbers) - 1} commits")


if __name__ == "__main__":
    main(int(sys.argv[1]), *sys.argv[2:5])
