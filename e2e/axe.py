"""axe-core on the current page: its findings as text."""

from collections.abc import Sequence
from functools import cache
from pathlib import Path

from playwright.sync_api import Page

# During a transition a colour is neither of the two, in the editor's shadow root as outside of it. What a press changes
# is drawn a frame later. A page that does not come to rest is looked at as it is.
AT_REST = """async () => {
  const end = performance.now() + 20_000;
  const most = wanted => Promise.race([wanted, new Promise(over => setTimeout(over, 2_000))]);
  while (performance.now() < end) {
    for (let frames = 0; frames < 2; frames += 1) await most(new Promise(requestAnimationFrame));
    const running = [document, ...[...document.querySelectorAll("*")].flatMap(one => one.shadowRoot ?? [])]
      .flatMap(root => root.getAnimations())
      .filter(one => one.playState === "running" && Number.isFinite(one.effect?.getComputedTiming().endTime));
    if (running.length === 0) return;
    await most(Promise.allSettled(running.map(one => one.finished)));
  }
}"""
COLOURS = ("color-contrast", "link-in-text-block")
SOURCE = Path("frontend/node_modules/axe-core/axe.min.js")


@cache
def _source(root: Path) -> str:
    return (root / SOURCE).read_text()


def violations(page: Page, root: Path, only: Sequence[str] = ()) -> list[str]:
    """Every rule of axe that the page breaks, with the elements. `only`: no other rules are asked."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(_source(root))
    page.evaluate(AT_REST)
    options = {"resultTypes": ["violations"]} | ({"runOnly": list(only)} if only else {})
    found = page.evaluate("async options => (await axe.run(document, options)).violations", options)
    return [
        f"{one['id']} ({one['impact']}): {one['help']}: "
        + "; ".join(f"{node['target']} {_why(node)}" for node in one["nodes"][:3])
        for one in found
    ]


def _why(node: dict[str, str]) -> str:
    return " ".join(node.get("failureSummary", "").split())[:200]


class Look:
    """Collects the findings of axe by page, so that one run reports all of them."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._found: list[str] = []

    def at(self, place: str, page: Page) -> None:
        self._found += [f"{place}: {line}" for line in violations(page, self._root)]

    def at_both(self, place: str, page: Page) -> None:
        """In light, and its colours in dark, where nothing else differs."""
        page.emulate_media(color_scheme="light")
        self.at(place, page)
        page.emulate_media(color_scheme="dark")
        self._found += [f"{place}, dark: {line}" for line in violations(page, self._root, COLOURS)]

    def verdict(self) -> None:
        assert not self._found, "\n" + "\n".join(self._found)
