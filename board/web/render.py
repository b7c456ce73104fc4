"""Templates to answers. Everything is escaped; a name that a template misses is an error, not a blank."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from litestar import MediaType, Response
from litestar.plugins.jinja import JinjaTemplateEngine
from litestar.template import TemplateConfig

from board.protocol import limits
from board.web import assets
from board.words import pages as words

TEMPLATES = Path(__file__).parent / "templates"


@cache
def environment() -> Environment:
    made = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.globals.update(words=words, limits=limits, tags=assets.tags)
    return made


def engine() -> TemplateConfig[JinjaTemplateEngine]:
    """The same templates for handlers that answer with Litestar's own `Template`."""
    return TemplateConfig(instance=JinjaTemplateEngine.from_environment(environment()))


def page(template: str, context: Mapping[str, Any], *, status: int = 200) -> Response[str]:
    """A whole HTML page from a template."""
    text = environment().get_template(template).render(context)
    return Response(text, media_type=MediaType.HTML, status_code=status)
