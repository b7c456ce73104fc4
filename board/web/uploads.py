"""Reads every form in memory: uploads are never written to temporary files, and decoding is strict."""

from dataclasses import dataclass
from urllib.parse import parse_qsl

from litestar import Request
from litestar.datastructures import State
from multipart import (  # type: ignore[import-untyped]
    MultipartError,
    MultipartSegment,
    PushMultipartParser,
    parse_options_header,
)

from board.errors import Invalid
from board.protocol.refusals import Refusal

MOST_PARTS = 40
"""fields of a form; ours have at most half as many"""


@dataclass(frozen=True, slots=True)
class Upload:
    """A file that was chosen; `name` is what its owner calls it."""

    name: str
    content: bytes


async def read(request: Request[object, object, State]) -> tuple[dict[str, str], Upload | None]:
    """The fields, and the file if one was chosen. Raises Invalid when the form is broken.

    The route limits the number of bytes.
    """
    kind, options = parse_options_header(request.headers.get("content-type", ""))
    body = await request.body()
    try:
        if kind == "multipart/form-data":
            return _parts(body, options.get("boundary", ""))
        if kind == "application/x-www-form-urlencoded":
            fields = parse_qsl(body.decode(), keep_blank_values=True, errors="strict", max_num_fields=MOST_PARTS)
            return dict(fields), None
    except (MultipartError, ValueError):
        raise Invalid(Refusal.BROKEN_FORM) from None
    return {}, None


def _parts(body: bytes, boundary: str) -> tuple[dict[str, str], Upload | None]:
    values: dict[str, str] = {}
    file: Upload | None = None
    segment: MultipartSegment | None = None
    content = bytearray()
    with PushMultipartParser(boundary, content_length=len(body), max_segment_count=MOST_PARTS) as parser:
        for part in parser.parse(body):
            if isinstance(part, MultipartSegment):
                segment, content = part, bytearray()
            elif part:
                content += part
            elif segment is not None:
                if segment.filename is None:
                    values[segment.name] = content.decode("utf-8")
                elif segment.filename or content:
                    file = Upload(segment.filename, bytes(content))
    return values, file
