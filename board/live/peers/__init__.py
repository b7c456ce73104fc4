"""What processes that share a PostgreSQL tell each other beside what they store: who is here, and where cursors are.

Nothing of it is stored. It goes as messages of NOTIFY, sealed under a key that is on no disk, and may be lost: each
process says it again while it holds, and what one has not said for a while is forgotten.
"""
