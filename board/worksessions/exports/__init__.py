"""What people take away from a session, and its text as they read it.

Owns the text as safe HTML (`rendering`, a pure function; `fragments` runs and caches it), the sentence of the contract
(`sentence`), the files (`markdown`, `calendar`). Does not own who may have them: `http` does. Read `rendering` first.
"""
