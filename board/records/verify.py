"""`board verify`: checks one file or link and reports the verdict in plain sentences."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from board.records.examining import Recognised, Rejected, examine, printable
from board.records.fetching import LARGEST, Unreachable, fetch, is_link, named
from board.records.kind import Kind
from board.words import say

if TYPE_CHECKING:
    from board.records.lookup import Known

CONFIRMED, CONTRADICTED, OPEN = 0, 1, 2


@dataclass(frozen=True, slots=True)
class Verdict:
    """Code 0: a record whose bytes match its address. 1: not a record, or other bytes. 2: not known."""

    code: int
    sentences: list[str]


def verify(target: str, kinds: Sequence[Kind], *, address: str | None = None, database: Path | None = None) -> Verdict:
    """Checks a file or a link, against `address` or else against the digest in the target's own name."""
    expected = named(address if address is not None else target if is_link(target) else Path(target).name)
    if address is not None and expected is None:
        return Verdict(OPEN, [say("verify-bad-address", address=printable(address))])
    try:
        content, newest = _content(target, kinds)
    except Unreachable as error:
        return Verdict(OPEN, [printable(str(error))])
    seen = examine(content, kinds)
    if isinstance(seen, Rejected):
        fits = [say("verify-layout-fits")] if expected and seen.laid_out == expected else []
        return Verdict(CONTRADICTED, [seen.wrong, *fits])
    known = None
    if database is not None and database.is_file() and not is_link(target):
        from board.records.lookup import look_up

        known = look_up(database, seen.sha256)
    code, said = _judge(target, seen.sha256, expected, known)
    return Verdict(code, [*_about(seen), *said, *_chain(seen.record, known.newest if known else newest)])


def _about(seen: Recognised) -> Iterator[str]:
    kind, title = seen.kind.name, printable(seen.record[seen.kind.title])
    yield say("verify-is-record", kind=kind)
    if title:
        yield say("verify-about", kind=kind, title=title)


def _judge(target: str, sha256: str, expected: str | None, known: "Known | None") -> tuple[int, list[str]]:
    said = [say("verify-sum", sha256=sha256)]
    code = CONFIRMED if known and known.same else OPEN
    if expected is not None:
        code = CONFIRMED if expected == sha256 else CONTRADICTED
        said.append(say("verify-fits") if code == CONFIRMED else say("verify-fits-not", expected=expected))
    elif code == OPEN:
        said.append(say("verify-no-address", target=printable(target)))
    return code, said + ([known.said] if known else [])


def _chain(record: dict[str, object], newest: str | None) -> Iterator[str]:
    follows = record.get("follows")
    if isinstance(follows, str):
        yield say("verify-follows", follows=printable(follows))
    if newest is not None:
        yield say("verify-newer", newest=newest)


def _content(target: str, kinds: Sequence[Kind]) -> tuple[bytes, str | None]:
    if is_link(target):
        fetched = fetch(target, kinds)
        return fetched.content, fetched.newest
    try:
        with Path(target).open("rb") as file:
            content = file.read(LARGEST + 1)
    except (OSError, ValueError) as error:
        why = error.strerror if isinstance(error, OSError) else str(error)
        raise Unreachable(say("verify-no-file", target=target, why=str(why))) from error
    if len(content) > LARGEST:
        raise Unreachable(say("verify-too-large", target=target, most=LARGEST // 1024 // 1024))
    return content, None
