"""The governed document: one Yjs document for each board and epoch, written by the server alone.

Owns a Yjs document as the server sees it (`yjs`), a board's writer with a typed mirror (`writer`), display ranks
(`rank`), the rules of an idea's text (`text`) and the rows of ideas that are not in the document. Does not own the
shapes in it (`protocol.document`), who may change what (`facilitation.policy`) nor when a change becomes durable
(`brainstorm.engine`). Read `writer` first.
"""
