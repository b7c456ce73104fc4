"""Which function carries out which command of one kind of document."""

import importlib
import pkgutil
from collections.abc import Callable
from types import ModuleType
from typing import Any, TypeVar, get_type_hints

H = TypeVar("H", bound=Callable[..., object])


class Handlers(dict[type, Callable[..., Any]]):  # Any: each kind has contexts and answers of its own
    """Type of a command → the function for it. A module registers its own when it is imported."""

    def __call__(self, function: H) -> H:
        """Registers a function for the type of its parameter `command`. Raises TypeError for a second one."""
        kind = get_type_hints(function)["command"]
        if kind in self:
            raise TypeError(f"{kind.__name__} has a handler already: {self[kind].__qualname__}")
        self[kind] = function
        return function

    def load(self, package: ModuleType, *, but: str) -> "Handlers":
        """Imports every module of a package except `but`, which asks for this."""
        for module in pkgutil.iter_modules(package.__path__):
            if module.name != but:
                importlib.import_module(f"{package.__name__}.{module.name}")
        return self
