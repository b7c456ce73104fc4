"""HTTP around every route: the connection, the request before a handler reads it, the response after one wrote it.

Owns the protocol that uvicorn runs with its bounds (`protocol`), how many connections an address may have and the
deadlines of each (`connections`), the check of a request (`requests`), HEAD (`head`), the language (`language`) and the
security headers (`security`). Knows no page and no route. Read `connections` first, then `protocol`.
"""

from board.web.http.connections import Connections, Limits
from board.web.http.head import answering_head
from board.web.http.language import in_language
from board.web.http.protocol import BoundedHttp
from board.web.http.requests import CheckedRequest, well_formed
from board.web.http.security import security_headers

__all__ = [
    "BoundedHttp",
    "CheckedRequest",
    "Connections",
    "Limits",
    "answering_head",
    "in_language",
    "security_headers",
    "well_formed",
]
