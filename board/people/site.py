"""The address under which people reach this server."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Site:
    """`public_url` without a trailing slash; None when links follow the host that was asked."""

    public_url: str | None = None

    @property
    def secure(self) -> bool:
        """Whether cookies may be marked Secure."""
        return self.public_url is not None and self.public_url.startswith("https://")

    def link(self, path: str, *, scheme: str, host: str) -> str:
        """The absolute address of a path."""
        return f"{self.public_url or f'{scheme}://{host}'}{path}"
