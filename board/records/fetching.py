"""Fetches a record from a link, with limits on hosts, bytes and seconds."""

import re
import threading
import urllib.error
import urllib.request
from collections.abc import Sequence
from dataclasses import dataclass
from http.client import HTTPMessage
from typing import IO
from urllib.parse import urljoin, urlsplit, urlunsplit

from board.records.kind import Kind
from board.words import say

LARGEST = 64 * 1024 * 1024
"""bytes; the record of 900 ideas and 2,000 voters has about one megabyte"""
SECONDS = 30.0
"""for the whole request"""
STEP_SECONDS = 10.0
"""for each read from the network"""

_SUM = re.compile(r"(?<![0-9a-f])[0-9a-f]{64}(?![0-9a-f])")


class Unreachable(Exception):
    """The content could not be read. The message is a sentence for the user."""


@dataclass(frozen=True, slots=True)
class Fetched:
    """The content at a link, and the address of the newest record of its chain, if the server names one."""

    content: bytes
    newest: str | None = None


def is_link(target: str) -> bool:
    return "://" in target


def named(text: str) -> str | None:
    """The digest in a link, a file name or a text of its own; None unless there is exactly one."""
    found = set(_SUM.findall(text))
    return found.pop() if len(found) == 1 else None


def fetch(link: str, kinds: Sequence[Kind], *, seconds: float = SECONDS, largest: int = LARGEST) -> Fetched:
    """Fetches the JSON file of the record at this link. Raises Unreachable."""
    parts = urlsplit(link)
    if parts.scheme not in ("http", "https") or not parts.hostname or parts.username is not None:
        raise Unreachable(say("verify-bad-link", target=link))
    page = re.fullmatch(rf"(?P<base>.*{_paths(kinds)})(?P<sha256>[0-9a-f]{{64}})(\.[a-z0-9]{{1,8}})?/?", parts.path)
    path = f"{page['base']}{page['sha256']}.json" if page else parts.path
    address = urlunsplit((parts.scheme, parts.netloc, path, parts.query, ""))
    done: list[Fetched | Unreachable] = []

    def get() -> None:
        try:
            done.append(_get(address, kinds, largest))
        except Unreachable as error:
            done.append(error)
        except (OSError, ValueError, urllib.error.URLError) as error:
            done.append(Unreachable(say("verify-no-answer", why=str(getattr(error, "reason", None) or error))))

    # A server that sends a byte now and then never runs into the time-out of a single read.
    thread = threading.Thread(target=get, daemon=True)
    thread.start()
    thread.join(seconds)
    if not done:
        raise Unreachable(say("verify-too-slow", seconds=round(seconds)))
    if isinstance(done[0], Unreachable):
        raise done[0]
    return done[0]


def _get(address: str, kinds: Sequence[Kind], largest: int) -> Fetched:
    opener = urllib.request.build_opener(_SameHost)
    request = urllib.request.Request(address, headers={"Accept": "application/json"})  # noqa: S310 - checked above
    try:
        with opener.open(request, timeout=STEP_SECONDS) as answer:
            content = answer.read(largest + 1)
            link = answer.headers.get("Link", "")
            latest = re.search(rf"<[^>]*({_paths(kinds)}[0-9a-f]{{64}})>;\s*rel=\"latest-version\"", link)
            if len(content) > largest:
                raise Unreachable(say("verify-too-large", target=address, most=largest // 1024 // 1024))
            return Fetched(content, urljoin(answer.url, latest[1]) if latest else None)
    except urllib.error.HTTPError as error:
        error.close()
        raise Unreachable(_refusal(error.code)) from error


def _paths(kinds: Sequence[Kind]) -> str:
    """A pattern for where records of these kinds have their addresses."""
    return f"(?:{'|'.join(re.escape(kind.path) for kind in kinds)})"


def _refusal(status: int) -> str:
    return say(f"verify-status-{status}") if status in (404, 410) else say("verify-status", status=status)


class _SameHost(urllib.request.HTTPRedirectHandler):
    """Follows redirects within one host, and from http to https, but never to another host."""

    max_redirections = 3

    def redirect_request(
        self, req: urllib.request.Request, fp: IO[bytes], code: int, msg: str, headers: HTTPMessage, newurl: str
    ) -> urllib.request.Request | None:
        here, there = urlsplit(req.full_url), urlsplit(newurl)
        safer = (here.scheme, there.scheme) == ("http", "https") and here.hostname == there.hostname
        if not safer and (here.scheme, here.netloc) != (there.scheme, there.netloc):
            fp.close()
            raise Unreachable(say("verify-elsewhere"))
        return super().redirect_request(req, fp, code, msg, headers, newurl)
