"""Replies of a reader, and what the lead's page gets of them."""

import httpx

from tests.brainstorm.wire import Json
from tests.worksessions.clients import Work


async def sends(reader: httpx.AsyncClient, recap: str, **said: str) -> httpx.Response:
    """A reply, as the form on the page sends it."""
    return await reader.post(f"/recaps/{recap}/feedback", data=said)


async def replies(work: Work, session: str = "") -> list[Json]:
    """What the lead's page gets."""
    answer = await work.lead.get(f"/api/worksessions/{session or work.id}/feedback")
    assert answer.status_code == 200, answer.text
    return list(answer.json()["replies"])
