"""A session in which every field holds words that look like markup, formulas, lists or calls."""

from dataclasses import replace

from board.protocol.document import Reason
from board.protocol.worksession.document import Accepted, Agreement, Condition, Contract, Ending, Item, Owner, Task
from board.recaps.material import Before, Lines, Material, Text
from tests.recaps import samples
from tests.recaps.samples import at, ident

WORDS = (
    "住房应该是权利，不是商品。",  # noqa: RUF001
    "🏡👩‍👩‍👧‍👦 Family homes 🇳🇿 first — café, naïve, Ōtautahi",
    "السكن حق للجميع، وليس سلعة للمضاربة (100%).",
    '=HYPERLINK("http://evil.example","click")',
    "# a heading > a quote | a cell - a list 1. a number",
    "@everyone `ticks` *stars* _lines_ [links](http://x.example) <script>alert(1)</script>",
    "A </style><img src=x onerror=alert(1)> & entities &amp; &#x41;",
    "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft" * 3,
    "\\*not escaped\\* {link} {{ told }} {% raw %} $x^2$ ~~gone~~",
    '" onmouseover="alert(1)',
    "javascript:alert(1)",
)
TEXT = "\n\n".join(
    (
        "# <script>alert(1)</script>",
        "[here](javascript:alert(1)) and [there](http://x.example)",
        "![a picture](http://x.example/p.png)",
        '<img src="x" onerror="alert(1)">',
        "```\n</script><script>alert(1)</script>\n```",
        "<!-- <script> -->",
    )
)


def hostile() -> Material:
    spare = iter(WORDS * 4)

    def word() -> str:
        return next(spare)

    agreement = Agreement(
        text=word(),
        why=word(),
        owner=Owner(words=word()),
        open=False,
        by="level",
        at=at(9),
        answers={"5": 2, "0": 1},
        silent=1,
        reasons=(Reason(5, word()), Reason(0, word())),
        agreed=False,
    )
    return replace(
        samples.zoning(),
        contract=Contract(
            artifact=word(),
            audience=word(),
            problem=word(),
            constraint=word(),
            owner=Owner(words=word()),
            minutes=60,
        ),
        conditions={ident(n): Condition(text, n % 2 == 0, f"a{n:02}", note=text) for n, text in enumerate(WORDS)},
        agenda={ident(100 + n): Item(title=text, minutes=5, rank=f"a{n:02}") for n, text in enumerate(WORDS)},
        tasks={
            ident(200 + n): Task(text=text, owner=Owner(words=text), when=text, first_step=text, note=text)
            for n, text in enumerate(WORDS)
        },
        agreements={ident(300): agreement},
        ending=Ending(verdict="done", note=word(), at=at(59), elsewhere=WORDS[10]),
        agreed=(Accepted(name=WORDS[5], yes=True, note=WORDS[6], at=at(-5)),),
        accepted=(Accepted(name=WORDS[9], yes=False, note=WORDS[4], at=at(70)),),
        text=Text(TEXT, 20, 1),
        before=Before(Text(TEXT.replace("here", "nowhere"), 20, 1), "brought"),
        lines=Lines(summary=WORDS[6], next=WORDS[5], was=WORDS[4], became=WORDS[3], shows_before=True),
    )
