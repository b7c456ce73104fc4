"""Ideas that somebody has already: from pasted lines, a table (CSV) or a record of our own to what a board begins with.

Owns the parsers, their limits, and the sentence for each line that does not come along as it is. Nothing is ever
shortened. Does not own how a board is made of it (`sync.opening`) nor the page that shows it (`web.imports`). Read
`draft` first, then `reading`.
"""
