# The editor of the text that people write together.

editor-label = The text
editor-start = Start anywhere.
editor-saved = Saved { $time }
editor-offline = { $characters ->
    [0] Offline. You can write on: it is kept in this browser.
    [one] Offline. Your last character is kept in this browser.
   *[other] Offline. Your last { NUMBER($characters) } characters are kept in this browser.
  }
editor-full = The text is full: it has { NUMBER($most) } characters. Shorten it to add something.
editor-own-words = These words of yours are not in the text, which has begun again or could not take them. Copy what you need.
editor-drop-words = I don’t need them

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
editor-bring-empty = There are no words in this file.
editor-bring-long = This file is { $over ->
    [one] one character
   *[other] { NUMBER($over) } characters
  } too long: the text may have { NUMBER($most) }. Nothing of it was taken over. Shorten it, or bring a part of it.
editor-bring-offline = The server cannot be reached just now. Nothing of the file was taken over. Try again once you are connected.
editor-bring-unsaved = The words of the file are on their way and kept in this browser. Leave this page open until you are connected.
editor-bring = Bring a text along
# $file: the name of a file
editor-brought = { $file } is in the text now.
# These stand in a list of what was left out.
# $what: a list of these
editor-left-out = Not taken over from the file: { $what }.
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
