# The editor of the text that people write together.

editor-label = The text
editor-start = Start anywhere.

editor-tools = Format
editor-heading = Heading
editor-bold = Bold
editor-italic = Italic
editor-list = List
editor-checklist = Checklist
editor-quote = Quote
editor-link = Link
# $what: one of these; $keys: such as Ctrl+B
editor-with-keys = { $what } ({ $keys })
