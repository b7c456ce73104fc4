"""Templates to answers. Everything is escaped; a name that a template misses is an error, not a blank."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from litestar import MediaType, Response
from litestar.plugins.jinja import JinjaTemplateEngine
from litestar.template import TemplateConfig
from markupsafe import Markup

from board.protocol import limits
from board.protocol.phases import ORDER
from board.protocol.roles import Role
from board.protocol.worksession import limits as session_limits
from board.web import assets
from board.words import current, language, listed, say
from board.words.areas import VIEWS

BOARD_VIEWS = ("board", *ORDER, "watch", "parts")
SESSION_VIEWS = tuple(view for view in VIEWS if view.startswith("session"))
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
    made.globals.update(say=say, listed=listed, catalogue=current, limits=limits, tags=assets.tags)
    made.globals.update(session_limits=session_limits, script=assets.script)
    made.globals.update(board_words=board_words, board_words_later=board_words_later)
    made.globals.update(session_words=session_words, session_words_later=session_words_later)
    return made


def board_words(phase: str, role: str) -> Markup:
    """The sentences that a board's page makes itself as long as it is in the phase that it opens with."""
    return assets.words(language.get(), _first(phase, role))


def board_words_later(phase: str, role: str) -> Markup:
    """The tags that name the files of all its other sentences."""
    return assets.later_words(language.get(), BOARD_VIEWS, _first(phase, role))


def _first(phase: str, role: str) -> tuple[str, ...]:
    return ("board", phase, "watch") if role == Role.WATCHER else ("board", phase)


def session_words(view: str) -> Markup:
    """The same for a work session, by the view that it opens with."""
    return assets.words(language.get(), ("session", view))


def session_words_later(view: str) -> Markup:
    """The tags that name the files of all its other sentences."""
    return assets.later_words(language.get(), SESSION_VIEWS, ("session", view))


def engine() -> TemplateConfig[JinjaTemplateEngine]:
    """The same templates for handlers that answer with Litestar's own `Template`."""
    return TemplateConfig(instance=JinjaTemplateEngine.from_environment(environment()))


def page(template: str, context: Mapping[str, object], *, status: int = 200) -> Response[str]:
    """A whole HTML page from a template."""
    text = environment().get_template(template).render(context)
    return Response(text, media_type=MediaType.HTML, status_code=status)
