"""The links of a chain: random for the lead, derived from it for all others.

A stronger link can show the weaker ones and never the reverse: lead → join → read, join → calendar, and accept from
the lead's alone.
Each derivation has a generation, so a link can be renewed without changing the one above it. The database keeps
hashes, and the generations.
"""

import base64
import hashlib
import hmac
from collections.abc import Mapping

from board.people.links import digest, mint
from board.protocol.worksession.links import Link

Generations = Mapping[str, int]
"""link → how often it was renewed; a link that is missing is the first"""

_FROM = {Link.JOIN: Link.LEAD, Link.READ: Link.JOIN, Link.ACCEPT: Link.LEAD, Link.CALENDAR: Link.JOIN}


def shown(link: Link, token: str, generations: Generations) -> dict[Link, str]:
    """This link and every link that its holder may see."""
    found = {link: token}
    for weaker, stronger in _FROM.items():
        if stronger in found:
            found[weaker] = _derived(found[stronger], weaker, generations.get(weaker, 0))
    return found


def hashes(tokens: Mapping[Link, str]) -> dict[bytes, Link]:
    """What is stored of links."""
    return {digest(token): link for link, token in tokens.items()}


def renewed(which: set[Link], lead: str, generations: Generations) -> tuple[dict[Link, str], dict[str, int]]:
    """All links after some were renewed, and the generations. What is derived from a new one is new as well."""
    after = {str(link): generations.get(link, 0) + (link in which) for link in _FROM}
    return shown(Link.LEAD, mint() if Link.LEAD in which else lead, after), after


def _derived(token: str, link: Link, generation: int) -> str:
    what = f"shortlist worksession {link} {generation}"
    return base64.urlsafe_b64encode(hmac.digest(token.encode(), what.encode(), hashlib.sha256)[:18]).decode()
