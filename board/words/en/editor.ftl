# The editor of the text that people write together.

editor-label = The text
editor-start = Start anywhere.
