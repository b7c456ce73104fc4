"""What people take away from a session, and its text as they read it.

Owns the sentence of the contract (`sentence`), the files (`markdown`, `calendar`), and how the text is drawn beside the
event loop (`fragments`). Does not own how Markdown reads (`board.markdown`), nor who may have it: `http` does.
"""
