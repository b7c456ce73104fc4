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

## A file that somebody brings along

editor-bring-kind = A file with the ending .docx, .md or .txt can become the text. Save it as one of these, or copy and paste its words.
editor-bring-large = This file is too large. Without pictures it may be small enough; or copy and paste its words.
editor-bring-broken = This file cannot be read. Open it in its own program, then copy and paste its words.
# These stand in a list of what was left out.
editor-left-pictures = { $count ->
    [one] { $count } picture
   *[other] { $count } pictures
  }
editor-left-comments = { $count ->
    [one] { $count } comment
   *[other] { $count } comments
  }
editor-left-footnotes = { $count ->
    [one] { $count } footnote
   *[other] { $count } footnotes
  }
editor-left-formulas = { $count ->
    [one] { $count } formula
   *[other] { $count } formulas
  }
