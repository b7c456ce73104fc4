# The shell of a board, and what several phases say.

board-cancel = Cancel
