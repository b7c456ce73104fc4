"""`board seed`: one board in every phase and one work session in every state, written through the real engines.

Owns what the people of these examples do. Read `boards` first.
"""

from sqlalchemy.ext.asyncio import AsyncEngine

from board.seed.boards import seed_boards
from board.seed.sessions import seed_sessions


async def seed(engine: AsyncEngine, *, address: str) -> list[str]:
    """Makes all of them and returns the lines to print. Raises NotFound when the conversation is not at hand."""
    return [*await seed_boards(engine, address=address), *await seed_sessions(engine, address=address)]
