"""Every message that pages load is used somewhere: by its key, or by a template whose gaps fill one part of it."""

import re
from pathlib import Path

from board.words.areas import VIEWS
from board.words.catalogue import FOLDER
from frontend.message_keys import parameters

ROOT = Path(__file__).parents[2]
GAP = re.compile(r"\$?\{[^{}]*\}")
LITERAL = re.compile(r'"([a-z]+-[a-z0-9-]+)"')
TEMPLATE = re.compile(r"""(?:`|f")([a-z]+-[^`"\n]*\{[^`"\n]*)[`"]""")


def test_every_message_of_the_pages_is_used() -> None:
    areas = {area for view in VIEWS.values() for area in view}
    keys = {key for area in areas for key in parameters(FOLDER / "en" / f"{area}.ftl")}
    source = "\n".join(path.read_text("utf-8") for path in _sources())
    said = set(LITERAL.findall(source))
    shapes = [_shape(template) for template in TEMPLATE.findall(source)]
    assert sorted(key for key in keys - said if not any(shape.fullmatch(key) for shape in shapes)) == []


def _shape(template: str) -> re.Pattern[str]:
    return re.compile("[A-Za-z0-9_]+".join(re.escape(part) for part in GAP.split(template)))


def _sources() -> list[Path]:
    pages = [path for path in (ROOT / "frontend" / "src").rglob("*.ts*") if ".test." not in path.name]
    server = [*(ROOT / "board").rglob("*.py"), *(ROOT / "board").rglob("*.html")]
    return [path for path in (*pages, *server) if not path.name.endswith(".generated.ts")]
