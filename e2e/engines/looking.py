"""Opens what a page can open, and looks at it with the layout probe."""

from e2e.engines.finding import FIND
from e2e.engines.layout import LAYOUT
from e2e.engines.person import ESCAPE, Person

OPEN = "() => document.querySelector(':popover-open, dialog:modal') !== null"
CLOSED = "() => document.querySelector(':popover-open, dialog:modal') === null"
KINDS = f"""() => {{
  {FIND}
  const seen = new Map();
  for (const one of document.querySelectorAll("button[aria-haspopup]"))
    if (drawn(one) && !one.disabled) seen.set(named(one).replace(/\\d+|“.*”/, ""), named(one));
  return [...seen.values()];
}}"""
"""the buttons that open a menu, one of each kind"""


class Look:
    """Collects what is wrong wherever somebody looks."""

    def __init__(self) -> None:
        self.wrong: list[str] = []

    def at(self, person: Person, where: str) -> None:
        found = [f"{person.name}, {where}: {line}" for line in person.window.evaluate(LAYOUT)]
        print(*found, sep="\n")
        self.wrong += found

    def into(self, person: Person, button: str, *, role: str = "button", leave: bool = True) -> None:
        """What a button opens."""
        person.presses(button, role)
        person.until(OPEN, what=f"saw what {button!r} opens")
        self.at(person, button)
        if leave:
            person.types(ESCAPE)
            person.until(CLOSED, what=f"left what {button!r} opens")

    def into_all(self, person: Person, *dialogs: str) -> None:
        """The page, each menu that it has, and these dialogs."""
        self.at(person, "the page")
        for button in (*person.window.evaluate(KINDS), *dialogs):
            self.into(person, button)
