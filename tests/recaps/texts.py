"""What people wrote in the sample sessions."""

import random

from board.recaps.material import Answered

ZONING = """## Both areas are drawn

The **station square** and the *north yard* are drawn at 1:2,000, with the walking times to both platforms.

| area | homes now | homes then |
| --- | ---: | ---: |
| Station square | 120 | 340 |
| North yard | 0 | 210 |

## Heights and parking are set

Agreed: one space per home near stations.

- Up to six floors at the square, four behind it
- One space per home within 400 m of a platform
- [x] Counted on two weekdays
- [ ] Counted on a Saturday

> We pilot council-built sections on two sites.

## Objection about speed is answered

Two sites are enough to see whether it holds; [the study](https://example.org/study) says the same.
"""

OLD_BRIEF = """# A brief for the council

We plan to build homes. The price follows later.

## Scope

Two sites.

## Price

To be agreed.
"""

BRIEF = """# A brief for the council

We build 40 homes on two sites in 2027.

## Scope

Two sites, the square and the yard; roads are not part of it.

## Price

The price is 240,000 euros, paid in three parts.

## Date

Drawings on 4 March, handed over on 30 June.
"""

SCRIPTS = """# خطة المدرسة

نبدأ بالبيت الأول، ثم **الثاني**.

## 価格

価格は24万ユーロです。三回に分けて支払います。

## 😀 שלום

- הצעד הראשון
- 第二步
"""


def chapters(characters: int) -> str:
    """A report as long as a text may be, no paragraph like another, with headings, lists and tables."""
    order = random.Random(characters)
    words = f"{ZONING} {OLD_BRIEF} {BRIEF}".translate(str.maketrans("", "", "#*|>[]():-")).split()

    def paragraph() -> str:
        return f"We counted on **two** days. {' '.join(order.choices(words, k=120))}."

    def chapter(number: int) -> str:
        table = f"| area | homes |\n| --- | ---: |\n| yard {number} | {order.randrange(400)} |"
        return f"## Chapter {number}\n\n{paragraph()}\n\n{paragraph()}\n\n- {paragraph()}\n- a point\n\n{table}\n\n"

    return "".join(chapter(number) for number in range(1, characters // 1000 + 2))[:characters]


REPLIES = (
    Answered("unclear", "Who pays for the north yard, and when?", "changed", "A table in the second section"),
    Answered("missing", "The heights <behind> the square *today*", "not_yet", "we count in spring"),
    Answered("helped", "The map", "changed"),
)
