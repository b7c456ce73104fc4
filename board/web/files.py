"""The built files of the front end, read and packed once and then served from memory.

They carry their hash in the name, so browsers keep them for good.
"""

import asyncio
import gzip
from mimetypes import guess_type
from pathlib import Path
from typing import NamedTuple

from litestar import Request, Response, get
from litestar.datastructures import State
from litestar.exceptions import NotFoundException
from litestar.params import FromPath
from litestar.types import ControllerRouterHandler

from board.web.http.security import YEAR

PACKED = 0.9
"""a file that packs no better than to this share of itself is sent as it is"""
HEADERS = {"Cache-Control": f"max-age={YEAR}, public, immutable", "Vary": "Accept-Encoding"}


class File(NamedTuple):
    media_type: str
    plain: bytes
    packed: bytes | None
    """with gzip, which every browser takes and Python has"""


def handler(folder: Path) -> ControllerRouterHandler:
    """Serves the files that lie in `folder` itself."""
    known: dict[str, File] = {}

    @get("/static/assets/{name:str}", include_in_schema=False)
    async def built(name: FromPath[str], request: Request[object, object, State]) -> Response[bytes]:
        # A file that a newer build replaced is still asked for by pages of the older one.
        file = known.get(name)
        if file is None:
            file = known[name] = await asyncio.to_thread(_read, folder / name)
        if file.packed is not None and _takes_gzip(request.headers.get("accept-encoding", "")):
            return Response(file.packed, media_type=file.media_type, headers=HEADERS | {"Content-Encoding": "gzip"})
        return Response(file.plain, media_type=file.media_type, headers=HEADERS)

    return built


def _read(path: Path) -> File:
    """Raises NotFoundException."""
    try:
        plain = path.read_bytes()
    except (OSError, ValueError) as error:
        # No such file, a folder, or a name that no file can have: too long, or with a NUL.
        raise NotFoundException from error
    packed = gzip.compress(plain, mtime=0)
    return File(
        guess_type(path.name)[0] or "application/octet-stream",
        plain,
        packed if len(packed) < PACKED * len(plain) else None,
    )


def _takes_gzip(accepted: str) -> bool:
    """RFC 9110 section 12.5.3: a weight of 0 means "not that"."""
    for coding in accepted.split(","):
        name, _, weight = coding.partition(";")
        if name.strip().lower() == "gzip":
            return weight.replace(" ", "").lower() not in ("q=0", "q=0.0", "q=0.00", "q=0.000")
    return False
