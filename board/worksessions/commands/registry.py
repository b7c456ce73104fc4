"""The functions of this folder by the type of their command."""

from board.live.handlers import Handlers

handles = Handlers()
