"""Governed documents: one Yjs document for each board and epoch, or session, written by the server alone.

Owns a Yjs document as the server sees it (`yjs`), a governed one with typed mirror (`governed`), a board's (`writer`),
display ranks (`rank`), the rules of an idea's text (`text`) and the rows of ideas that are not in the document. Does
not own the shapes in it (`protocol.document`), who may change what (`facilitation.policy`) nor when a change becomes
durable (`brainstorm.engine`). Read `governed` first.
"""
