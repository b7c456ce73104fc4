"""The text of a work session, beside the same text at the peers: people type, and people open a long text.

`pages` is a page that has the text open, `rooms` how it gets in, `typing` and `opening` what is measured, `history` the
text of two hours. Everybody speaks the y-websocket protocol to one `Y.Text`; Hocuspocus adds the document's name.
"""
