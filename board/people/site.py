"""The address under which people reach this server."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from board.people.origin import ProxyLog

_HOST = re.compile(rb"(\[[0-9A-Fa-f:.]{2,45}\]|[A-Za-z0-9._-]{1,253})(:\d{1,5})?")


@dataclass(frozen=True, slots=True)
class Site:
    """`public_url` without a trailing slash; None when links follow the host that was asked."""

    public_url: str | None = None
    proxy_log: ProxyLog = field(default_factory=ProxyLog, compare=False, repr=False)

    @property
    def secure(self) -> bool:
        """Whether cookies may be marked Secure."""
        return self.public_url is not None and self.public_url.startswith("https://")

    def link(self, path: str, *, scheme: str, host: str) -> str:
        """The absolute address of a path."""
        return f"{self.public_url or f'{scheme}://{host}'}{path}"


def names_host(headers: Iterable[tuple[bytes, bytes]], http_version: str) -> bool:
    """Whether there is exactly one Host, and it is valid. HTTP/1.0 requires none (RFC 9112, section 3.2)."""
    hosts = [value for name, value in headers if name == b"host"]
    if not hosts:
        return http_version == "1.0"
    return len(hosts) == 1 and _HOST.fullmatch(hosts[0]) is not None
