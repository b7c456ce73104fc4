"""Sessions of one chain: the next one, and a look at it."""

from tests.brainstorm.wire import Json
from tests.worksessions.clients import ALL, Work


async def after_the_end(work: Work, **fields: object) -> str:
    """Ends the session and opens the next one; returns its id."""
    await work.lead.tab.ok("end", verdict="another")
    return str((await work.lead.tab.ok("open_next", **fields))["worksession"])


async def visit(work: Work, id: str) -> Json:
    """The document of another session of the chain, as the lead sees it."""
    page = await work.lead.comes_to(id)
    return {root: page.root(root) for root in ALL}
