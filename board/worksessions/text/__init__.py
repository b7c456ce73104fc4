"""The text that people write together: which Yjs updates of a browser the server accepts, and how it takes them.

A Yjs update of a hostile client can silence an honest page, hide an embed in the text, or hold the server up, and a
trial on a copy of the document does not show it. So an update is parsed instead: `reading` decodes the bytes into the
structs of `update`, `admission` compares them with what is committed. Neither does I/O or knows the CRDT library.
`shared` is the text itself, to which admitted structs are applied; `edits` is how the server writes.
Read `update` first.
"""
