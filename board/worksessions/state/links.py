"""The links of a chain: random for the lead, derived from it for all others.

A stronger link can show the weaker ones and never the reverse: lead → join → read, join → calendar, and accept from
the lead's alone.
Each derivation has a generation, so a link can be renewed without changing the one above it. The database keeps
hashes, and the generations.

The links of a board that is opened inside a session are derived as well, with its id: the one for taking part from the
join link, which every member holds, and the one for facilitating from a token of the opener. After a renewal both are
others, and the rows of the board follow.
"""

import base64
import hashlib
import hmac
from collections.abc import Mapping

from board.people.cookie import Person
from board.people.links import digest, mint
from board.people.links import weaker as weaker_links
from board.protocol.roles import Role
from board.protocol.worksession.boards import BoardLinks
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


def join_token(person: Person, generations: Generations) -> str | None:
    """The token of the join link, for whoever holds it or the lead's."""
    if (lead := person.links.get(Link.LEAD)) is not None:
        return shown(Link.LEAD, lead, generations)[Link.JOIN]
    return person.links.get(Link.JOIN)


def take_part(join: str, board: str) -> str:
    """The token with which whoever holds the join link takes part in a board."""
    return _token(join, f"shortlist board {board} {Role.PARTICIPANT}")


def facilitate(opener: str, board: str) -> str:
    """The token with which the opener facilitates a board: from the lead's link, or from a cookie's own token."""
    return _token(opener, f"shortlist board {board} {Role.FACILITATOR}")


def opener(person: Person) -> str:
    """What the facilitators' link of a board is derived from that this person opens."""
    return person.links.get(Link.LEAD, person.token)


def board_links(person: Person, generations: Generations, board: str, lead: bytes | None) -> BoardLinks | None:
    """The paths to a board for a person; None for whoever cannot join. `lead`: the hash of the facilitators' link."""
    if (join := join_token(person, generations)) is None:
        return None
    mine = {facilitate(token, board) for token in (opener(person), person.token)}
    own = next((token for token in mine if digest(token) == lead), None)
    return BoardLinks(f"/join/{take_part(join, board)}", None if own is None else f"/join/{own}")


def moved(board: str, before: Mapping[Link, str], after: Mapping[Link, str]) -> dict[bytes, bytes]:
    """Which hashes of the links of a board change with those of its chain: old → new."""
    pairs = [(take_part(before[Link.JOIN], board), take_part(after[Link.JOIN], board))]
    own = [weaker_links(Role.FACILITATOR, facilitate(links[Link.LEAD], board)) for links in (before, after)]
    pairs += [(own[0][role], own[1][role]) for role in Role]
    return {digest(old): digest(new) for old, new in pairs if old != new}


def _derived(token: str, link: Link, generation: int) -> str:
    return _token(token, f"shortlist worksession {link} {generation}")


def _token(token: str, what: str) -> str:
    return base64.urlsafe_b64encode(hmac.digest(token.encode(), what.encode(), hashlib.sha256)[:18]).decode()
