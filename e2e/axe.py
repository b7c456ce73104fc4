"""axe-core on a page as it stands: what it finds, in words."""

from functools import cache
from pathlib import Path

from playwright.sync_api import Page

# A colour on its way from one to the other is neither.
AT_REST = """() => Promise.allSettled(
  document.getAnimations()
    .filter(one => Number.isFinite(one.effect?.getComputedTiming().endTime))
    .map(one => one.finished)
)"""
SOURCE = Path("frontend/node_modules/axe-core/axe.min.js")


@cache
def _source(root: Path) -> str:
    return (root / SOURCE).read_text()


def violations(page: Page, root: Path) -> list[str]:
    """Every rule of axe that the page breaks, with where."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(_source(root))
    page.evaluate(AT_REST)
    found = page.evaluate("async () => (await axe.run(document, {resultTypes: ['violations']})).violations")
    return [
        f"{one['id']} ({one['impact']}): {one['help']}: "
        + "; ".join(f"{node['target']} {_why(node)}" for node in one["nodes"][:3])
        for one in found
    ]


def _why(node: dict[str, str]) -> str:
    return " ".join(node.get("failureSummary", "").split())[:200]
