"""What every live document needs, whatever it holds.

`transport/`: the websocket protocol and its compression, frames for many readers, the messages and what each kind of
document accepts, close codes, the bounded send queue of each connection, the rate limit of each person, and the loop
that serves one page.
Document: what a kind hands in (`document`, `jobs`, `commands`), its open sockets (`connections`), its encoded state
(`snapshot_cache`), the registry that loads and evicts it (`registry`), and the journal that stores every change before
it is broadcast (`journal`, `storage_health`, `stored/`). Commands find their functions by `handlers`.
Processes that share a PostgreSQL: they hear of each other's commits (`bell`), and of who is where (`peers/`).
Page: who may open a document (`handshake`), its websocket (`routes`), and what its messages become (`page`).
It knows no idea, vote, phase or agenda. Read `document` first, then `journal`, then `page`.

`web` and the composition root use the names below; the documents themselves use the modules.
"""

from board.live.bell import Bell
from board.live.handshake import WrongLinks, address_of, entered, same_site_only
from board.live.journal import Journal
from board.live.peers.counts import AddressCounts, Creations
from board.live.peers.peers import Peers
from board.live.stored.copies import Carried, DifferentCopyError, UnreadableError
from board.live.transport.protocol import FrameProtocol
from board.live.transport.tcp import reset

__all__ = [
    "AddressCounts",
    "Bell",
    "Carried",
    "Creations",
    "DifferentCopyError",
    "FrameProtocol",
    "Journal",
    "Peers",
    "UnreadableError",
    "WrongLinks",
    "address_of",
    "entered",
    "reset",
    "same_site_only",
]
