"""What each command of a work session does: one function a command, synchronous, on the session in memory.

`dispatch` asks the table of rights and then the function. A function validates first and writes last, for a document
transaction cannot be taken back. Nothing here awaits, stores or sends.
"""
