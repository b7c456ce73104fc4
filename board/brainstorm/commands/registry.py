"""Which function carries out which command."""

import importlib
import pkgutil
from collections.abc import Callable
from typing import Any, TypeVar, get_type_hints

from board.brainstorm import commands
from board.brainstorm.state.context import CommandContext, Wait
from board.live.commands import Answer
from board.protocol.commands import BoardCommand

Handler = Callable[[CommandContext, Any], Answer | Wait]  # Any: the command that it is registered for
H = TypeVar("H", bound=Handler)

_registered: dict[type[BoardCommand], Handler] = {}


def handles(function: H) -> H:
    """Registers a function for the type of its parameter `command`. Raises TypeError for a second one."""
    kind = get_type_hints(function)["command"]
    if kind in _registered:
        raise TypeError(f"{kind.__name__} has a handler already: {_registered[kind].__qualname__}")
    _registered[kind] = function
    return function


def load() -> dict[type[BoardCommand], Handler]:
    """The handlers of this folder. A module registers its own when it is imported."""
    for module in pkgutil.iter_modules(commands.__path__):
        if module.name != "dispatch":
            importlib.import_module(f"{commands.__name__}.{module.name}")
    return _registered
