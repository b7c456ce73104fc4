"""Templates to answers. Everything is escaped; a name that a template misses is an error, not a blank."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import msgspec
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from litestar import MediaType, Response
from litestar.plugins.jinja import JinjaTemplateEngine
from litestar.template import TemplateConfig
from markupsafe import Markup

from board.web import assets
from board.words import pages as words

TEMPLATES = Path(__file__).parent / "templates"
# Inside <script> only these could end the element or start another; in JSON each has another spelling.
_ESCAPES = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"}


@cache
def environment() -> Environment:
    made = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.globals.update(words=words, tags=assets.tags)
    made.filters["json"] = safe_json
    return made


def engine() -> TemplateConfig[JinjaTemplateEngine]:
    """The same templates for handlers that answer with Litestar's own `Template`."""
    return TemplateConfig(instance=JinjaTemplateEngine.from_environment(environment()))


def safe_json(value: object) -> Markup:
    """JSON that can stand inside a script element whatever people have written."""
    text = msgspec.json.encode(value).decode()
    for mark, escape in _ESCAPES.items():
        text = text.replace(mark, escape)
    return Markup(text)  # noqa: S704 - no mark is left that HTML would read


def page(template: str, context: Mapping[str, Any], *, status: int = 200) -> Response[str]:
    """A whole HTML page from a template."""
    text = environment().get_template(template).render(context)
    return Response(text, media_type=MediaType.HTML, status_code=status)
