"""The governed document: one Yjs document for each board and epoch, written by the server alone.

Owns the names and shapes of its roots (`document`), the server's writer with its plain mirror (`writer`), display ranks
(`rank`), the rules of an idea's text (`text`) and the rows of ideas that are not in the document. Does not own who may
change what (`facilitation.policy`) nor when a change becomes durable (`brainstorm.engine`). Read `document` first.
"""
