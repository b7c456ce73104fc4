"""Getting a record from a link, with a bound on everything: hosts, bytes and seconds."""

import re
import threading
import urllib.error
import urllib.request
from dataclasses import dataclass
from http.client import HTTPMessage
from typing import IO
from urllib.parse import urljoin, urlsplit, urlunsplit

from board.words import verify as words

LARGEST = 64 * 1024 * 1024
"""bytes; the record of 900 ideas and 2,000 voters has about one megabyte"""
SECONDS = 30.0
"""for everything together"""
STEP_SECONDS = 10.0
"""for each wait on the network"""

_DECISION = re.compile(r"(?P<base>.*/decisions/)(?P<sha256>[0-9a-f]{64})(\.[a-z0-9]{1,8})?/?")
_SUM = re.compile(r"(?<![0-9a-f])[0-9a-f]{64}(?![0-9a-f])")
_LATEST = re.compile(r"<[^>]*/decisions/([0-9a-f]{64})>;\s*rel=\"latest-version\"")


class Unreachable(Exception):
    """Nothing to check could be had; the text is the sentence that says why."""


@dataclass(frozen=True, slots=True)
class Fetched:
    """What was at a link, the record that the server says is the newest of the chain, and where that one is."""

    content: bytes
    newest: str | None = None


def is_link(target: str) -> bool:
    return "://" in target


def named(text: str) -> str | None:
    """The address of a record in a link, a file's name or alone; None when there is none or more than one."""
    found = set(_SUM.findall(text))
    return found.pop() if len(found) == 1 else None


def fetch(link: str, *, seconds: float = SECONDS, largest: int = LARGEST) -> Fetched:
    """The JSON file of the decision at this link. Raises Unreachable."""
    parts = urlsplit(link)
    if parts.scheme not in ("http", "https") or not parts.hostname or parts.username is not None:
        raise Unreachable(words.BAD_LINK.format(target=link))
    told = _DECISION.fullmatch(parts.path)
    path = f"{told['base']}{told['sha256']}.json" if told else parts.path
    address = urlunsplit((parts.scheme, parts.netloc, path, parts.query, ""))
    done: list[Fetched | Unreachable] = []

    def get() -> None:
        try:
            done.append(_get(address, largest))
        except Unreachable as error:
            done.append(error)
        except (OSError, ValueError, urllib.error.URLError) as error:
            done.append(Unreachable(words.NO_ANSWER.format(why=getattr(error, "reason", None) or error)))

    # A server that sends a byte now and then keeps every single wait short; only this bounds them all.
    thread = threading.Thread(target=get, daemon=True)
    thread.start()
    thread.join(seconds)
    if not done:
        raise Unreachable(words.TOO_SLOW.format(seconds=round(seconds)))
    if isinstance(done[0], Unreachable):
        raise done[0]
    return done[0]


def _get(address: str, largest: int) -> Fetched:
    opener = urllib.request.build_opener(_SameHost)
    request = urllib.request.Request(address, headers={"Accept": "application/json"})  # noqa: S310 - checked above
    try:
        with opener.open(request, timeout=STEP_SECONDS) as answer:
            content = answer.read(largest + 1)
            latest = _LATEST.search(answer.headers.get("Link", ""))
            if len(content) > largest:
                raise Unreachable(words.TOO_LARGE.format(target=address, most=largest // 1024 // 1024))
            return Fetched(content, urljoin(answer.url, f"/decisions/{latest[1]}") if latest else None)
    except urllib.error.HTTPError as error:
        error.close()
        raise Unreachable(words.STATUS.get(error.code, words.OTHER_STATUS.format(status=error.code))) from error


class _SameHost(urllib.request.HTTPRedirectHandler):
    """Follows a server to another path of its own, from http to https too, and to nobody else."""

    max_redirections = 3

    def redirect_request(
        self, req: urllib.request.Request, fp: IO[bytes], code: int, msg: str, headers: HTTPMessage, newurl: str
    ) -> urllib.request.Request | None:
        here, there = urlsplit(req.full_url), urlsplit(newurl)
        safer = (here.scheme, there.scheme) == ("http", "https") and here.hostname == there.hostname
        if not safer and (here.scheme, here.netloc) != (there.scheme, there.netloc):
            fp.close()
            raise Unreachable(words.ELSEWHERE)
        return super().redirect_request(req, fp, code, msg, headers, newurl)
